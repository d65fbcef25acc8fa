import { Injectable } from '@nestjs/common';
import {
  deriveInquiries,
  measureFirstResponse,
  responseTargetMinutes,
  type BuyerGrade,
  type ConversationEntry,
  type Inquiry,
  type PlatformLevel,
} from '@dangol/crm';
import {
  EventLog,
  InquiriesRepository,
  TenantDatabase,
  UnitOfWork,
  newId,
  type InquiryEntity,
  type TenantContext,
} from '@dangol/db';
import { queryConversationLog, type ConversationLog } from './conversation-log.query.ts';
import { SlaSettings, type SlaVersion } from './sla-settings.ts';

interface ServedConversation {
  channel_id: string;
  buyer_id: string;
  platform: string;
  status: string;
  grade: BuyerGrade | null;
  platform_level: PlatformLevel | null;
}

/**
 * Derives a conversation's inquiries and due time anew from its whole log (spec sla): any order of arrival ends the same.
 * Open clocks are measured under the current policy and calendar from their original start; closed ones keep theirs.
 */
@Injectable()
export class RefreshClocksUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly inquiries: InquiriesRepository,
    private readonly settings: SlaSettings,
    private readonly events: EventLog,
  ) {}

  /** `pending` are decisions of this very transaction, which the event log does not hold yet. */
  execute(
    ctx: TenantContext,
    conversationId: string,
    now: Date,
    pending: readonly ConversationEntry[] = [],
  ): Promise<void> {
    return this.unitOfWork.run(ctx, async () => {
      const conversation = await this.servedConversation(ctx, conversationId);
      const log = await queryConversationLog(this.database, ctx, conversationId);
      const derived = deriveInquiries([...log.entries, ...pending]);
      const stored = await this.inquiries.find(ctx, { conversationId });
      const current = await this.settings.current(ctx);
      let dueAt: Date | null = null;
      for (const inquiry of derived) {
        const known = stored.find((row) => row.openingMessageId === inquiry.openingMessageId);
        const row = await this.measure(ctx, inquiry, known, conversation, current, log, now);
        if (known) await this.inquiries.update(ctx, known.id, row);
        else
          await this.inquiries.insert(ctx, {
            ...row,
            id: newId(),
            conversationId,
            openingMessageId: inquiry.openingMessageId,
          });
        if (inquiry.status === 'open') dueAt = row.dueAt;
        if (inquiry.status === 'answered' && known?.status !== 'answered')
          this.appendAnswered(ctx, conversationId, conversation.buyer_id, row);
      }
      for (const gone of stored.filter(
        (row) => !derived.some(({ openingMessageId }) => openingMessageId === row.openingMessageId),
      ))
        await this.inquiries.delete(ctx, gone.id); // an earlier message arrived late and now opens it
      await this.storeQueueState(ctx, conversationId, derived.at(-1), dueAt);
    });
  }

  private async measure(
    ctx: TenantContext,
    inquiry: Inquiry,
    known: InquiryEntity | undefined,
    conversation: ServedConversation,
    current: SlaVersion,
    log: ConversationLog,
    now: Date,
  ) {
    const keepsVersion = known !== undefined && known.status !== 'open' && inquiry.status !== 'open';
    const version = keepsVersion
      ? await this.settings.version(ctx, known.businessCalendarId, known.slaPolicyId)
      : current;
    const question = {
      channelKind: conversation.platform,
      grade: conversation.grade,
      level: conversation.platform_level,
    };
    const targetMinutes = keepsVersion ? known.targetMinutes : responseTargetMinutes(version.policy, question);
    const measured = measureFirstResponse(inquiry, version.calendar, targetMinutes, now.getTime());
    const ended = inquiry.endedAtMs !== null;
    return {
      channelId: conversation.channel_id,
      buyerId: conversation.buyer_id,
      openedAt: new Date(inquiry.openedAtMs),
      status: inquiry.status,
      endedAt: inquiry.endedAtMs === null ? null : new Date(inquiry.endedAtMs),
      firstAckAt: inquiry.firstAckAtMs === null ? null : new Date(inquiry.firstAckAtMs),
      firstResponseMessageId: inquiry.firstResponseMessageId,
      firstResponseMemberId:
        (inquiry.firstResponseMessageId && log.authorOf.get(inquiry.firstResponseMessageId)) || null,
      targetMinutes,
      slaPolicyId: version.policyId,
      businessCalendarId: version.calendarId,
      dueAt: new Date(measured.dueAtMs),
      responseBusinessSeconds: ended ? BigInt(Math.floor(measured.businessMs / 1000)) : null,
      responseWallMs: ended ? BigInt(measured.wallMs) : null,
      met: ended ? measured.met : null,
    };
  }

  private appendAnswered(
    ctx: TenantContext,
    conversationId: string,
    buyerId: string,
    row: { responseWallMs: bigint | null; met: boolean | null },
  ) {
    this.events.append(ctx, {
      verb: 'inquiry.answered',
      subjectKind: 'conversation',
      subjectId: conversationId,
      conversationId,
      buyerId,
      data: { wallMinutes: Math.round(Number(row.responseWallMs ?? 0n) / 60_000), met: row.met },
    });
  }

  private async servedConversation(ctx: TenantContext, conversationId: string): Promise<ServedConversation> {
    const [row] = await this.database.query<ServedConversation>(
      ctx,
      `select c.channel_id, c.buyer_id, c.status, ch.platform, b.grade, b.platform_level
       from conversations c
       join channels ch on ch.workspace_id = c.workspace_id and ch.id = c.channel_id
       join buyers b on b.workspace_id = c.workspace_id and b.id = c.buyer_id
       where c.workspace_id = $1 and c.id = $2 for update of c`,
      [ctx.workspaceId, conversationId],
      { name: 'served-conversation' },
    );
    if (!row) throw new Error(`Conversation ${conversationId} does not exist`);
    return row;
  }

  /** A waiting conversation leaves `closed`; without an open inquiry a person's `closed` stays. */
  private async storeQueueState(
    ctx: TenantContext,
    conversationId: string,
    last: Inquiry | undefined,
    dueAt: Date | null,
  ): Promise<void> {
    const open = last?.status === 'open';
    const status = open ? 'waiting' : (last?.status ?? 'answered');
    await this.database.query(
      ctx,
      `update conversations c set
         status = case when $3 <> 'waiting' and c.status = 'closed' then 'closed' else $3 end,
         waiting_since = $4, due_at = $5, preview = coalesce(m.preview, ''), last_message_at = coalesce(m.sent_at, c.last_message_at),
         last_direction = coalesce(m.direction, c.last_direction), message_count = n.count, pending_delivery = p.delivery_status
       from (select count(*)::int as count from messages where workspace_id = $1 and conversation_id = $2 and direction <> 'note' and delivery_status is distinct from 'cancelled') n
       left join lateral (
         select left(regexp_replace(text, '\\s+', ' ', 'g'), 160) as preview, sent_at, direction from messages
         where workspace_id = $1 and conversation_id = $2 and direction <> 'note' and delivery_status is distinct from 'cancelled'
         order by sent_at desc, id desc limit 1) m on true
       left join lateral (
         select delivery_status from messages where workspace_id = $1 and conversation_id = $2 and delivery_status in ('queued', 'sending', 'failed')
         order by sent_at desc, id desc limit 1) p on true
       where c.workspace_id = $1 and c.id = $2`,
      [ctx.workspaceId, conversationId, status, open ? new Date(last.openedAtMs) : null, dueAt],
      { name: 'store-queue-state' },
    );
  }
}
