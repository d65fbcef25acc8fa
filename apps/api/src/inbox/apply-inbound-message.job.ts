import { Injectable } from '@nestjs/common';
import { InboundMessagesRepository, UnitOfWork, type InboundMessageEntity, type TenantContext } from '@dangol/db';
import { APPLY_INBOUND_MESSAGE, parseInboundMessage } from '../channels/index.ts';
import { Task, type JobRun, type TaskHandler } from '../platform/jobs/task.decorator.ts';
import { ApplyDeliveriesUseCase, type RawDelivery } from './apply-deliveries.use-case.ts';
import { ApplyMailUseCase } from './mail/apply-mail.use-case.ts';
import { InboundAttachments, type InboundAttachment } from './inbound-attachments.ts';

/** One delivery (`id`), or those that were received together (`ids`). */
interface Payload extends Record<string, unknown> {
  workspaceId: string;
  id?: string;
  ids?: string[];
}

/**
 * Applies raw inbound messages, those of one job together. When that fails each is tried alone, so that one that cannot be
 * applied keeps no other waiting; a failure that stays becomes an exception a person sees.
 */
@Task(APPLY_INBOUND_MESSAGE)
@Injectable()
export class ApplyInboundMessageJob implements TaskHandler<Payload> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbound: InboundMessagesRepository,
    private readonly attachments: InboundAttachments,
    private readonly applyDeliveries: ApplyDeliveriesUseCase,
    private readonly applyMail: ApplyMailUseCase,
  ) {}

  async run({ workspaceId, id, ids }: Payload, job: JobRun): Promise<void> {
    const ctx: TenantContext = { workspaceId, actor: { kind: 'system', id: null } };
    const failures: unknown[] = [];
    for (const rows of await this.waitingByChannel(ctx, ids ?? (id ? [id] : []))) {
      if (await this.applyTogether(ctx, rows)) continue;
      for (const row of rows) failures.push(...(await this.applyAlone(ctx, row, job.lastAttempt)));
    }
    if (failures.length > 0 && !job.lastAttempt) throw failures[0]; // the queue tries again; after the last try a person decides
  }

  /** In the order in which they came in. */
  private async waitingByChannel(ctx: TenantContext, ids: readonly string[]): Promise<InboundMessageEntity[][]> {
    const rows = await this.inbound.findByIds(ctx, ids);
    const waiting = rows.filter(({ status }) => status !== 'applied' && status !== 'dismissed');
    return [...Map.groupBy(waiting, ({ channelId }) => channelId).values()];
  }

  /** False when they have to be tried one by one. */
  private async applyTogether(ctx: TenantContext, rows: readonly InboundMessageEntity[]): Promise<boolean> {
    if (rows.length === 1) return false;
    try {
      await this.apply(ctx, rows);
      return true;
    } catch {
      return false; // whichever of them it was will say why
    }
  }

  private async applyAlone(ctx: TenantContext, row: InboundMessageEntity, final: boolean): Promise<unknown[]> {
    try {
      await this.apply(ctx, [row]);
      return [];
    } catch (error) {
      await this.note(ctx, row.id, error, final);
      if (final) await this.attachments.drop(ctx, await this.putFiles(ctx, row).catch(() => []));
      return [error];
    }
  }

  private async apply(ctx: TenantContext, rows: readonly InboundMessageEntity[]): Promise<void> {
    const deliveries: RawDelivery[] = [];
    for (const row of rows)
      if (row.format === 'mime') await this.applyMail.execute(ctx, row);
      else deliveries.push({ row, files: await this.putFiles(ctx, row) });
    if (deliveries.length > 0) await this.applyDeliveries.execute(ctx, rows[0]!.channelId, deliveries);
    for (const { files } of deliveries) await this.attachments.drop(ctx, files); // of a message that was known
  }

  private putFiles(ctx: TenantContext, row: InboundMessageEntity): Promise<InboundAttachment[]> {
    const parsed = parseInboundMessage(row.body);
    return parsed.ok && parsed.body.attachments ? this.attachments.put(ctx, row.id, parsed.body) : Promise.resolve([]);
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
