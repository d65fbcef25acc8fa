import type { PoolClient, QueryConfig } from 'pg';
import { ISO_TIMESTAMPS } from './iso-timestamps.ts';
import { checkOut, mayPrepare, statementOf } from './pool.ts';
import { bindingStatement, type TenantContext } from './tenant-context.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** How to run a query of a screen. */
export interface TenantQueryOptions {
  /** Prepares the statement once per connection under this name; the text must then never vary. */
  name?: string;
  /** Instants come as ISO 8601 text instead of Date; for hot lists that only pass them on. */
  isoTimestamps?: boolean;
}

/** Raw SQL for reads, always in a transaction bound to the caller's workspace. bigint and numeric come as strings (pg's way). */
export class TenantDatabase {
  private readonly prepares: boolean;

  constructor(private readonly unitOfWork: UnitOfWork) {
    this.prepares = mayPrepare(unitOfWork.dataSource);
  }

  /**
   * Runs one statement. Inside a unit of work it belongs to it (and may write); outside, it runs in a short read-only
   * transaction. Throws WorkspaceMismatch or ScopeMismatch inside a unit of another.
   */
  async query<Row>(
    ctx: TenantContext,
    sql: string,
    params: readonly unknown[] = [],
    options: TenantQueryOptions = {},
  ): Promise<Row[]> {
    const statement = statementOf(sql, params, this.prepares ? (options.name ?? null) : null);
    if (options.isoTimestamps) statement.types = ISO_TIMESTAMPS;
    const unit = this.unitOfWork.current();
    if (!unit) return this.readAlone<Row>(ctx, statement);
    unit.assertSameScope(ctx);
    return unit.statement((client) => rowsOf<Row>(client, statement));
  }

  private async readAlone<Row>(ctx: TenantContext, statement: QueryConfig<unknown[]>): Promise<Row[]> {
    const binding = bindingStatement(ctx, 'read only');
    const [client, release] = await checkOut(this.unitOfWork.dataSource);
    try {
      await client.query(binding);
      const rows = await rowsOf<Row>(client, statement);
      await client.query('commit');
      return rows;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      release(client.getTransactionStatus() !== 'I');
    }
  }
}

async function rowsOf<Row>(client: PoolClient, statement: QueryConfig<unknown[]>): Promise<Row[]> {
  const result = await client.query(statement);
  return result.rows as Row[]; // the row type is the caller's word about its own statement
}
