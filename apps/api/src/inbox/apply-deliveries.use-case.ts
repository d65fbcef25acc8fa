import { Injectable } from '@nestjs/common';
import {
  InboundMessagesRepository,
  TenantDatabase,
  UnitOfWork,
  type InboundMessageEntity,
  type TenantContext,
} from '@dangol/db';
import { RegisterBuyerUseCase } from '../buyers/index.ts';
import { parseInboundMessage, type InboundMessageBody } from '../channels/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { InboundAttachment } from './inbound-attachments.ts';
import { TakeInMessagesUseCase } from './take-in-messages.use-case.ts';

/** A raw delivery of a channel with its files, which are stored already. */
export interface RawDelivery {
  readonly row: InboundMessageEntity;
  readonly files: readonly InboundAttachment[];
}

type Understood = RawDelivery & { readonly body: InboundMessageBody };

/**
 * Turns raw deliveries of one channel into buyers, conversations, messages, clocks and grades, and asks for drafts: all in one
 * transaction and in a fixed number of statements. Exactly once in effect: the raw rows say whether it was done.
 */
@Injectable()
export class ApplyDeliveriesUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly inbound: InboundMessagesRepository,
    private readonly registerBuyer: RegisterBuyerUseCase,
    private readonly takeIn: TakeInMessagesUseCase,
    private readonly clock: Clock,
  ) {}

  execute(ctx: TenantContext, channelId: string, deliveries: readonly RawDelivery[]): Promise<void> {
    return this.unitOfWork.run(ctx, async () => {
      const waiting = await this.lockWaiting(
        ctx,
        deliveries.map(({ row }) => row.id),
      );
      const understood: Understood[] = [];
      for (const delivery of deliveries) {
        if (!waiting.has(delivery.row.id)) continue;
        const parsed = parseInboundMessage(delivery.row.body);
        if (parsed.ok) understood.push({ ...delivery, body: parsed.body });
        else await this.reject(ctx, delivery.row, parsed);
      }
      if (understood.length > 0) await this.apply(ctx, channelId, understood);
    });
  }

  private async apply(ctx: TenantContext, channelId: string, deliveries: readonly Understood[]): Promise<void> {
    const now = this.clock.now();
    const channel: TenantContext = { ...ctx, actor: { kind: 'channel', id: channelId } };
    await this.lockThreads(
      ctx,
      channelId,
      deliveries.map(({ body }) => body),
    );
    const buyerIds = await this.registerBuyer.executeMany(
      channel,
      channelId,
      deliveries.map(({ body }) => ({ ...body.sender, channelId, seenAt: new Date(body.sentAt) })),
      now,
    );
    const incoming = deliveries.map(({ body, files }, index) => ({ buyerId: buyerIds[index]!, body, files }));
    const threaded = await this.takeIn.execute(channel, channelId, incoming, now);
    await this.markApplied(
      ctx,
      deliveries.map(({ row }) => row.id),
      threaded.map(({ messageId }) => messageId),
      now,
    );
  }

  /** Which of them nobody has applied or dismissed yet; they stay so until this unit has ended. */
  private async lockWaiting(ctx: TenantContext, ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `select id from inbound_messages where workspace_id = $1 and id = any ($2::uuid[]) and status not in ('applied', 'dismissed')
       order by id for no key update`,
      [ctx.workspaceId, ids],
      { name: 'lock-deliveries' },
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Two workers never register one sender or open one thread twice; taken in one order, so that they cannot block each other. */
  private async lockThreads(
    ctx: TenantContext,
    channelId: string,
    bodies: readonly InboundMessageBody[],
  ): Promise<void> {
    const keys = bodies.flatMap(({ sender, conversation }) => [
      `sender:${channelId}:${sender.externalId}`,
      `thread:${channelId}:${conversation.externalId}`,
    ]);
    await this.database.query(
      ctx,
      `select pg_advisory_xact_lock(k) from (select distinct hashtextextended($1 || key, 0) as k from unnest($2::text[]) key order by 1) keys`,
      [`${ctx.workspaceId}:`, keys],
      { name: 'lock-threads' },
    );
  }

  private async reject(
    ctx: TenantContext,
    row: InboundMessageEntity,
    { code, message }: { readonly code: string; readonly message: string },
  ): Promise<void> {
    await this.inbound.update(ctx, row.id, {
      status: 'rejected',
      problemCode: code,
      problem: message,
      attempts: row.attempts + 1,
    });
  }

  private async markApplied(
    ctx: TenantContext,
    ids: readonly string[],
    messageIds: readonly string[],
    now: Date,
  ): Promise<void> {
    await this.database.query(
      ctx,
      `update inbound_messages i set status = 'applied', applied_at = $4, message_id = d.message_id, attempts = i.attempts + 1,
         problem_code = null, problem = null
       from unnest($2::uuid[], $3::uuid[]) as d (id, message_id) where i.workspace_id = $1 and i.id = d.id`,
      [ctx.workspaceId, ids, messageIds, now],
      { name: 'mark-applied' },
    );
  }
}
