import { Injectable } from '@nestjs/common';
import { TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { RecountOrdersUseCase } from '../buyers/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import { ImportSteps } from './import-steps.ts';
import { keepFollowing, noteMade, queryTouchedBuyers } from './touched-buyers.query.ts';

/** Buyers that are counted and graded in one transaction. */
const CHUNK = 2_000;

/** When the rows are in: counts, tags, stages and grades of the buyers they belong to follow, and the import has ended. */
@Injectable()
export class FollowImported {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly recountOrders: RecountOrdersUseCase,
    private readonly steps: ImportSteps,
    private readonly clock: Clock,
  ) {}

  async execute(ctx: TenantContext, importId: string): Promise<void> {
    while (await this.unitOfWork.run(ctx, () => this.followSome(ctx, importId)))
      if (await this.steps.handOver(ctx, importId)) return;
    await this.unitOfWork.run(ctx, () => this.end(ctx, importId));
  }

  /** Answers whether there may be more. */
  private async followSome(ctx: TenantContext, importId: string): Promise<boolean> {
    const found = await this.steps.find(ctx, importId, { lock: true });
    if (found?.status !== 'running') return false;
    const after = found.state.followed || null;
    const buyerIds = await queryTouchedBuyers(this.database, ctx, importId, after, CHUNK);
    if (buyerIds.length === 0) return false;
    await keepFollowing(this.database, ctx, importId, buyerIds);
    const steps = await this.recountOrders.executeForMany(ctx, buyerIds, this.clock.now());
    await noteMade(this.database, ctx, importId, 'stage_changes', steps);
    await this.steps.setState(ctx, importId, { followed: buyerIds.at(-1), failures: 0 });
    this.steps.tellProgress(ctx, importId);
    return true;
  }

  private async end(ctx: TenantContext, importId: string): Promise<void> {
    const found = await this.steps.find(ctx, importId, { lock: true });
    if (found?.status !== 'running') return;
    const { createdRows, updatedRows, unchangedRows, failedRows, state } = found;
    await this.steps.update(ctx, importId, {
      status: state.stop ? 'cancelled' : 'done',
      finishedAt: this.clock.now(),
    });
    this.steps.tell(ctx, importId, state.stop ? 'cancelled' : 'done', {
      kind: found.kind,
      created: createdRows,
      updated: updatedRows,
      unchanged: unchangedRows,
      failed: failedRows,
    });
    await this.steps.wakeNext(ctx, found.kind);
  }
}
