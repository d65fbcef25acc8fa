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

/**
 * Keeps the versions of the business hours, the workspace's and those of channels with hours of their own. One is never changed:
 * closed inquiries go on citing theirs.
 */
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
    const current = await this.lockNewest(ctx, null);
    if (!current) throw new Error(`Workspace ${ctx.workspaceId} has no business calendar`);
    return current;
  }

  /** The newest version of a channel's own hours; null when it never had any. */
  lockChannel(ctx: TenantContext, channelId: string): Promise<BusinessCalendarEntity | null> {
    return this.lockNewest(ctx, channelId);
  }

  /** The newest version of every channel that ever had hours of its own. */
  async lockChannels(ctx: TenantContext): Promise<BusinessCalendarEntity[]> {
    await this.lock(ctx);
    const all = await this.versions.find(ctx, {}, { orderBy: { version: 'desc' } });
    const channels = [...new Set(all.flatMap(({ channelId }) => channelId ?? []))];
    return channels.map((channelId) => all.find((version) => version.channelId === channelId)!);
  }

  /** A channel's first version, as a copy of the hours that stand; nothing when it has versions already. */
  async startChannel(ctx: TenantContext, channelId: string): Promise<void> {
    if (await this.lockNewest(ctx, channelId)) return;
    const { calendar } = await this.lockCurrent(ctx);
    await this.insert(ctx, { channelId, version: 1, calendar: { ...calendar, version: 1 } });
  }

  /** Stores the next version after `current`, which the caller has locked. Due times follow by a job, at `moveAt` or at once. */
  async keep(
    ctx: TenantContext,
    current: BusinessCalendarEntity,
    calendar: BusinessCalendar,
    moveAt: Date | null = null,
  ): Promise<BusinessCalendarEntity> {
    const version = current.version + 1;
    const { channelId } = current;
    const row = await this.insert(ctx, { channelId, version, calendar: { ...calendar, version } });
    await this.jobs.enqueue(ctx, {
      task: MOVE_DUE_TIMES,
      payload: {},
      key: MOVE_DUE_TIMES,
      ...(moveAt && { runAt: moveAt }),
    });
    return row;
  }

  private async insert(
    ctx: TenantContext,
    version: Pick<BusinessCalendarEntity, 'channelId' | 'version' | 'calendar'>,
  ): Promise<BusinessCalendarEntity> {
    const row = {
      id: newId(),
      ...version,
      createdBy: ctx.actor.kind === 'member' ? ctx.actor.id : null,
      createdAt: this.clock.now(),
    };
    await this.versions.insert(ctx, row);
    const about = { version: row.version, ...(row.channelId && { channelId: row.channelId }) };
    this.events.append(ctx, {
      verb: 'business_hours.saved',
      subjectKind: 'business_hours',
      subjectId: row.id,
      data: about,
    });
    return { ...row, workspaceId: ctx.workspaceId };
  }

  private async lockNewest(ctx: TenantContext, channelId: string | null): Promise<BusinessCalendarEntity | null> {
    await this.lock(ctx);
    const [newest] = await this.versions.find(ctx, { channelId }, { orderBy: { version: 'desc' }, limit: 1 });
    return newest ?? null;
  }

  private async lock(ctx: TenantContext): Promise<void> {
    await this.database.query(ctx, `select pg_advisory_xact_lock(hashtextextended('business-calendars:' || $1, 0))`, [
      ctx.workspaceId,
    ]);
  }
}
