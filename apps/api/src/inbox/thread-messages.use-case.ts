import { Injectable } from '@nestjs/common';
import {
  EventLog,
  JobQueue,
  MessagesRepository,
  TenantDatabase,
  UnitOfWork,
  newId,
  type MessageEntity,
  type TenantContext,
} from '@dangol/db';
import type { InboundMessageBody } from '../channels/index.ts';
import { ASSIGN_CONVERSATIONS } from '../resources/index.ts';
import { InboundAttachments, type InboundAttachment } from './inbound-attachments.ts';
import { OpenThreads } from './open-threads.ts';
import { supersedeDrafts } from './supersede-drafts.query.ts';

/** A message of a channel, and whose it is. */
export interface Arrival {
  readonly buyerId: string;
  readonly body: Pick<InboundMessageBody, 'externalId' | 'sentAt' | 'direction' | 'conversation' | 'text' | 'html'>;
  /** Files of the body, their contents stored. */
  readonly files?: readonly InboundAttachment[];
  /** A message of the past: it starts no clock, asks for no draft, and wakes nobody. */
  readonly past?: boolean;
  /** No person wrote it (an out-of-office note, list mail): it starts no clock and wakes nobody. */
  readonly autoSubmitted?: boolean;
  /** What e-mail needs to thread an answer; stored with the message as it is. */
  readonly mail?: MessageEntity['mail'];
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
    private readonly jobs: JobQueue,
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
      await supersedeDrafts(
        this.database,
        ctx,
        fresh.filter(({ arrival }) => arrival.body.direction === 'inbound' && !arrival.past),
        now,
      );
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
    const revisions = await this.countUp(ctx, fresh, now);
    await this.messages.insert(
      ctx,
      fresh.map(
        ({ arrival: { body, files = [], autoSubmitted = false, mail = null }, messageId, conversationId }, index) => {
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
            autoSubmitted,
            mail,
            importId,
          };
        },
      ),
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

  /**
   * Counts each conversation up by its new messages; answers the revision that each message is added under. A buyer who writes
   * ends a snooze and brings a closed conversation back: its clocks say next where it stands. A reply ends a snooze too. What
   * is new, and what belonged to a member who has left, waits for the rules to name somebody.
   */
  private async countUp(
    ctx: TenantContext,
    fresh: readonly { arrival: Arrival; conversationId: string }[],
    now: Date,
  ): Promise<number[]> {
    if (fresh.length === 0) return [];
    const live = fresh.map(({ arrival }) => !arrival.past && !arrival.autoSubmitted);
    const rows = await this.database.query<{ id: string; before: number; needsAssignee: boolean }>(
      ctx,
      `update conversations c set revision = revision + n.count,
         status = case when c.status = 'closed' and n.written then 'answered' else c.status end,
         snoozed_until = case when n.live then null else c.snoozed_until end,
         snooze_reason = case when n.live then null else c.snooze_reason end,
         snoozed_by = case when n.live then null else c.snoozed_by end,
         needs_assignee = c.needs_assignee or (n.written and case
           when c.assignee_id is null then c.revision = 0
           else exists (select from members m where m.workspace_id = $1 and m.id = c.assignee_id and m.status <> 'active') end)
       from (select id, count(*)::int as count, bool_or(live) as live, bool_or(live and inbound) as written
             from unnest($2::uuid[], $3::bool[], $4::bool[]) m (id, live, inbound) group by id) n
       where c.workspace_id = $1 and c.id = n.id returning c.id, c.revision - n.count as before, c.needs_assignee as "needsAssignee"`,
      [
        ctx.workspaceId,
        fresh.map(({ conversationId }) => conversationId),
        live,
        fresh.map(({ arrival }) => arrival.body.direction === 'inbound'),
      ],
      { name: 'count-up' },
    );
    const next = new Map(rows.map(({ id, before }) => [id, before]));
    if (rows.some(({ needsAssignee }) => needsAssignee)) await this.askForAssignees(ctx, now);
    return fresh.map(({ conversationId: id }) => {
      const revision = next.get(id)! + 1;
      next.set(id, revision);
      return revision;
    });
  }

  /** One job that waits serves all that come until it runs. */
  private askForAssignees(ctx: TenantContext, now: Date): Promise<void> {
    return this.jobs.enqueueBy(ctx, { task: ASSIGN_CONVERSATIONS, payload: {}, key: 'intake', runAt: now });
  }
}
