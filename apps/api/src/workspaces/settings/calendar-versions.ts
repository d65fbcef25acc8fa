import { Injectable } from '@nestjs/common';
import type { BusinessCalendar } from '@dangol/crm';
import {
  BusinessCalendarsRepository,
  EventLog,
  JobQueue,
  TenantDatabase,
  newId,
  type BusinessCalendarEntity,
  type TenantContext,
} from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import { MOVE_DUE_TIMES } from './move-due-times.task-name.ts';

/** Keeps the versions of the business hours. One is never changed: closed inquiries go on citing theirs. */
@Injectable()
export class CalendarVersions {
  constructor(
    private readonly database: TenantDatabase,
    private readonly versions: BusinessCalendarsRepository,
    private readonly events: EventLog,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** The version that stands, kept from moving until the caller's unit ends. */
  async lockCurrent(ctx: TenantContext): Promise<BusinessCalendarEntity> {
    await this.database.query(ctx, `select pg_advisory_xact_lock(hashtextextended('business-calendars:' || $1, 0))`, [
      ctx.workspaceId,
    ]);
    const [current] = await this.versions.find(ctx, {}, { orderBy: { version: 'desc' }, limit: 1 });
    if (!current) throw new Error(`Workspace ${ctx.workspaceId} has no business calendar`);
    return current;
  }

  /** Stores the next version after `current`, which the caller has locked. Due times follow by a job, at `moveAt` or at once. */
  async keep(
    ctx: TenantContext,
    current: BusinessCalendarEntity,
    calendar: BusinessCalendar,
    moveAt: Date | null = null,
  ): Promise<BusinessCalendarEntity> {
    const version = current.version + 1;
    const row = {
      id: newId(),
      version,
      calendar: { ...calendar, version },
      createdBy: ctx.actor.kind === 'member' ? ctx.actor.id : null,
      createdAt: this.clock.now(),
    };
    await this.versions.insert(ctx, row);
    const event = { verb: 'business_hours.saved', subjectKind: 'business_hours', subjectId: row.id, data: { version } };
    this.events.append(ctx, event);
    await this.jobs.enqueue(ctx, {
      task: MOVE_DUE_TIMES,
      payload: {},
      key: MOVE_DUE_TIMES,
      ...(moveAt && { runAt: moveAt }),
    });
    return { ...row, workspaceId: ctx.workspaceId };
  }
}
