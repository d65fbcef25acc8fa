export { AdvanceSampleUseCase } from './advance-sample.use-case.ts';
export { KeepPolicyUseCase } from './keep-policy.use-case.ts';
export { RequestSampleUseCase } from './request-sample.use-case.ts';
export { SampleKind, SampleRequest } from './sample.model.ts';
export { SamplesModule } from './samples.module.ts';
export { SampleFilter } from './sample.input.ts';
export { samplesStatement } from './samples.query.ts';
