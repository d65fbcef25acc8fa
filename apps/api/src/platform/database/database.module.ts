import { Global, Inject, Module } from '@nestjs/common';
import type { OnApplicationShutdown, Provider } from '@nestjs/common';
import {
  createDataSource,
  EventLog,
  IdentityStore,
  JobQueue,
  REPOSITORIES,
  TenantDatabase,
  UnitOfWork,
} from '@dangol/db';
import { DataSource } from 'typeorm';
import { ENV } from '../../config/env.ts';
import type { Env } from '../../config/env.ts';
import { Clock } from '../clock/clock.ts';
import { assertHarmlessRole, assertTakesOwnRecordsRole, DatabaseUnusable } from './start-checks.ts';

const APP_ROLE = 'dangol_app';

const dataSource: Provider = {
  provide: DataSource,
  inject: [ENV],
  useFactory: async ({ database }: Env): Promise<DataSource> => {
    const made = createDataSource({
      url: database.url,
      poolSize: database.poolSize,
      statements: database.preparedStatements,
      ...(database.assumeAppRole ? { role: APP_ROLE } : {}),
    });
    await made.initialize().catch((error: unknown) => Promise.reject(new DatabaseUnusable(error)));
    try {
      await assertHarmlessRole(made);
      await assertTakesOwnRecordsRole(made);
    } catch (error) {
      await made.destroy();
      throw error;
    }
    return made;
  },
};

const parts: Provider[] = [
  { provide: UnitOfWork, inject: [DataSource], useFactory: (source: DataSource) => new UnitOfWork(source) },
  { provide: TenantDatabase, inject: [UnitOfWork], useFactory: (unit: UnitOfWork) => new TenantDatabase(unit) },
  { provide: IdentityStore, inject: [UnitOfWork], useFactory: (unit: UnitOfWork) => new IdentityStore(unit) },
  { provide: JobQueue, inject: [UnitOfWork], useFactory: (unit: UnitOfWork) => new JobQueue(unit) },
  {
    provide: EventLog,
    inject: [UnitOfWork, TenantDatabase, Clock],
    useFactory: (unit: UnitOfWork, database: TenantDatabase, clock: Clock) => new EventLog(unit, database, clock),
  },
  ...REPOSITORIES.map((repository) => ({
    provide: repository,
    inject: [UnitOfWork],
    useFactory: (unit: UnitOfWork) => new repository(unit),
  })),
];

/** The database of this process: one pool, one unit of work, every repository. */
@Global()
@Module({
  providers: [dataSource, ...parts],
  exports: [DataSource, UnitOfWork, TenantDatabase, IdentityStore, JobQueue, EventLog, ...REPOSITORIES],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    await this.source.destroy();
  }
}
