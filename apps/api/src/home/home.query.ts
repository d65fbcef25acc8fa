import type { TenantContext, TenantDatabase } from '@dangol/db';
import {
  INBOX_ROW_COLUMNS,
  INBOX_ROW_JOINS,
  InboxFilter,
  queryInbox,
  queryInboxCounts,
  type InboxRow,
} from '../inbox/index.ts';
import type { AutoSend, Home } from './home.model.ts';
import { queryHeadlines } from './response-headlines.ts';

/** Rows that Home shows; the rest is one click away in the inbox. */
const SHOWN = 50;

/** Everything on Home, for the viewer `memberId`. */
export async function queryHome(
  database: TenantDatabase,
  ctx: TenantContext,
  memberId: string | null,
  now: Date,
): Promise<Home> {
  const [inbox, counts, headlines, warnings, autoSend, promises] = await Promise.all([
    queryInbox(database, ctx, { first: SHOWN }, new InboxFilter(), memberId, now),
    queryInboxCounts(database, ctx, memberId, now),
    queryHeadlines(database, ctx, now),
    queryWarnings(database, ctx, now),
    queryAutoSend(database, ctx),
    queryPromises(database, ctx, now),
  ]);
  return { asOf: now, counts, headlines, due: inbox.edges.map(({ node }) => node), ...warnings, autoSend, promises };
}

async function queryWarnings(
  database: TenantDatabase,
  ctx: TenantContext,
  now: Date,
): Promise<Pick<Home, 'failedDeliveries' | 'inboundExceptions' | 'answeredToday'>> {
  const [row] = await database.query<Pick<Home, 'failedDeliveries' | 'inboundExceptions' | 'answeredToday'>>(
    ctx,
    `select
       (select count(*)::int from conversations where workspace_id = w.id and pending_delivery = 'failed') as "failedDeliveries",
       (select count(*)::int from inbound_messages where workspace_id = w.id and status in ('failed', 'rejected')) as "inboundExceptions",
       (select count(*)::int from inquiries where workspace_id = w.id and status = 'answered'
          and ended_at >= date_trunc('day', $2::timestamptz, w.time_zone)) as "answeredToday"
     from workspaces w where w.id = $1`,
    [ctx.workspaceId, now],
    { name: 'home-warnings' },
  );
  return row!;
}

/** Whether the assistant may send, and how many channels would let it. */
export async function queryAutoSend(database: TenantDatabase, ctx: TenantContext): Promise<AutoSend> {
  const [row] = await database.query<AutoSend>(
    ctx,
    `select w.auto_send_paused as paused, (select count(*)::int from channels ch where ch.workspace_id = w.id and ch.auto_mode) as channels
     from workspaces w where w.id = $1`,
    [ctx.workspaceId],
    { name: 'home-auto-send' },
  );
  return row!;
}

/** What was promised for today or before and has not come, the oldest promise first. */
function queryPromises(database: TenantDatabase, ctx: TenantContext, now: Date): Promise<InboxRow[]> {
  return database.query<InboxRow>(
    ctx,
    `select ${INBOX_ROW_COLUMNS} from (
       select v.* from conversations v join workspaces w on w.id = $1
       where v.workspace_id = $1 and v.promised_for < (date_trunc('day', $2::timestamptz, w.time_zone) + interval '1 day')
       order by v.promised_for, v.id limit ${SHOWN}) c
     ${INBOX_ROW_JOINS} order by c.promised_for, c.id`,
    [ctx.workspaceId, now],
    { name: 'home-promises', isoTimestamps: true },
  );
}
