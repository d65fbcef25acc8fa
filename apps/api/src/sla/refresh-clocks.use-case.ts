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
import { storeQueueStates } from './queue-state.query.ts';

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

  /** `pending` are decisions of this very transaction, `past` its messages of the past, which the event log does not hold yet. */
  execute(
    ctx: TenantContext,
    conversationId: string,
    now: Date,
    pending: readonly ConversationEntry[] = [],
    past: ReadonlySet<string> = new Set(),
  ): Promise<void> {
    return this.unitOfWork.run(ctx, async () => {
      const conversation = await this.servedConversation(ctx, conversationId);
      const log = await queryConversationLog(this.database, ctx, conversationId, past);
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
      const last = derived.at(-1);
      const waitingSince = last?.status === 'open' ? new Date(last.openedAtMs) : null;
      const status = waitingSince ? 'waiting' : (last?.status ?? 'answered');
      await storeQueueStates(this.database, ctx, [{ conversationId, status, waitingSince, dueAt }]);
    });
  }

  /** The same for threads of which all is the past: they have no inquiries, and no clock runs. In one statement. */
  executeForPast(ctx: TenantContext, conversationIds: readonly string[]): Promise<void> {
    const states = conversationIds.map((conversationId) => ({
      conversationId,
      status: 'answered',
      waitingSince: null,
      dueAt: null,
    }));
    return this.unitOfWork.run(ctx, () => storeQueueStates(this.database, ctx, states));
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
}
