import { Injectable } from '@nestjs/common';
import {
  EventLog,
  InboundMessagesRepository,
  JobQueue,
  UnitOfWork,
  refuse,
  type InboundMessageEntity,
  type Refused,
} from '@dangol/db';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { APPLY_INBOUND_MESSAGE } from './apply-inbound-message.task-name.ts';

/** Lets a person retry or dismiss a delivery that could not become a message. Settling one twice changes nothing. */
@Injectable()
export class SettleExceptionUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbound: InboundMessagesRepository,
    private readonly jobs: JobQueue,
    private readonly events: EventLog,
  ) {}

  retry(ctx: RequestContext, id: string): Promise<{ id: string } | Refused<NotFound>> {
    return this.settle(ctx, id, 'inbound_message.retried', async (row) => {
      await this.inbound.update(ctx, row.id, { status: 'pending', problemCode: null, problem: null });
      await this.jobs.enqueue(ctx, {
        task: APPLY_INBOUND_MESSAGE,
        payload: { workspaceId: ctx.workspaceId, id: row.id },
        key: `inbound:${row.id}`,
      });
    });
  }

  dismiss(ctx: RequestContext, id: string): Promise<{ id: string } | Refused<NotFound>> {
    return this.settle(ctx, id, 'inbound_message.dismissed', (row) =>
      this.inbound.update(ctx, row.id, { status: 'dismissed' }),
    );
  }

  private settle(
    ctx: RequestContext,
    id: string,
    verb: string,
    change: (row: InboundMessageEntity) => Promise<void>,
  ): Promise<{ id: string } | Refused<NotFound>> {
    return this.unitOfWork.run<{ id: string } | Refused<NotFound>>(ctx, async () => {
      const row = await this.inbound.findById(ctx, id, { lock: true });
      if (!row) return refuse(new NotFound());
      if (row.status === 'failed' || row.status === 'rejected') {
        await change(row);
        this.events.append(ctx, { verb, subjectKind: 'inbound_message', subjectId: id });
      }
      return { id };
    });
  }
}
