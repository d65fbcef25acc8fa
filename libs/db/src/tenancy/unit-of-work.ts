import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { type AfterCommitHook, OpenUnit } from './open-unit.ts';
import { isRefused } from './refusal.ts';
import { isRetryable } from './sql-state.ts';
import { CommitRefused, NoUnitOfWork, UnfinishedStatements } from './tenancy-errors.ts';
import { bindingStatement, type TenantContext } from './tenant-context.ts';

/** Runs of one unit before a deadlock or serialization failure is reported to the caller. */
const ATTEMPTS = 6;

/**
 * The only way to write: one transaction on one connection, bound to one workspace. Calls inside it join it.
 * One per process, built on the data source of the application's role.
 */
export class UnitOfWork {
  private readonly units = new AsyncLocalStorage<OpenUnit>();

  constructor(readonly dataSource: DataSource) {}

  /**
   * Runs `work` in a transaction bound to the workspace of `ctx` and commits it; inside another unit it joins that one.
   * A deadlock or serialization failure runs the work again, so it must not act outside the database (use `afterCommit`).
   * A result made by `refuse()` rolls everything back and is returned. Throws WorkspaceMismatch inside a unit of another
   * workspace, ScopeMismatch inside one that sees another part of it, and CommitRefused when an error inside was swallowed.
   */
  async run<T>(ctx: TenantContext, work: () => Promise<T>): Promise<T> {
    const outer = this.current();
    if (outer) return this.join(outer, ctx, work);
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.attempt(ctx, work);
      if ('result' in outcome) {
        await this.units.exit(() => this.runHooks(outcome.hooks));
        return outcome.result;
      }
      if (!outcome.retryable || attempt === ATTEMPTS) throw outcome.error;
      await briefPause(attempt);
    }
  }

  /** Runs `hook` after the outermost commit, outside the unit; never after a rollback. A hook that fails is logged. */
  afterCommit(hook: AfterCommitHook): void {
    const unit = this.current();
    if (!unit) throw new NoUnitOfWork();
    unit.afterCommit.push(hook);
  }

  /** The unit that the caller is inside of, or null. */
  current(): OpenUnit | null {
    const unit = this.units.getStore();
    return unit && !unit.closed ? unit : null; // work started inside a unit and left running is outside once it has ended
  }

  /** The open unit, which must be of the workspace and scope of `ctx`. */
  require(ctx: TenantContext): OpenUnit {
    const unit = this.current();
    if (!unit) throw new NoUnitOfWork();
    unit.assertSameScope(ctx);
    return unit;
  }

  private async join<T>(unit: OpenUnit, ctx: TenantContext, work: () => Promise<T>): Promise<T> {
    unit.assertSameScope(ctx);
    try {
      const result = await work();
      // Part of the unit was refused, and that part cannot be undone alone: only an outcome that is refused too may follow.
      if (isRefused(result)) unit.doom ??= new CommitRefused('a refusal inside it was ignored');
      return result;
    } catch (error) {
      unit.doom ??= new CommitRefused('an error inside it was ignored', { cause: error });
      throw error;
    }
  }

  private async attempt<T>(ctx: TenantContext, work: () => Promise<T>): Promise<Outcome<T>> {
    const binding = bindingStatement(ctx, 'read write');
    const queryRunner = this.dataSource.createQueryRunner('master');
    let unit: OpenUnit | null = null;
    try {
      const client: PoolClient = await queryRunner.connect();
      unit = new OpenUnit(ctx, queryRunner, client);
      await client.query(binding);
      Object.assign(queryRunner, { isTransactionActive: true }); // TypeORM asks for it before it locks rows
      const result = await this.units.run(unit, work);
      const unfinished = unit.busy;
      unit.closed = true;
      if (isRefused(result)) {
        await rollBack(unit);
        return { result, hooks: [] };
      }
      if (unfinished) throw new UnfinishedStatements();
      await commit(unit);
      return { result, hooks: unit.afterCommit };
    } catch (error) {
      if (!unit) throw error;
      unit.closed = true;
      await rollBack(unit);
      return { error, retryable: isRetryable(error) || isRetryable(unit.sqlError) };
    } finally {
      await release(queryRunner, unit);
    }
  }

  private async runHooks(hooks: AfterCommitHook[]): Promise<void> {
    for (const hook of hooks) {
      try {
        await hook();
      } catch (error) {
        this.dataSource.logger.log('warn', `A hook after commit failed: ${String(error)}`);
      }
    }
  }
}

type Outcome<T> = { result: T; hooks: AfterCommitHook[] } | { error: unknown; retryable: boolean };

async function commit(unit: OpenUnit): Promise<void> {
  if (unit.doom) throw unit.doom;
  // An error is told before the state it leaves the transaction in: after an empty statement both are known.
  if (unit.sqlError) await unit.client.query('').catch(() => undefined);
  // Checked before the last steps too: in an aborted transaction they would only report that it is aborted.
  assertHealthy(unit);
  for (const step of unit.beforeCommit) await step();
  assertHealthy(unit);
  const answer = await unit.client.query('commit');
  if (answer.command !== 'COMMIT') throw new CommitRefused('the server rolled it back', { cause: unit.sqlError });
  for (const step of unit.onCommitted) await step().catch(() => undefined); // committed: nothing may look like a failure now
}

function assertHealthy(unit: OpenUnit): void {
  // In an aborted transaction COMMIT "succeeds" and has rolled back; after a stray COMMIT there is nothing left to commit.
  const status = unit.client.getTransactionStatus();
  if (status === 'T') return;
  const reason = status === 'E' ? 'an SQL error inside it was ignored' : 'its transaction had ended before';
  throw new CommitRefused(reason, { cause: unit.sqlError });
}

async function rollBack(unit: OpenUnit): Promise<void> {
  await unit.idle();
  if (unit.client.getTransactionStatus() === 'I') return;
  await unit.client.query('rollback').catch(() => undefined); // a connection that cannot roll back is ended by release()
}

/** Gives the connection back, or ends it when it is not idle: a pool must never hand out an open transaction. */
async function release(queryRunner: QueryRunner, unit: OpenUnit | null): Promise<void> {
  Object.assign(queryRunner, { isTransactionActive: false });
  if (unit && unit.client.getTransactionStatus() !== 'I') await endClient(unit.client);
  await queryRunner.release();
}

/** Ends a pooled client; the pool drops an ended one when it is released. */
async function endClient(client: PoolClient): Promise<void> {
  const closable: PoolClient & { end?: () => Promise<void> } = client;
  await closable.end?.().catch(() => undefined);
}

/** Waits a little, longer each time and never the same for two, so that two deadlocked units do not meet again. */
function briefPause(attempt: number): Promise<void> {
  return setTimeout(Math.random() * 5 * 2 ** attempt);
}
