import { withDatabase } from '../../jest.preset.mjs';

export default withDatabase('apps/api/src', { testTimeout: 60_000 });
