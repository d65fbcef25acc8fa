import { Injectable } from '@nestjs/common';
import { TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { queryBuyerDays, readBareLogs, type ConversationLog } from './conversation-logs.query.ts';
import { daysByPlace, placeKey, planAllDays, planDaysOfConversation } from './plan-buyer-days.ts';
import { lockConversationsOfBuyers, type ServedConversation } from './served-conversations.query.ts';
import { noClockChanges, storeClocks, type ClockChanges } from './store-clocks.query.ts';
import type { BuyerDayRow } from './stored-clocks.ts';

/** Of no account: without alarms nothing asks for the time. */
const EPOCH = new Date(0);

/** Keeps the platform's samples: each day of a buyer on a channel, over all their conversations there. */
@Injectable()
export class BuyerDays {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
  ) {}

  /**
   * Adds to `changes` what these conversations change. Each knows its own days; only when one of them loses a day's message are
   * the buyer's other conversations read.
   */
  async derive(
    ctx: TenantContext,
    conversations: readonly { served: ServedConversation; log: ConversationLog }[],
    stored: readonly BuyerDayRow[],
    changes: ClockChanges,
  ): Promise<void> {
    const places = daysByPlace(stored);
    for (const { served, log } of conversations) {
      const days = places.get(placeKey(served)) ?? new Map<string, BuyerDayRow>();
      places.set(placeKey(served), days);
      const logs = new Map([[served.id, log]]);
      const planned =
        planDaysOfConversation(served, log, days) ??
        planAllDays(served, await this.withOthers(ctx, served, logs), days);
      for (const { certain, ...row } of planned.write) {
        days.set(row.day, row);
        const before = changes.buyerDays.findIndex(({ id }) => id === row.id);
        if (before >= 0) changes.buyerDays.splice(before, 1);
        changes.buyerDays.push({ ...row, certain });
      }
      for (const [day, { id }] of days) if (planned.gone.includes(id)) days.delete(day);
      changes.goneBuyerDays.push(...planned.gone);
    }
  }

  /** Derives the days of buyers anew from all their conversations: after a merge or its undoing, or when rules of a channel changed. */
  rebuild(ctx: TenantContext, buyerIds: readonly string[], channelId: string | null = null): Promise<void> {
    return this.unitOfWork.run(ctx, async () => {
      const served = (await lockConversationsOfBuyers(this.database, ctx, buyerIds)).filter(
        (conversation) => channelId === null || conversation.channelId === channelId,
      );
      const logs = await readBareLogs(this.database, ctx, served);
      const stored = daysByPlace(await queryBuyerDays(this.database, ctx, buyerIds, channelId));
      const changes = noClockChanges();
      const places = Map.groupBy(served, placeKey);
      for (const [key, days] of stored)
        if (!places.has(key)) changes.goneBuyerDays.push(...[...days.values()].map(({ id }) => id));
      for (const [key, conversations] of places) {
        const own = new Map(conversations.map(({ id }) => [id, logs.get(id)!]));
        const { write, gone } = planAllDays(conversations[0]!, own, stored.get(key) ?? new Map());
        changes.buyerDays.push(...write);
        changes.goneBuyerDays.push(...gone);
      }
      if (changes.buyerDays.length + changes.goneBuyerDays.length > 0)
        await storeClocks(this.database, ctx, changes, EPOCH);
    });
  }

  private async withOthers(
    ctx: TenantContext,
    { id, channelId, buyerId, excludedSenders, externalIds }: ServedConversation,
    own: ReadonlyMap<string, ConversationLog>,
  ): Promise<ReadonlyMap<string, ConversationLog>> {
    const others = await this.database.query<{ id: string }>(
      ctx,
      `select id from conversations where workspace_id = $1 and channel_id = $2 and buyer_id = $3 and id <> $4`,
      [ctx.workspaceId, channelId, buyerId, id],
    );
    if (others.length === 0) return own;
    const asked = others.map((other) => ({ ...other, excludedSenders, externalIds }));
    return new Map([...own, ...(await readBareLogs(this.database, ctx, asked))]);
  }
}
