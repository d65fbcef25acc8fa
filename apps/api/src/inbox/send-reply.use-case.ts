import { Injectable } from '@nestjs/common';
import {
  ChannelsRepository,
  ConversationsRepository,
  DraftsRepository,
  EventLog,
  JobQueue,
  MessagesRepository,
  ReplyDraftsRepository,
  TenantDatabase,
  UnitOfWork,
  WorkspacesRepository,
  refuse,
  type ConversationEntity,
  type MessageEntity,
  type Refused,
} from '@dangol/db';
import { canSend } from '../channels/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { RefreshClocksUseCase } from '../sla/index.ts';
import { ConversationStatus } from './inbox.model.ts';
import type { MessageAttachmentEntry } from './message-attachment.model.ts';
import { nextRevision } from './next-revision.ts';
import { queueDelivery } from './queue-delivery.ts';
import { ReplyAttachments } from './reply-attachments.ts';
import { marksOf } from './reply-marks.ts';
import {
  ChannelCannotSend,
  ConversationNotOpen,
  ThreadMoved,
  type AddNoteInput,
  type SendReplyInput,
} from './reply.model.ts';

/** Ids of what was written. */
export interface SavedReply {
  messageId: string;
  conversationId: string;
}

export type SendReplyOutcome = SavedReply | Refused<NotFound | ThreadMoved | ConversationNotOpen | ChannelCannotSend>;

