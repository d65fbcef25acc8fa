import { Injectable } from '@nestjs/common';
import { gradeRank, levelRank, type BuyerGrade, type PlatformLevel } from '@dangol/crm';
import { ConversationsRepository, EventLog, TenantDatabase, newId, type TenantContext } from '@dangol/db';
import type { Arrival } from './thread-messages.use-case.ts';

/** A conversation; `opened` when these very messages opened it. */
export interface Thread {
  readonly id: string;
  readonly opened: boolean;
}

/** The conversations that messages belong to. */
@Injectable()
export class OpenThreads {
  constructor(
    private readonly database: TenantDatabase,
    private readonly conversations: ConversationsRepository,
    private readonly events: EventLog,
  ) {}

  /** Conversation by the channel's id of the thread; those that are not there yet are opened. */
  async of(
    ctx: TenantContext,
    channelId: string,
    arrivals: readonly Arrival[],
    now: Date,
    importId: string | null,
  ): Promise<Map<string, Thread>> {
    const first = new Map<string, Arrival>();
    for (const arrival of arrivals) {
      const { externalId } = arrival.body.conversation;
      if (!first.has(externalId)) first.set(externalId, arrival);
    }
    const rows = await this.database.query<{ id: string; external_id: string }>(
      ctx,
      `select id, external_id from conversations where workspace_id = $1 and channel_id = $2 and external_id = any ($3::text[])
       order by id for no key update`,
      [ctx.workspaceId, channelId, [...first.keys()]],
      { name: 'threads-of-arrivals' },
    );
    const ids = new Map<string, Thread>(rows.map((row) => [row.external_id, { id: row.id, opened: false }]));
    const opening = [...first].filter(([externalId]) => !ids.has(externalId));
    if (opening.length === 0) return ids;
    const buyers = await this.database.query<OpeningBuyer>(
      ctx,
      `select b.id, m.id as owner_id, b.grade, b.platform_level, b.language from buyers b
       left join members m on m.workspace_id = b.workspace_id and m.id = b.owner_id and m.status = 'active'
       where b.workspace_id = $1 and b.id = any ($2::uuid[])`,
      [ctx.workspaceId, opening.map(([, { buyerId }]) => buyerId)],
      { name: 'buyers-of-arrivals' },
    );
    const buyerOf = new Map(buyers.map((buyer) => [buyer.id, buyer]));
    const opened = opening.map(([externalId, { buyerId, body }]) => {
      const buyer = buyerOf.get(buyerId);
      const id = newId();
      ids.set(externalId, { id, opened: true });
      this.events.append(ctx, {
        verb: 'conversation.opened',
        subjectKind: 'conversation',
        subjectId: id,
        buyerId,
        conversationId: id,
      });
      return {
        id,
        channelId,
        externalId,
        buyerId,
        subject: body.conversation.subject ?? null,
        status: 'answered' as const,
        assigneeId: buyer?.owner_id ?? null,
        gradeRank: gradeRank(buyer?.grade ?? null),
        levelRank: levelRank(buyer?.platform_level ?? null),
        language: buyer?.language ?? null, // what the channel said; the words decide once they are read
        lastMessageAt: new Date(body.sentAt),
        lastDirection: body.direction,
        createdAt: now,
        importId,
      };
    });
    await this.conversations.insert(ctx, opened);
    return ids;
  }
}

interface OpeningBuyer {
  readonly id: string;
  /** While that member is active. */
  readonly owner_id: string | null;
  readonly grade: BuyerGrade | null;
  readonly platform_level: PlatformLevel | null;
  readonly language: string | null;
}
