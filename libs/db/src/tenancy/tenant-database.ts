import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient, QueryConfig } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { ISO_TIMESTAMPS } from './iso-timestamps.ts';
import { checkOut, mayPrepare, statementOf } from './pool.ts';
import { Snapshot } from './snapshot.ts';
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

  /**
   * Runs `work` on one moment of the workspace: a read-only transaction of its own (repeatable read), also inside a unit, whose
   * changes it does not see. It holds a connection until `work` ends, so it is for exports, not for screens.
   */
  async snapshot<T>(ctx: TenantContext, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    const binding = bindingStatement(ctx, 'isolation level repeatable read, read only');
    const [client, release] = await checkOut(this.unitOfWork.dataSource);
    // A connection that breaks, or that we break, reports itself; whoever reads is told by the failing statement.
    const unheard = (): void => undefined;
    client.on('error', unheard);
    const snapshot = new Snapshot(client);
    let outcome: 'commit' | 'rollback' = 'rollback';
    try {
      await client.query(binding);
      const result = await work(snapshot);
      outcome = 'commit';
      return result;
    } finally {
      const broken = await snapshot.end(outcome);
      if (!broken) client.off('error', unheard);
      release(broken);
    }
  }

  /** Feeds a `COPY ... FROM STDIN` of the open unit; into a temporary table, because row-level security allows no other. */
  async copyIn(ctx: TenantContext, statement: string, content: Readable): Promise<void> {
    await this.unitOfWork.require(ctx).statement((client) => pipeline(content, client.query(copyFrom(statement))));
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
