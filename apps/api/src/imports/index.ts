export { ImportsModule } from './imports.module.ts';
export { ImportStepJob } from './import-step.job.ts';
