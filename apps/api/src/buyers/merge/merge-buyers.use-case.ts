import { Injectable } from '@nestjs/common';
import {
  BuyerMergesRepository,
  EventLog,
  StageChangesRepository,
  TenantDatabase,
  UnitOfWork,
  refuse,
  type Refused,
} from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { BuyerDays } from '../../sla/index.ts';
import { WaitingClocks } from '../grading/waiting-clocks.ts';
import { RecountOrdersUseCase } from '../orders/recount-orders.use-case.ts';
import { carryStage } from './carry-stage.ts';
import { lockBuyers } from './lock-buyers.query.ts';
import { moveRows, readBuyerJson, takeFields, type MovedRows } from './merge-rows.ts';
import { CannotMerge, type MergeBuyersInput } from './merge.model.ts';

/** So long a merge can be undone (spec crm, Record). */
export const UNDO_MS = 24 * 3_600_000;

type Outcome = { readonly mergeId: string; readonly keptId: string } | Refused<NotFound | CannotMerge>;

/**
 * Makes one buyer of two: every row of the merged one moves to the kept one, the chosen fields too, and the merged row goes,
 * leaving a snapshot. Events keep the id they were written with; the kept buyer's timeline shows both.
 */
@Injectable()
export class MergeBuyersUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly merges: BuyerMergesRepository,
    private readonly stageChanges: StageChangesRepository,
    private readonly recountOrders: RecountOrdersUseCase,
    private readonly clocks: WaitingClocks,
    private readonly buyerDays: BuyerDays,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  execute(ctx: RequestContext, input: MergeBuyersInput): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const { id, keptId, mergedId } = input;
      if (keptId === mergedId) return refuse(new CannotMerge('same_buyer'));
      const locked = await lockBuyers(this.database, ctx, [keptId, mergedId]);
      const done = await this.merges.findById(ctx, id);
      if (done) return { mergeId: id, keptId: done.keptId };
      const kept = locked.find((buyer) => buyer.id === keptId);
      const merged = locked.find((buyer) => buyer.id === mergedId);
      if (!kept || !merged) return refuse(await this.whyMissing(ctx, kept ? mergedId : keptId));
      if (kept.erasedAt || merged.erasedAt) return refuse(new CannotMerge('erased'));
      const now = this.clock.now();
      const before = await readBuyerJson(this.database, ctx, keptId);
      const mergedRow = await readBuyerJson(this.database, ctx, mergedId);
      const rows = await moveRows(this.database, ctx, keptId, mergedId);
      await takeFields(this.database, ctx, keptId, mergedId, input.fieldsFromMerged, now);
      await this.database.query(ctx, `delete from buyers where workspace_id = $1 and id = $2`, [
        ctx.workspaceId,
        mergedId,
      ]);
      const stepsBefore = await this.stepsOf(ctx, keptId);
      const { database, stageChanges, events } = this;
      await carryStage({ database, stageChanges, events }, ctx, keptId, kept, merged, now);
      await this.recountOrders.execute(ctx, [keptId], now, 'merge');
      await this.buyerDays.rebuild(ctx, [keptId]); // a day of both is one day now
      await this.clocks.refresh(ctx, [keptId], now); // the merged one's conversations are served by the kept one's grade now
      const steps = (await this.stepsOf(ctx, keptId)).filter((step) => !stepsBefore.includes(step));
      const after = await readBuyerJson(this.database, ctx, keptId);
      await this.keep(ctx, input, snapshotText({ before, after, merged: mergedRow, steps, rows }), now);
      return { mergeId: id, keptId };
    });
  }

  private async keep(ctx: RequestContext, input: MergeBuyersInput, snapshot: string, now: Date): Promise<void> {
    const { id, keptId, mergedId, fieldsFromMerged } = input;
    await this.database.query(
      ctx,
      `insert into buyer_merges (workspace_id, id, kept_id, merged_id, snapshot, merged_by, merged_at, undo_until)
       values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8)`,
      [ctx.workspaceId, id, keptId, mergedId, snapshot, ctx.member?.id ?? null, now, new Date(now.getTime() + UNDO_MS)],
    );
    this.events.append(ctx, {
      verb: 'buyer.merged',
      subjectKind: 'buyer',
      subjectId: keptId,
      buyerId: keptId,
      data: { mergeId: id, mergedId, fields: fieldsFromMerged },
    });
  }

  private async stepsOf(ctx: RequestContext, buyerId: string): Promise<string[]> {
    return (await this.stageChanges.find(ctx, { buyerId })).map(({ id }) => id);
  }

  private async whyMissing(ctx: RequestContext, id: string): Promise<NotFound | CannotMerge> {
    const [gone] = await this.merges.find(ctx, { mergedId: id, undoneAt: null }, { limit: 1 });
    return gone ? new CannotMerge('merged_meanwhile') : new NotFound();
  }
}

/** Put together as text: the rows are JSON of the database already, and its large numbers stay whole. */
function snapshotText(parts: {
  before: string;
  after: string;
  merged: string;
  steps: readonly string[];
  rows: MovedRows;
}): string {
  const aside = Object.entries(parts.rows.setAside).map(([table, rows]) => `"${table}":[${rows.join(',')}]`);
  return `{"before":${parts.before},"after":${parts.after},"merged":${parts.merged},"steps":${JSON.stringify(parts.steps)},
    "moved":${JSON.stringify(parts.rows.moved)},"setAside":{${aside.join(',')}}}`;
}
