import { withDatabase } from '../../jest.preset.mjs';

export default withDatabase('apps/api/e2e', { testMatch: ['**/*.e2e-spec.ts'], testTimeout: 60_000 });