/** Queues replies, which leave after the undo window, and keeps internal notes. */
@Injectable()
export class SendReplyUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly workspaces: WorkspacesRepository,
    private readonly channels: ChannelsRepository,
    private readonly conversations: ConversationsRepository,
    private readonly messages: MessagesRepository,
    private readonly drafts: DraftsRepository,
    private readonly replyDrafts: ReplyDraftsRepository,
    private readonly attachments: ReplyAttachments,
    private readonly refreshClocks: RefreshClocksUseCase,
    private readonly jobs: JobQueue,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** `typed`: written in the composer of the conversation, so what the writer had saved there is sent with it. */
  send(ctx: RequestContext, input: SendReplyInput, typed = true): Promise<SendReplyOutcome> {
    return this.unitOfWork.run<SendReplyOutcome>(ctx, async () => {
      const conversation = await this.conversations.findById(ctx, input.conversationId, { lock: true });
      if (!conversation) return refuse(new NotFound());
      const known = await this.messages.findById(ctx, input.id);
      if (known)
        return known.conversationId === conversation.id ? saved(known.id, conversation.id) : refuse(new NotFound());
      if (conversation.status === 'spam' || conversation.status === 'closed')
        return refuse(new ConversationNotOpen(conversation.status as ConversationStatus));
      const channel = await this.channels.getById(ctx, conversation.channelId);
      if (!canSend(channel)) return refuse(new ChannelCannotSend(channel.kind));
      const draft = input.draftId ? await this.drafts.findById(ctx, input.draftId) : null;
      if (input.draftId && draft?.conversationId !== conversation.id) return refuse(new NotFound());
      const newer = input.overrideMoved ? [] : await this.answersSince(ctx, conversation.id, input.revision);
      if (newer.length > 0) return refuse(new ThreadMoved(conversation.revision, newer));
      const files = await this.attachments.find(ctx, conversation.id, input.attachmentIds ?? []);
      const marks = await marksOf(this.database, ctx, input, this.clock.now());
      if (!files || !marks) return refuse(new NotFound());
      await this.queue(ctx, conversation, input, { attachments: files, ...marks }, typed);
      return saved(input.id, conversation.id);
    });
  }

  addNote(ctx: RequestContext, input: AddNoteInput): Promise<SavedReply | Refused<NotFound>> {
    return this.unitOfWork.run<SavedReply | Refused<NotFound>>(ctx, async () => {
      const conversation = await this.conversations.findById(ctx, input.conversationId, { lock: true });
      if (!conversation) return refuse(new NotFound());
      const known = await this.messages.findById(ctx, input.id);
      if (known)
        return known.conversationId === conversation.id ? saved(known.id, conversation.id) : refuse(new NotFound());
      const now = this.clock.now();
      await this.messages.insert(ctx, {
        id: input.id,
        conversationId: conversation.id,
        channelId: conversation.channelId,
        direction: 'note',
        authorKind: 'member',
        authorMemberId: ctx.member?.id ?? null,
        revision: await nextRevision(this.database, ctx, conversation.id),
        text: input.text,
        sentAt: now,
        createdAt: now,
      });
      this.append(ctx, 'note.added', input.id, conversation);
      return saved(input.id, conversation.id);
    });
  }

  private async queue(
    ctx: RequestContext,
    conversation: ConversationEntity,
    input: SendReplyInput,
    more: Pick<MessageEntity, 'macroId' | 'promisedFor'> & { attachments: MessageAttachmentEntry[] },
    typed: boolean,
  ): Promise<void> {
    const now = this.clock.now();
    const workspace = await this.workspaces.get(ctx);
    const deliverAt = new Date(now.getTime() + workspace.undoSendSeconds * 1000);
    await this.messages.insert(ctx, {
      id: input.id,
      conversationId: conversation.id,
      channelId: conversation.channelId,
      direction: 'outbound',
      authorKind: 'member',
      authorMemberId: ctx.member?.id ?? null,
      aiAssisted: Boolean(input.draftId),
      draftId: input.draftId ?? null,
      revision: await nextRevision(this.database, ctx, conversation.id),
      text: input.text,
      ...more,
      sentAt: now,
      createdAt: now,
      deliveryStatus: 'queued',
      deliverAt,
    });
    await this.attachments.send(ctx, input.id, more.attachments);
    await queueDelivery(this.jobs, ctx, input.id, deliverAt);
    await this.settleDrafts(ctx, conversation.id, input.draftId ?? null, typed, now);
    await this.refreshClocks.execute(ctx, conversation.id, now);
    this.append(ctx, 'reply.queued', input.id, conversation, { aiAssisted: Boolean(input.draftId) });
  }

  /** The inserted draft was used; any other of the thread is outdated by the reply. What the writer typed has been sent. */
  private async settleDrafts(
    ctx: RequestContext,
    conversationId: string,
    usedId: string | null,
    typed: boolean,
    now: Date,
  ): Promise<void> {
    await this.database.query(
      ctx,
      `update drafts set status = case when id = $3 then 'used' else 'outdated' end, ended_at = $4
       where workspace_id = $1 and conversation_id = $2 and (status = 'ready' or id = $3)`,
      [ctx.workspaceId, conversationId, usedId, now],
    );
    if (!ctx.member || !typed) return;
    const [own] = await this.replyDrafts.find(ctx, { conversationId, memberId: ctx.member.id }, { limit: 1 });
    if (own) await this.replyDrafts.delete(ctx, own.id);
  }

  /** Replies that somebody else has written since the revision the writer looked at (send guard, spec sla). */
  private async answersSince(ctx: RequestContext, conversationId: string, revision: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `select id from messages
       where workspace_id = $1 and conversation_id = $2 and revision > $3 and direction = 'outbound'
         and author_member_id is distinct from $4 and delivery_status is distinct from 'cancelled' order by revision`,
      [ctx.workspaceId, conversationId, revision, ctx.member?.id ?? null],
    );
    return rows.map(({ id }) => id);
  }

  private append(
    ctx: RequestContext,
    verb: string,
    messageId: string,
    conversation: ConversationEntity,
    data: Record<string, unknown> = {},
  ) {
    this.events.append(ctx, {
      verb,
      subjectKind: 'message',
      subjectId: messageId,
      conversationId: conversation.id,
      buyerId: conversation.buyerId,
      data,
    });
  }
}

function saved(messageId: string, conversationId: string): SavedReply {
  return { messageId, conversationId };
}
