export { type SeededWorkspace, seedTwoWorkspaces } from './seed-two-workspaces.ts';
export {
  APP_ROLE,
  appUrlOf,
  createEmptyDatabase,
  createFilledDatabase,
  createTestDatabase,
  type TestDatabase,
} from './test-database.ts';
