export { createDataSource, type DataSourceOptions } from './data-source.ts';
export * from './entities/index.ts';
export { type EmbeddedServer, type EmbeddedServerOptions, startEmbeddedServer } from './embedded/embedded-server.ts';
export {
  IdentityStore,
  type NewAccount,
  type NewSession,
  type Session,
  type SessionMembership,
  type SignInFailures,
} from './identity/identity-store.ts';
export { newId } from './ids.ts';
export { migrate, undoMigrations } from './migrate.ts';
export * from './repositories/index.ts';
export { EVENTS_CHANNEL, EventLog, type NewEvent, type StoredEvent } from './tenancy/event-log.ts';
export { JobQueue, type NewJob } from './tenancy/job-queue.ts';
export type { NewRow, RowPatch, TenantRow } from './tenancy/new-row.ts';
export { isRefused, refuse, Refused } from './tenancy/refusal.ts';
export { isRetryable, sqlStateOf } from './tenancy/sql-state.ts';
export {
  CommitRefused,
  NoUnitOfWork,
  RowNotFound,
  ScopeMismatch,
  UnfinishedStatements,
  WorkspaceMismatch,
} from './tenancy/tenancy-errors.ts';
export { type Actor, OWN_RECORDS_ROLE, scopeOf, type TenantContext, wholeWorkspace } from './tenancy/tenant-context.ts';
export { ISO_TIMESTAMPS } from './tenancy/iso-timestamps.ts';
export type { Snapshot } from './tenancy/snapshot.ts';
export { TenantDatabase, type TenantQueryOptions } from './tenancy/tenant-database.ts';
export { type FindOptions, TenantRepository } from './tenancy/tenant-repository.ts';
export { UnitOfWork } from './tenancy/unit-of-work.ts';
