import type { BusinessCalendar } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { toBusinessHours } from './business-hours.mapping.ts';
import { BusinessHours } from './business-hours.model.ts';

/** The hours that stand: the workspace's, or a channel's own. A channel without hours of its own has the workspace's. */
export async function queryBusinessHours(
  database: TenantDatabase,
  ctx: TenantContext,
  channelId: string | null = null,
): Promise<BusinessHours> {
  const [row] = await database.query<{
    version: number;
    calendar: BusinessCalendar;
    createdAt: Date;
    createdBy: BusinessHours['createdBy'];
  }>(
    ctx,
    `select b.version, b.calendar, b.created_at as "createdAt",
       (select jsonb_build_object('id', m.id, 'name', m.name, 'email', m.email, 'role', r.key, 'status', m.status, 'createdAt', m.created_at)
        from members m join roles r on r.workspace_id = $1 and r.id = m.role_id where m.workspace_id = $1 and m.id = b.created_by) as "createdBy"
     from business_calendars b where b.workspace_id = $1 and (b.channel_id is null or b.channel_id = (
       select ch.id from channels ch where ch.workspace_id = $1 and ch.id = $2 and ch.own_hours))
     order by b.channel_id is null, b.version desc limit 1`,
    [ctx.workspaceId, channelId],
  );
  if (!row) throw new Error(`Workspace ${ctx.workspaceId} has no business calendar`);
  const { calendar, ...rest } = row;
  return Object.assign(new BusinessHours(), toBusinessHours(calendar), rest);
}

/** The zone whose clocks the team reads. */
export async function queryTimeZone(database: TenantDatabase, ctx: TenantContext): Promise<string> {
  const [row] = await database.query<{ zone: string }>(ctx, `select time_zone as zone from workspaces where id = $1`, [
    ctx.workspaceId,
  ]);
  return row!.zone;
}

/** True for a channel that has hours of its own. */
export async function hasOwnHours(database: TenantDatabase, ctx: TenantContext, channelId: string): Promise<boolean> {
  const [row] = await database.query<{ own: boolean }>(
    ctx,
    `select own_hours as own from channels where workspace_id = $1 and id = $2`,
    [ctx.workspaceId, channelId],
  );
  return row?.own ?? false;
}
