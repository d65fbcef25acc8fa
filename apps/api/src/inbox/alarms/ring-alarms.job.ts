import { Injectable } from '@nestjs/common';
import { EventLog, JobQueue, TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import { Task, type TaskHandler } from '../../platform/jobs/task.decorator.ts';
import { RING_ALARMS, wakeQueue } from '../../sla/index.ts';
import { endSnoozes, queryNextWake, takeDueAlarms, type RungAlarm } from './alarms.query.ts';

interface Payload extends Record<string, unknown> {
  workspaceId: string;
}

/** Alarms and snoozes of one unit: few enough that nobody who answers meanwhile waits for long. */
const BATCH = 200;

const VERBS: Record<RungAlarm['kind'], string> = { warning: 'inquiry.due_soon', breach: 'inquiry.overdue' };

/**
 * Says that answers are due soon or overdue, and brings snoozed conversations back. It wakes at the next due instant and reads
 * an index; nothing is scanned. Every alarm rings once: the row that says so and the event commit together.
 */
@Task(RING_ALARMS)
@Injectable()
export class RingAlarmsJob implements TaskHandler<Payload> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly jobs: JobQueue,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  async run({ workspaceId }: Payload): Promise<void> {
    const ctx: TenantContext = { workspaceId, actor: { kind: 'system', id: null } };
    for (;;) {
      const taken = await this.unitOfWork.run(ctx, () => this.ring(ctx));
      if (taken < BATCH) break;
    }
    await this.unitOfWork.run(ctx, async () => {
      const next = await queryNextWake(this.database, ctx);
      if (next) await wakeQueue(this.jobs, ctx, next);
    });
  }

  private async ring(ctx: TenantContext): Promise<number> {
    const now = this.clock.now();
    const alarms = await takeDueAlarms(this.database, ctx, now, BATCH);
    for (const { kind, stale, inquiryId, conversationId, buyerId, dueAt } of alarms) {
      if (stale) continue; // answered meanwhile, or moved
      this.events.append(ctx, {
        verb: VERBS[kind],
        subjectKind: 'inquiry',
        subjectId: inquiryId,
        conversationId,
        buyerId,
        data: { dueAt: dueAt.toISOString() },
      });
    }
    const ended = await endSnoozes(this.database, ctx, now, BATCH);
    for (const { id, buyerId } of ended)
      this.events.append(ctx, {
        verb: 'conversation.snooze_ended',
        subjectKind: 'conversation',
        subjectId: id,
        conversationId: id,
        buyerId,
        data: { cause: 'time' },
      });
    return Math.max(alarms.length, ended.length);
  }
}
