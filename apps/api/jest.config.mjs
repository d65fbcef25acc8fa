import { withDatabase } from '../../jest.preset.mjs';

export default withDatabase('apps/api/src', {
  roots: ['<rootDir>/apps/api/src', '<rootDir>/apps/api/bench'],
  testTimeout: 60_000,
});
