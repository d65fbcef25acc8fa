import { Injectable } from '@nestjs/common';
import { tagOfOrders } from '@dangol/crm';
import { EventLog, TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { ChangeStageUseCase } from '../../pipeline/index.ts';
import { GradeBuyerUseCase } from '../grading/grade-buyer.use-case.ts';
import type { GradingCause } from '../grading/grading-cause.ts';
import { RegradeBuyersUseCase } from '../grading/regrade-buyers.use-case.ts';
import { WaitingClocks } from '../grading/waiting-clocks.ts';
import { recountOrders } from './recount-orders.query.ts';

/** From here on one statement grades them all. */
const MANY = 20;

/**
 * Counts buyers' paid orders anew and lets follow what rests on them: the tags by rule, the stage, the grade, and due times.
 * Called by whatever adds, cancels or moves orders; counting again changes nothing.
 */
@Injectable()
export class RecountOrdersUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly changeStage: ChangeStageUseCase,
    private readonly gradeBuyer: GradeBuyerUseCase,
    private readonly regradeBuyers: RegradeBuyersUseCase,
    private readonly clocks: WaitingClocks,
    private readonly events: EventLog,
  ) {}

  /** Recounts and grades the given buyers; `cause` is what moved their orders. */
  execute(ctx: TenantContext, buyerIds: readonly string[], now: Date, cause: GradingCause = 'orders'): Promise<void> {
    return this.unitOfWork.run(ctx, async () => {
      await this.lock(ctx, buyerIds);
      await this.recount(ctx, buyerIds, now);
      if (buyerIds.length > MANY) await this.regradeBuyers.execute(ctx, buyerIds, cause, now);
      else await this.gradeEach(ctx, buyerIds, cause, now);
    });
  }

  /**
   * The same in a fixed number of statements, however many they are; a buyer whose figures are what they were is not written.
   * Answers the ids of the steps that their stages made.
   */
  executeForMany(ctx: TenantContext, buyerIds: readonly string[], now: Date): Promise<string[]> {
    return this.unitOfWork.run(ctx, async () => {
      await this.lock(ctx, buyerIds);
      // Nothing is known yet about rows that came in a moment ago: the planner would take a thousand buyers for one.
      await this.loopJoins(ctx, 'off');
      const steps = await this.recount(ctx, buyerIds, now);
      await this.regradeBuyers.execute(ctx, buyerIds, 'orders', now);
      await this.loopJoins(ctx, 'on');
      return steps;
    });
  }

  /** Recounts every buyer of the workspace, whose last 12 months have moved on by a day; the caller grades them afterwards. */
  async executeForAll(ctx: TenantContext, now: Date): Promise<void> {
    await this.unitOfWork.run(ctx, () => this.recount(ctx, 'all', now));
  }

  private async recount(ctx: TenantContext, buyerIds: readonly string[] | 'all', now: Date): Promise<string[]> {
    const moved = await recountOrders(this.database, ctx, buyerIds, now);
    for (const { id, before, orderCount } of moved) {
      const [tagBefore, tag] = [tagOfOrders(before), tagOfOrders(orderCount)];
      if (tagBefore && tagBefore !== tag) this.appendTag(ctx, id, 'buyer.tag_removed', tagBefore);
      if (tag && tagBefore !== tag) this.appendTag(ctx, id, 'buyer.tag_added', tag);
    }
    return this.changeStage.followOrders(
      ctx,
      moved.map(({ id }) => id),
      now,
    );
  }

  private async loopJoins(ctx: TenantContext, mode: 'on' | 'off'): Promise<void> {
    await this.database.query(ctx, `select set_config('enable_nestloop', $1, true)`, [mode]);
  }

  /** The later of two recounts of one buyer reads what the earlier one's order changed. */
  private async lock(ctx: TenantContext, buyerIds: readonly string[]): Promise<void> {
    await this.database.query(
      ctx,
      `select from buyers where workspace_id = $1 and id = any ($2::uuid[]) order by id for no key update`,
      [ctx.workspaceId, buyerIds],
    );
  }

  private async gradeEach(
    ctx: TenantContext,
    buyerIds: readonly string[],
    cause: GradingCause,
    now: Date,
  ): Promise<void> {
    for (const id of buyerIds) {
      const { changed } = await this.gradeBuyer.execute(ctx, id, cause, now);
      if (changed) await this.clocks.refresh(ctx, [id], now);
    }
  }

  private appendTag(ctx: TenantContext, buyerId: string, verb: string, tag: string): void {
    this.events.append(ctx, { verb, subjectKind: 'buyer', subjectId: buyerId, buyerId, data: { tag } });
  }
}
