import { Injectable } from '@nestjs/common';
import {
  BuyersRepository,
  ChannelsRepository,
  ConversationsRepository,
  EventLog,
  JobQueue,
  MembersRepository,
  MessagesRepository,
  TenantDatabase,
  UnitOfWork,
  type MessageEntity,
  type TenantContext,
} from '@dangol/db';
import { DeliverToChannel, type DeliveryOutcome, type OutgoingReply } from '../channels/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Task, type TaskHandler } from '../platform/jobs/task.decorator.ts';
import { FileMissing, FileStoreUnavailable } from '../platform/files/file-store.ts';
import { refreshPromise } from '../promises/index.ts';
import { RefreshClocksUseCase } from '../sla/index.ts';
import { DELIVER_REPLY } from './deliver-reply.task-name.ts';
import { queueDelivery } from './queue-delivery.ts';
import { ReplyAttachments } from './reply-attachments.ts';

interface Payload extends Record<string, unknown> {
  workspaceId: string;
  messageId: string;
}

/** Waits before the second and later attempts; after the last one the reply is failed, and a person decides. */
const RETRY_AFTER_MS = [5_000, 30_000, 120_000, 600_000];

/** Hands one reply to its channel. The clock stops when the channel accepts it; a failed delivery leaves it running. */
@Task(DELIVER_REPLY)
@Injectable()
export class DeliverReplyJob implements TaskHandler<Payload> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly messages: MessagesRepository,
    private readonly conversations: ConversationsRepository,
    private readonly buyers: BuyersRepository,
    private readonly members: MembersRepository,
    private readonly channels: ChannelsRepository,
    private readonly attachments: ReplyAttachments,
    private readonly deliverToChannel: DeliverToChannel,
    private readonly refreshClocks: RefreshClocksUseCase,
    private readonly jobs: JobQueue,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  async run(payload: Payload): Promise<void> {
    const ctx: TenantContext = { workspaceId: payload.workspaceId, actor: { kind: 'system', id: null } };
    const taken = await this.unitOfWork.run(ctx, () => this.take(ctx, payload.messageId));
    if (!taken) return;
    const outcome = await this.deliver(ctx, taken.message.channelId, taken.reply);
    await this.unitOfWork.run(ctx, () => this.settle(ctx, taken.message.id, outcome));
  }

  /** The files are read outside of any unit: they are long, and the store may be far away. */
  private async deliver(
    ctx: TenantContext,
    channelId: string,
    reply: Omit<OutgoingReply, 'files' | 'mail'>,
  ): Promise<DeliveryOutcome> {
    try {
      const files = await this.attachments.read(ctx, reply.id);
      return await this.deliverToChannel.execute(ctx, channelId, { ...reply, files });
    } catch (error) {
      if (!(error instanceof FileMissing) && !(error instanceof FileStoreUnavailable)) throw error;
      return { accepted: false, retry: true, problem: 'A file of the reply cannot be read.' };
    }
  }

  /** From `sending` on a reply cannot be taken back. A job that died here is run again, with the same id for the channel. */
  private async take(
    ctx: TenantContext,
    messageId: string,
  ): Promise<{ message: MessageEntity; reply: Omit<OutgoingReply, 'files' | 'mail'> } | null> {
    const message = await this.messages.findById(ctx, messageId, { lock: true });
    if (message?.deliveryStatus !== 'queued' && message?.deliveryStatus !== 'sending') return null;
    await this.messages.update(ctx, message.id, {
      deliveryStatus: 'sending',
      deliveryAttempts: message.deliveryAttempts + 1,
    });
    await this.conversations.update(ctx, message.conversationId, { pendingDelivery: 'sending' });
    const conversation = await this.conversations.getById(ctx, message.conversationId);
    const author = message.authorMemberId ? await this.members.findById(ctx, message.authorMemberId) : null;
    const reply = {
      id: message.id,
      conversationId: conversation.id,
      conversationExternalId: conversation.externalId,
      recipientExternalId: await this.recipient(ctx, conversation.buyerId, conversation.channelId),
      text: message.text,
      sentAt: message.sentAt,
      authorName: author?.name ?? null,
      automatic: message.authorKind === 'assistant',
    };
    return { message, reply };
  }

  private async settle(ctx: TenantContext, messageId: string, outcome: DeliveryOutcome): Promise<void> {
    const now = this.clock.now();
    const message = await this.messages.getById(ctx, messageId, { lock: true });
    if (outcome.accepted) {
      await this.messages.update(ctx, message.id, {
        deliveryStatus: 'delivered',
        acceptedAt: now,
        deliverAt: null,
        deliveryError: null,
      });
      if (message.authorKind !== 'assistant') await this.markContact(ctx, message.conversationId, now);
      await this.markChannel(ctx, message.channelId, null);
      this.append(ctx, 'reply.delivered', message);
    } else {
      const waitMs = outcome.retry ? RETRY_AFTER_MS[message.deliveryAttempts - 1] : undefined;
      await this.retryOrFail(ctx, message, outcome, waitMs === undefined ? null : new Date(now.getTime() + waitMs));
    }
    await this.refreshClocks.execute(ctx, message.conversationId, now);
    await refreshPromise(this.database, this.jobs, ctx, message.conversationId);
  }

  private async retryOrFail(
    ctx: TenantContext,
    message: MessageEntity,
    { problem, onlyThisReply }: Extract<DeliveryOutcome, { accepted: false }>,
    retryAt: Date | null,
  ): Promise<void> {
    await this.messages.update(ctx, message.id, {
      deliveryStatus: retryAt ? 'queued' : 'failed',
      deliverAt: retryAt,
      deliveryError: problem,
    });
    if (!onlyThisReply) await this.markChannel(ctx, message.channelId, problem);
    this.append(ctx, retryAt ? 'reply.delivery_retried' : 'reply.delivery_failed', message, {
      attempts: message.deliveryAttempts,
    });
    if (retryAt) await queueDelivery(this.jobs, ctx, message.id, retryAt);
  }

  /** A person wrote to the buyer; what a machine sends is no contact. */
  private async markContact(ctx: TenantContext, conversationId: string, now: Date): Promise<void> {
    const { buyerId } = await this.conversations.getById(ctx, conversationId);
    await this.buyers.update(ctx, buyerId, { lastContactAt: now });
  }

  /** A channel that does not take replies says so, and never looks active. */
  private async markChannel(ctx: TenantContext, channelId: string, problem: string | null): Promise<void> {
    const channel = await this.channels.getById(ctx, channelId);
    const status = problem === null ? 'active' : 'failing';
    if (channel.status === 'paused' || channel.status === status) return;
    // A mailbox that cannot be read goes on failing, though it takes what is sent: its reader says when it is well.
    if (problem === null && channel.statusDetail?.startsWith('IMAP ')) return;
    await this.channels.update(ctx, channelId, { status, statusDetail: problem });
    const verb = status === 'active' ? 'channel.recovered' : 'channel.failing';
    this.events.append(ctx, { verb, subjectKind: 'channel', subjectId: channelId });
  }

  private async recipient(ctx: TenantContext, buyerId: string, channelId: string): Promise<string> {
    const [row] = await this.database.query<{ external_id: string }>(
      ctx,
      `select external_id from buyer_identities where workspace_id = $1 and buyer_id = $2 and channel_id = $3 order by seen_at desc limit 1`,
      [ctx.workspaceId, buyerId, channelId],
    );
    return row?.external_id ?? buyerId;
  }

  private append(ctx: TenantContext, verb: string, message: MessageEntity, data: Record<string, unknown> = {}): void {
    this.events.append(ctx, {
      verb,
      subjectKind: 'message',
      subjectId: message.id,
      conversationId: message.conversationId,
      data,
    });
  }
}
