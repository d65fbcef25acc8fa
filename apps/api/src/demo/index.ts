export { DEMO } from './demo-accounts.ts';
export { DemoConflict } from './demo-conflict.error.ts';
export { DemoSeeder, type SeedOutcome } from './demo-seeder.ts';
