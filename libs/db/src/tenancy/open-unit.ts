import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';
import { NoUnitOfWork, ScopeMismatch, WorkspaceMismatch } from './tenancy-errors.ts';
import { scopeOf, type TenantContext } from './tenant-context.ts';

/** Something to do after the commit, outside the unit. */
export type AfterCommitHook = () => void | Promise<void>;

/** One running transaction: its connection, its statements in order, and what waits for its end. */
export class OpenUnit {
  readonly beforeCommit: Array<() => Promise<void>> = [];
  readonly onCommitted: Array<() => Promise<void>> = [];
  readonly afterCommit: AfterCommitHook[] = [];
  /** Why the unit must not be committed: the first failure or refusal of an inner call, even when the caller swallowed it. */
  doom: Error | null = null;
  /** The first error that the server reported inside the unit. */
  sqlError: unknown = null;
  /** True once the work has ended: nothing may be added any more. */
  closed = false;
  readonly workspaceId: string;
  private readonly scope: string;
  private waiting = 0;
  private tail: Promise<unknown> = Promise.resolve();

  constructor(
    ctx: TenantContext,
    readonly queryRunner: QueryRunner,
    readonly client: PoolClient,
  ) {
    this.workspaceId = ctx.workspaceId;
    this.scope = scopeOf(ctx);
  }

  /** True while a statement runs or waits for its turn. */
  get busy(): boolean {
    return this.waiting > 0;
  }

  /** Runs one statement of the work in turn: a connection does one thing at a time, callers may still use Promise.all. */
  statement<T>(execute: (client: PoolClient, queryRunner: QueryRunner) => Promise<T>): Promise<T> {
    if (this.closed) return Promise.reject(new NoUnitOfWork());
    return this.inTurn(execute);
  }

  /** The same for the unit's own last steps, which run after the work has ended. */
  async inTurn<T>(execute: (client: PoolClient, queryRunner: QueryRunner) => Promise<T>): Promise<T> {
    this.waiting += 1;
    const turn = this.tail.then(() => execute(this.client, this.queryRunner));
    this.tail = turn.catch(() => undefined);
    try {
      return await turn;
    } catch (error) {
      this.sqlError ??= error;
      throw error;
    } finally {
      this.waiting -= 1;
    }
  }

  /** Resolves when no statement runs or waits. */
  async idle(): Promise<void> {
    for (let seen: unknown = null; seen !== this.tail;) {
      seen = this.tail;
      await this.tail;
    }
  }

  /** Throws unless `ctx` is of this unit's workspace and sees the same part of it. */
  assertSameScope(ctx: TenantContext): void {
    if (ctx.workspaceId !== this.workspaceId) throw new WorkspaceMismatch();
    if (scopeOf(ctx) !== this.scope) throw new ScopeMismatch();
  }
}
