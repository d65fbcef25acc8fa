import { withDatabase } from '../../../jest.preset.mjs';

export default withDatabase('apps/web/e2e', {
  testMatch: ['**/*.e2e-spec.ts'],
  testTimeout: 120_000,
  maxWorkers: 2, // a suite waits for its product to boot and for its pages more than it computes
  forceExit: true,
});
