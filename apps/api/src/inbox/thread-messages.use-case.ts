import { Injectable } from '@nestjs/common';
import { EventLog, MessagesRepository, TenantDatabase, UnitOfWork, newId, type TenantContext } from '@dangol/db';
import type { InboundMessageBody } from '../channels/index.ts';
import { InboundAttachments, type InboundAttachment } from './inbound-attachments.ts';
import { OpenThreads } from './open-threads.ts';

/** A message of a channel, and whose it is. */
export interface Arrival {
  readonly buyerId: string;
  readonly body: Pick<InboundMessageBody, 'externalId' | 'sentAt' | 'direction' | 'conversation' | 'text' | 'html'>;
  /** Files of the body, their contents stored. */
  readonly files?: readonly InboundAttachment[];
  /** A message of the past: it starts no clock, asks for no draft, and wakes nobody. */
  readonly past?: boolean;
}

/** Where a message ended up. `known` when it was there before, also under another raw id or earlier in the same list. */
export interface ThreadedMessage {
  readonly conversationId: string;
  readonly messageId: string;
  readonly known: boolean;
  /** These very messages opened the conversation: it holds no other. */
  readonly opened: boolean;
}

/** Puts messages of a channel into their conversations: one conversation per channel thread, one message per channel id. */
@Injectable()
export class ThreadMessagesUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly threads: OpenThreads,
    private readonly messages: MessagesRepository,
    private readonly attachments: InboundAttachments,
    private readonly events: EventLog,
  ) {}

  /**
   * Answers one result per arrival, in their order; a fixed number of statements for many. The caller holds the locks on the
   * threads, or tries again when two writers meet. What is new is stamped with the import that brings it.
   */
  execute(
    ctx: TenantContext,
    channelId: string,
    arrivals: readonly Arrival[],
    now: Date,
    importId: string | null = null,
  ): Promise<ThreadedMessage[]> {
    return this.unitOfWork.run(ctx, async () => {
      const threads = await this.threads.of(ctx, channelId, arrivals, now, importId);
      const known = await this.knownMessages(ctx, channelId, arrivals);
      const fresh: { arrival: Arrival; messageId: string; conversationId: string }[] = [];
      const answers = arrivals.map((arrival): ThreadedMessage => {
        const { externalId, conversation } = arrival.body;
        const message = known.get(externalId);
        if (message) return { ...message, known: true, opened: false };
        const { id: conversationId, opened } = threads.get(conversation.externalId)!;
        const threaded = { messageId: newId(), conversationId };
        known.set(externalId, threaded);
        fresh.push({ arrival, ...threaded });
        return { ...threaded, known: false, opened };
      });
      await this.insertMessages(ctx, channelId, fresh, now, importId);
      await this.supersedeDrafts(ctx, fresh, now);
      return answers;
    });
  }

  private async insertMessages(
    ctx: TenantContext,
    channelId: string,
    fresh: readonly { arrival: Arrival; messageId: string; conversationId: string }[],
    now: Date,
    importId: string | null,
  ): Promise<void> {
    const revisions = await this.countUp(
      ctx,
      fresh.map(({ conversationId }) => conversationId),
    );
    await this.messages.insert(
      ctx,
      fresh.map(({ arrival: { body, files = [] }, messageId, conversationId }, index) => {
        const inbound = body.direction === 'inbound';
        const sentAt = new Date(body.sentAt);
        return {
          id: messageId,
          conversationId,
          channelId,
          direction: inbound ? ('inbound' as const) : ('outbound' as const),
          authorKind: inbound ? ('buyer' as const) : ('platform' as const),
          externalId: body.externalId,
          revision: revisions[index]!,
          text: body.text,
          html: body.html ?? null,
          attachments: files.map(({ entry }) => entry),
          sentAt,
          createdAt: now,
          // A reply made in the marketplace's own app counts at platform time, however late it reaches us.
          deliveryStatus: inbound ? null : ('delivered' as const),
          acceptedAt: inbound ? null : sentAt,
          importId,
        };
      }),
    );
    for (const { arrival, messageId, conversationId } of fresh) {
      await this.attachments.insert(ctx, { id: messageId, conversationId }, arrival.files ?? [], now);
      this.events.append(ctx, {
        verb: arrival.body.direction === 'inbound' ? 'message.received' : 'message.sent_elsewhere',
        subjectKind: 'message',
        subjectId: messageId,
        buyerId: arrival.buyerId,
        conversationId,
      });
    }
  }

  private async knownMessages(ctx: TenantContext, channelId: string, arrivals: readonly Arrival[]) {
    const rows = await this.database.query<{ external_id: string; id: string; conversation_id: string }>(
      ctx,
      `select external_id, id, conversation_id from messages where workspace_id = $1 and channel_id = $2 and external_id = any ($3::text[])`,
      [ctx.workspaceId, channelId, arrivals.map(({ body }) => body.externalId)],
      { name: 'messages-known' },
    );
    return new Map(rows.map((row) => [row.external_id, { messageId: row.id, conversationId: row.conversation_id }]));
  }

  /** Counts each conversation up by its new messages; answers the revision that each message is added under. */
  private async countUp(ctx: TenantContext, conversationIds: readonly string[]): Promise<number[]> {
    if (conversationIds.length === 0) return [];
    const rows = await this.database.query<{ id: string; before: number }>(
      ctx,
      `update conversations c set revision = revision + n.count
       from (select id, count(*)::int as count from unnest($2::uuid[]) id group by id) n
       where c.workspace_id = $1 and c.id = n.id returning c.id, c.revision - n.count as before`,
      [ctx.workspaceId, conversationIds],
      { name: 'count-up' },
    );
    const next = new Map(rows.map(({ id, before }) => [id, before]));
    return conversationIds.map((id) => {
      const revision = next.get(id)! + 1;
      next.set(id, revision);
      return revision;
    });
  }

  /** A newer buyer message outdates the draft for the one before; one of the past is not newer. */
  private async supersedeDrafts(
    ctx: TenantContext,
    fresh: readonly { arrival: Arrival; conversationId: string }[],
    now: Date,
  ): Promise<void> {
    const ids = fresh
      .filter(({ arrival }) => arrival.body.direction === 'inbound' && !arrival.past)
      .map(({ conversationId }) => conversationId);
    if (ids.length === 0) return;
    await this.database.query(
      ctx,
      `update drafts set status = 'outdated', ended_at = $3 where workspace_id = $1 and conversation_id = any ($2::uuid[]) and status = 'ready'`,
      [ctx.workspaceId, [...new Set(ids)], now],
    );
  }
}
