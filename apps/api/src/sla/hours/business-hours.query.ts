import type { BusinessCalendar } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { toBusinessHours } from './business-hours.mapping.ts';
import { BusinessHours } from './business-hours.model.ts';

/** The hours that stand. */
export async function queryBusinessHours(database: TenantDatabase, ctx: TenantContext): Promise<BusinessHours> {
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
     from business_calendars b where b.workspace_id = $1 order by b.version desc limit 1`,
    [ctx.workspaceId],
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
