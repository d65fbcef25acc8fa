import { withDatabase } from '../../../jest.preset.mjs';

export default withDatabase('apps/web/e2e', {
  testMatch: ['**/*.e2e-spec.ts'],
  testTimeout: 120_000,
  maxWorkers: 1,
  forceExit: true,
});
