import { DataSource } from 'typeorm';
import { ENTITIES } from './entities/index.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { SnakeCaseNames } from './snake-case-names.ts';

/** How to reach the database. */
export interface DataSourceOptions {
  /** postgres://user:password@host:port/database */
  url: string;
  /** The role that every connection starts in (`dangol_app`); leave it out where the login itself is set to it (PgBouncer). */
  role?: string;
  /** Connections at most; 10 when left out. */
  poolSize?: number;
  /** False forbids prepared statements (PgBouncer before 1.21 in transaction mode). */
  statements?: boolean;
}

/** A TypeORM data source that is not yet initialized. It never changes the schema by itself; migrations do. */
export function createDataSource(options: DataSourceOptions): DataSource {
  const startup = options.role ? { options: `-c role=${options.role} -c timezone=UTC` } : {};
  return new DataSource({
    type: 'postgres',
    url: options.url,
    poolSize: options.poolSize ?? 10,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeCaseNames(),
    synchronize: false,
    installExtensions: false,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    extra: { ...startup, preparedStatements: options.statements !== false },
  });
}
