import { Injectable } from '@nestjs/common';
import {
  BuyerMergesRepository,
  EventLog,
  TenantDatabase,
  UnitOfWork,
  refuse,
  wholeWorkspace,
  type Refused,
} from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { BuyerDays } from '../../sla/index.ts';
import { WaitingClocks } from '../grading/waiting-clocks.ts';
import { RecountOrdersUseCase } from '../orders/recount-orders.use-case.ts';
import { lockBuyers } from './lock-buyers.query.ts';
import { restoreBuyers, returnNewcomers, returnRows } from './merge-rows.ts';
import { CannotMerge } from './merge.model.ts';

type Outcome = { readonly keptId: string; readonly restoredId: string } | Refused<NotFound | CannotMerge>;

/**
 * Makes two buyers of one again, within 24 h and the newest merge first. Everything goes back to whose it was; what arrived
 * meanwhile goes to the side of its identity or conversation; what people changed meanwhile stays changed.
 */
@Injectable()
export class UndoMergeUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly merges: BuyerMergesRepository,
    private readonly recountOrders: RecountOrdersUseCase,
    private readonly clocks: WaitingClocks,
    private readonly buyerDays: BuyerDays,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  async execute(caller: RequestContext, id: string): Promise<Outcome> {
    const seen = await this.merges.findById(caller, id);
    if (!seen) return refuse(new NotFound());
    const ctx = wholeWorkspace(caller); // deliveries, which tell whose the newcomers are, are nobody's own
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const [kept] = await lockBuyers(this.database, ctx, [seen.keptId]); // buyers before merges, as a merge does
      const merge = await this.merges.getById(ctx, id, { lock: true });
      const now = this.clock.now();
      if (merge.undoneAt) return refuse(new CannotMerge('already_undone'));
      if (now > merge.undoUntil) return refuse(new CannotMerge('too_late'));
      if (!kept || merge.keptId !== kept.id || (await this.hasNewer(ctx, merge.keptId, id)))
        return refuse(new CannotMerge('merged_meanwhile'));
      if (kept.erasedAt || !('merged' in merge.snapshot)) return refuse(new CannotMerge('erased'));
      const { keptId, mergedId } = merge;
      await this.takeBackSteps(ctx, id);
      await restoreBuyers(this.database, ctx, id);
      if (!(await this.mayHaveBoth(caller, [keptId, mergedId]))) return refuse(new NotFound());
      await returnRows(this.database, ctx, id, keptId, mergedId);
      await returnNewcomers(this.database, ctx, keptId, mergedId);
      await this.merges.update(ctx, id, { undoneAt: now, undoneBy: ctx.member?.id ?? null });
      await this.recountOrders.execute(ctx, [keptId, mergedId].toSorted(), now, 'merge');
      await this.buyerDays.rebuild(ctx, [keptId, mergedId]);
      await this.clocks.refresh(ctx, [keptId, mergedId], now);
      for (const [buyerId, otherId] of [
        [keptId, mergedId],
        [mergedId, keptId],
      ] as const)
        this.events.append(ctx, {
          verb: 'buyer.merge_undone',
          subjectKind: 'buyer',
          subjectId: buyerId,
          buyerId,
          data: { mergeId: id, otherId },
        });
      return { keptId, restoredId: mergedId };
    });
  }

  /** A later merge rests on what this one made: it has to be undone first. */
  private async hasNewer(ctx: RequestContext, keptId: string, id: string): Promise<boolean> {
    const newer = await this.database.query(
      ctx,
      `select from buyer_merges n join buyer_merges m on m.workspace_id = n.workspace_id and m.id = $3
       where n.workspace_id = $1 and n.kept_id = $2 and n.undone_at is null and (n.merged_at, n.id) > (m.merged_at, m.id)`,
      [ctx.workspaceId, keptId, id],
    );
    return newer.length > 0;
  }

  /** Who sees only own buyers takes no buyer of somebody else out of a merge: both must be theirs once they are two. */
  private async mayHaveBoth(caller: RequestContext, buyerIds: readonly string[]): Promise<boolean> {
    if (!caller.ownRecordsOf) return true;
    const own = await this.database.query(
      wholeWorkspace(caller),
      `select from buyers where workspace_id = $1 and id = any ($2::uuid[]) and owner_id = $3`,
      [caller.workspaceId, buyerIds, caller.ownRecordsOf],
    );
    return own.length === buyerIds.length;
  }

  /** The steps that the merge made the kept buyer take, unless it has gone on since. */
  private async takeBackSteps(ctx: RequestContext, id: string): Promise<void> {
    await this.database.query(
      ctx,
      `delete from stage_changes s using buyer_merges m, buyers k
       where m.workspace_id = $1 and m.id = $2 and k.workspace_id = $1 and k.id = m.kept_id and s.workspace_id = $1 and s.buyer_id = k.id
         and s.id in (select jsonb_array_elements_text(m.snapshot -> 'steps')::uuid)
         and to_jsonb(k) -> 'stage_since' = m.snapshot -> 'after' -> 'stage_since'`,
      [ctx.workspaceId, id],
    );
  }
}
