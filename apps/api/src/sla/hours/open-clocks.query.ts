import type { BuyerGrade, InquiryTurn, OpenClock, PlatformLevel } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { CURRENT_CALENDAR } from '../clocks/served-conversations.query.ts';

/** An inquiry that waits, with what its target depends on and the hours that it is measured in. */
export interface ServedClock extends OpenClock {
  readonly turn: InquiryTurn;
  readonly channelId: string;
  readonly platform: string;
  readonly grade: BuyerGrade | null;
  readonly level: PlatformLevel | null;
  readonly calendarId: string;
}

/** Everything that waits: in all channels, in those without hours of their own, or in one. */
export async function queryOpenClocks(
  database: TenantDatabase,
  ctx: TenantContext,
  scope: 'all' | 'common' | { channelId: string } = 'all',
): Promise<ServedClock[]> {
  const rows = await database.query<Omit<ServedClock, 'openedAtMs' | 'dueAtMs'> & { openedAt: Date; dueAt: Date }>(
    ctx,
    `with channel as materialized (
       select ch.id, ch.platform, ${CURRENT_CALENDAR} as calendar_id from channels ch
       where ch.workspace_id = $1 and case when $2::text = 'common' then not ch.own_hours when $2 = 'all' then true else ch.id::text = $2 end)
     select i.id, i.turn, i.opened_at as "openedAt", i.target_minutes as "targetMinutes", i.due_at as "dueAt", i.channel_id as "channelId",
       ch.platform, ch.calendar_id as "calendarId", b.grade, b.platform_level as level
     from inquiries i join channel ch on ch.id = i.channel_id
     join buyers b on b.workspace_id = i.workspace_id and b.id = i.buyer_id
     where i.workspace_id = $1 and i.status = 'open'`,
    [ctx.workspaceId, typeof scope === 'string' ? scope : scope.channelId],
  );
  return rows.map(({ openedAt, dueAt, ...row }) => ({
    ...row,
    openedAtMs: openedAt.getTime(),
    dueAtMs: dueAt.getTime(),
  }));
}

/** How many inquiries wait. */
export async function countOpenInquiries(database: TenantDatabase, ctx: TenantContext): Promise<number> {
  const [row] = await database.query<{ n: number }>(
    ctx,
    `select count(*)::int as n from inquiries where workspace_id = $1 and status = 'open'`,
    [ctx.workspaceId],
  );
  return row!.n;
}
