import type { PoolClient, QueryConfig } from 'pg';
import type { DataSource } from 'typeorm';

/** A pooled client and how to give it back; with `destroy` it is closed instead of being handed out again. */
export type Checkout = [client: PoolClient, release: (destroy?: boolean) => void];

interface PoolingDriver {
  obtainMasterConnection(): Promise<Checkout>;
}

/** Takes a client from the pool of a data source. */
export function checkOut(dataSource: DataSource): Promise<Checkout> {
  const driver = dataSource.driver as unknown as PoolingDriver; // TypeORM's Driver type leaves out what only PostgreSQL has
  return driver.obtainMasterConnection();
}

/** True when statements may be prepared by name on this data source (not behind a PgBouncer older than 1.21). */
export function mayPrepare(dataSource: DataSource): boolean {
  const extra: { preparedStatements?: boolean } = dataSource.options.extra ?? {};
  return extra.preparedStatements !== false;
}

/** A statement for pg; `name` makes it a prepared one where that is allowed. */
export function statementOf(text: string, values: readonly unknown[], name: string | null): QueryConfig<unknown[]> {
  const config: QueryConfig<unknown[]> = { text, values: [...values] };
  if (name) config.name = name;
  return config;
}
