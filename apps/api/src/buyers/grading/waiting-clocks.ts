import { Injectable } from '@nestjs/common';
import { EventLog, TenantDatabase, newId, type TenantContext } from '@dangol/db';
import { INQUIRY_DECLINED, RefreshClocksUseCase, decisionEntry } from '../../sla/index.ts';

/** Due times of the conversations in which a buyer waits; they follow the buyer's grade and level. */
@Injectable()
export class WaitingClocks {
  constructor(
    private readonly database: TenantDatabase,
    private readonly refreshClocks: RefreshClocksUseCase,
    private readonly events: EventLog,
  ) {}

  /** Derives them anew for the buyers whose place in the queue moved, in the caller's unit. */
  async refresh(ctx: TenantContext, buyerIds: readonly string[], now: Date): Promise<void> {
    const waiting = await this.waitingOf(ctx, buyerIds);
    await this.refreshClocks.executeMany(
      ctx,
      waiting.map(({ id }) => ({ conversationId: id })),
      now,
    );
  }

  /** Declines what a buyer waits for who will never be answered: an erased one has no words and no address any more. */
  async decline(ctx: TenantContext, buyerId: string, now: Date): Promise<void> {
    for (const { id } of await this.waitingOf(ctx, [buyerId])) {
      await this.refreshClocks.execute(ctx, id, now, [decisionEntry(newId(), INQUIRY_DECLINED, now)]);
      this.events.append(ctx, {
        at: now, // the log says the same instant as the inquiry: it is derived from it again
        verb: INQUIRY_DECLINED,
        subjectKind: 'conversation',
        subjectId: id,
        conversationId: id,
        buyerId,
      });
    }
  }

  private waitingOf(ctx: TenantContext, buyerIds: readonly string[]): Promise<{ id: string }[]> {
    if (buyerIds.length === 0) return Promise.resolve([]);
    return this.database.query<{ id: string }>(
      ctx,
      `select id from conversations where workspace_id = $1 and buyer_id = any ($2::uuid[]) and waiting_since is not null order by id`,
      [ctx.workspaceId, buyerIds],
    );
  }
}
