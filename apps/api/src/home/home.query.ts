import { summariseResponses, type ResponseSample } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { InboxFilter, queryInbox, queryInboxCounts } from '../inbox/index.ts';
import type { Home, ResponseHeadline } from './home.model.ts';

const THIRTY_DAYS_MS = 30 * 86_400_000;
/** Platform targets of the mean (spec sla): 4 h for five stars on Alibaba.com and as our own promise, 12 h on AliExpress. */
const TARGET_MINUTES: Record<string, number> = { aliexpress: 720 };
const DEFAULT_TARGET_MINUTES = 240;
/** Rows that Home shows; the rest is one click away in the inbox. */
const SHOWN = 50;

/** Everything on Home, for the viewer `memberId`. */
export async function queryHome(
  database: TenantDatabase,
  ctx: TenantContext,
  memberId: string | null,
  now: Date,
): Promise<Home> {
  const [inbox, counts, headlines, warnings] = await Promise.all([
    queryInbox(database, ctx, { first: SHOWN }, new InboxFilter(), memberId, now),
    queryInboxCounts(database, ctx, memberId, now),
    queryHeadlines(database, ctx, now),
    queryWarnings(database, ctx, now),
  ]);
  return { asOf: now, counts, headlines, due: inbox.edges.map(({ node }) => node), ...warnings };
}

async function queryHeadlines(database: TenantDatabase, ctx: TenantContext, now: Date): Promise<ResponseHeadline[]> {
  const rows = await database.query<{ id: string; name: string; platform: string; samples: ResponseSample[] | null }>(
    ctx,
    `select ch.id, ch.name, ch.platform, s.samples from channels ch
     cross join lateral (
       select json_agg(json_build_object('status', i.status, 'met', i.met, 'tookMs',
         case when i.status = 'answered' then i.response_wall_ms else greatest(0, (extract(epoch from $2::timestamptz - i.opened_at) * 1000)::bigint) end)) as samples
       from inquiries i where i.workspace_id = ch.workspace_id and i.channel_id = ch.id
         and ((i.status = 'answered' and i.ended_at > $3) or i.status = 'open')) s
     where ch.workspace_id = $1 order by ch.name`,
    [ctx.workspaceId, now, new Date(now.getTime() - THIRTY_DAYS_MS)],
    { name: 'home-headlines' },
  );
  return rows
    .filter((row) => row.samples !== null)
    .map((row) => toHeadline(row.id, row.name, row.platform, row.samples ?? []))
    .toSorted((left, right) => overTarget(right) - overTarget(left));
}

function toHeadline(
  channelId: string,
  channelName: string,
  platform: string,
  samples: ResponseSample[],
): ResponseHeadline {
  const summary = summariseResponses(samples);
  return {
    channelId,
    channelName,
    meanMinutes: minutes(summary.meanMs),
    targetMinutes: TARGET_MINUTES[platform] ?? DEFAULT_TARGET_MINUTES,
    answered: summary.answeredCount,
    unanswered: summary.unansweredCount,
    oldestWaitMinutes: summary.oldestWaitMs === null ? null : Math.floor(summary.oldestWaitMs / 60_000),
    ifAnsweredNowMinutes: minutes(summary.meanIfAnsweredNowMs),
  };
}

/** How far a channel's mean is over its target, as a share; the headline that matters most is the highest. */
function overTarget({ meanMinutes, targetMinutes }: ResponseHeadline): number {
  return meanMinutes === null ? -1 : meanMinutes / targetMinutes;
}

function minutes(ms: number | null): number | null {
  return ms === null ? null : ms / 60_000;
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
