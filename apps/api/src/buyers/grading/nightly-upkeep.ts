import { Injectable } from '@nestjs/common';
import { JobQueue, TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { LRUCache } from 'lru-cache';

/** Name of the job that looks after a workspace's buyers every night. */
export const NIGHTLY_UPKEEP = 'nightly-upkeep';

/** Ten past two of the workspace: offices sleep. In the night that skips it, PostgreSQL takes it as ten past three. */
const AT_NIGHT = '02:10';
/** From one to the next, with an hour more where clocks are put back. A clock that was moved is planned for again. */
const LONGEST_NIGHT_MS = 25 * 3_600_000;
const MOST_REMEMBERED = 10_000;

/** Plans the nightly job. A workspace has one that waits, however often it is planned: jobs are replaced by their key. */
@Injectable()
export class NightlyUpkeep {
  /** Until when this process need not plan again: jobs of one key are one row, which every message would otherwise wait for. */
  private readonly plannedUntil = new LRUCache<string, number>({ max: MOST_REMEMBERED });
  /** The same of units that are still open, which a rollback may yet undo. */
  private readonly planning = new WeakMap<object, number>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly jobs: JobQueue,
  ) {}

  /** Enqueues the job for the first night after `now`, in the caller's unit, unless this process has done so. */
  async plan(ctx: TenantContext, now: Date): Promise<void> {
    const unit = this.unitOfWork.require(ctx);
    const until = this.planning.get(unit) ?? this.plannedUntil.get(ctx.workspaceId);
    if (until !== undefined && now.getTime() < until && until - now.getTime() <= LONGEST_NIGHT_MS) return;
    const runAt = await this.nextNight(ctx, now);
    await this.jobs.enqueue(ctx, { task: NIGHTLY_UPKEEP, payload: {}, key: 'night', runAt });
    this.planning.set(unit, runAt.getTime());
    this.unitOfWork.afterCommit(() => void this.plannedUntil.set(ctx.workspaceId, runAt.getTime()));
  }

  private async nextNight(ctx: TenantContext, now: Date): Promise<Date> {
    const [row] = await this.database.query<{ run_at: Date }>(
      ctx,
      `select min(night) as run_at from workspaces w, lateral (
         select ((($2::timestamptz at time zone w.time_zone)::date + n + time '${AT_NIGHT}') at time zone w.time_zone) as night
         from generate_series(0, 1) n) nights
       where w.id = $1 and night > $2`,
      [ctx.workspaceId, now],
      { name: 'next-night' },
    );
    if (!row) throw new Error(`There is no workspace ${ctx.workspaceId}`);
    return row.run_at;
  }
}
