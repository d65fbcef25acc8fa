import { Injectable } from '@nestjs/common';
import {
  InboundMessagesRepository,
  TenantDatabase,
  UnitOfWork,
  type InboundMessageEntity,
  type TenantContext,
} from '@dangol/db';
import { RegisterBuyerUseCase } from '../buyers/index.ts';
import { APPLY_INBOUND_MESSAGE, parseInboundMessage, type InboundMessageBody } from '../channels/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Task, type JobRun, type TaskHandler } from '../platform/jobs/task.decorator.ts';
import { InboundAttachments, type InboundAttachment } from './inbound-attachments.ts';
import { TakeInMessagesUseCase } from './take-in-messages.use-case.ts';

interface Payload extends Record<string, unknown> {
  workspaceId: string;
  id: string;
}

/**
 * Turns one raw inbound message into buyer, conversation, message, clocks and grade in one transaction, and asks for a draft.
 * Exactly once in effect: the raw row says whether it was done. A failure that stays becomes an exception a person sees.
 */
@Task(APPLY_INBOUND_MESSAGE)
@Injectable()
export class ApplyInboundMessageJob implements TaskHandler<Payload> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly inbound: InboundMessagesRepository,
    private readonly attachments: InboundAttachments,
    private readonly registerBuyer: RegisterBuyerUseCase,
    private readonly takeIn: TakeInMessagesUseCase,
    private readonly clock: Clock,
  ) {}

  async run(payload: Payload, job: JobRun): Promise<void> {
    const ctx: TenantContext = { workspaceId: payload.workspaceId, actor: { kind: 'system', id: null } };
    let files: InboundAttachment[] = [];
    try {
      files = await this.putFiles(ctx, payload.id);
      await this.unitOfWork.run(ctx, () => this.apply(ctx, payload.id, files));
    } catch (error) {
      await this.note(ctx, payload.id, error, job.lastAttempt);
      if (!job.lastAttempt) throw error; // the queue tries again; after the last try a person decides
    }
    await this.attachments.drop(ctx, files); // of a message that was known, or that did not come about
  }

  private async putFiles(ctx: TenantContext, id: string): Promise<InboundAttachment[]> {
    const row = await this.inbound.findById(ctx, id);
    if (!row || row.status === 'applied' || row.status === 'dismissed') return [];
    const parsed = parseInboundMessage(row.body);
    return parsed.ok ? this.attachments.put(ctx, id, parsed.body) : [];
  }

  private async apply(ctx: TenantContext, id: string, files: readonly InboundAttachment[]): Promise<void> {
    const row = await this.inbound.findById(ctx, id, { lock: true });
    if (!row || row.status === 'applied' || row.status === 'dismissed') return;
    const parsed = parseInboundMessage(row.body);
    if (!parsed.ok) {
      await this.inbound.update(ctx, id, {
        status: 'rejected',
        problemCode: parsed.code,
        problem: parsed.message,
        attempts: row.attempts + 1,
      });
      return;
    }
    const channel: TenantContext = { ...ctx, actor: { kind: 'channel', id: row.channelId } };
    const messageId = await this.applyBody(channel, row, parsed.body, files);
    const done = {
      status: 'applied',
      appliedAt: this.clock.now(),
      messageId,
      attempts: row.attempts + 1,
      problemCode: null,
      problem: null,
    } as const;
    await this.inbound.update(ctx, id, done);
  }

  private async applyBody(
    ctx: TenantContext,
    row: InboundMessageEntity,
    body: InboundMessageBody,
    files: readonly InboundAttachment[],
  ): Promise<string> {
    const now = this.clock.now();
    await this.lockThread(ctx, row.channelId, body);
    const buyerId = await this.registerBuyer.execute(
      ctx,
      { ...body.sender, channelId: row.channelId, seenAt: new Date(body.sentAt) },
      now,
    );
    const [threaded] = await this.takeIn.execute(ctx, row.channelId, [{ buyerId, body, files }], now);
    return threaded!.messageId;
  }

  /** Two workers never register one sender or open one thread twice; taken in one order, so that they cannot block each other. */
  private async lockThread(ctx: TenantContext, channelId: string, body: InboundMessageBody): Promise<void> {
    const keys = [
      `sender:${channelId}:${body.sender.externalId}`,
      `thread:${channelId}:${body.conversation.externalId}`,
    ];
    await this.database.query(
      ctx,
      `select pg_advisory_xact_lock(k) from (select distinct hashtextextended($1 || key, 0) as k from unnest($2::text[]) key order by 1) keys`,
      [`${ctx.workspaceId}:`, keys],
    );
  }

  private async note(ctx: TenantContext, id: string, error: unknown, final: boolean): Promise<void> {
    await this.unitOfWork.run(ctx, async () => {
      const row = await this.inbound.findById(ctx, id, { lock: true });
      if (row?.status !== 'pending') return;
      const problem = error instanceof Error ? error.message.slice(0, 500) : 'unknown';
      await this.inbound.update(ctx, id, {
        attempts: row.attempts + 1,
        problemCode: 'APPLY_FAILED',
        problem,
        ...(final && { status: 'failed' as const }),
      });
    });
  }
}
