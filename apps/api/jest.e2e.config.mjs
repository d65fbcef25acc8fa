import { withDatabase } from '../../jest.preset.mjs';

// Half of a suite's time is loading the application into its worker, so two of them are worth it even on two cores.
export default withDatabase('apps/api/e2e', { testMatch: ['**/*.e2e-spec.ts'], testTimeout: 60_000, maxWorkers: 2 });
