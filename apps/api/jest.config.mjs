import { withDatabase } from '../../jest.preset.mjs';

export default withDatabase('apps/api/src', {
  roots: ['<rootDir>/apps/api/src', '<rootDir>/apps/api/bench'],
  testTimeout: 60_000,
  maxWorkers: 2, // the longest of the projects; jest would take one on two cores
});
