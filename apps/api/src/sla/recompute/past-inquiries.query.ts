import type { BuyerGrade, InquiryTurn, MeasuredInquiry, PlatformLevel, Remeasured } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { CURRENT_CALENDAR } from '../clocks/served-conversations.query.ts';

/** An inquiry that has ended, with all that measuring it anew depends on. */
export interface PastInquiry extends MeasuredInquiry {
  readonly id: string;
  readonly turn: InquiryTurn;
  readonly policyId: string;
  readonly channelId: string;
  readonly grade: BuyerGrade | null;
  readonly level: PlatformLevel | null;
}

/** A channel with the hours that stand for it. */
export interface MeasuredChannel {
  readonly id: string;
  readonly platform: string;
  readonly calendarId: string;
}

/** Days in the workspace's zone; $2 and $3 are the first and the last. */
const OPENED_THEN = `
  i.opened_at >= ($2::date)::timestamp at time zone w.time_zone and i.opened_at < ($3::date + 1)::timestamp at time zone w.time_zone`;

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

/**
 * Every ended inquiry that was opened in these days, oldest first. Numbers and not dates: a year of a busy team is a hundred
 * thousand rows, and making dates of them takes longer than measuring.
 */
export function queryPastInquiries(
  database: TenantDatabase,
  ctx: TenantContext,
  from: string,
  to: string,
): Promise<PastInquiry[]> {
  return database.query<PastInquiry>(
    ctx,
    `select i.id, i.turn, i.status, i.channel_id as "channelId", i.sla_policy_id as "policyId", ${ms('i.opened_at')} as "openedAtMs",
       ${ms('i.ended_at')} as "endedAtMs", i.target_minutes as "targetMinutes", ${ms('i.due_at')} as "dueAtMs",
       coalesce(i.response_business_seconds, 0)::float8 as "businessSeconds", i.met, b.grade, b.platform_level as level
     from workspaces w
     join inquiries i on i.workspace_id = w.id and i.status <> 'open' and i.ended_at is not null and ${OPENED_THEN}
     join buyers b on b.workspace_id = i.workspace_id and b.id = i.buyer_id
     where w.id = $1 order by i.opened_at, i.id`,
    [ctx.workspaceId, from, to],
  );
}

/** Channels with the calendar that each is measured in now. */
export function queryMeasuredChannels(database: TenantDatabase, ctx: TenantContext): Promise<MeasuredChannel[]> {
  return database.query<MeasuredChannel>(
    ctx,
    `select ch.id, ch.platform, ${CURRENT_CALENDAR} as "calendarId" from channels ch where ch.workspace_id = $1`,
    [ctx.workspaceId],
  );
}

/** Names and conversations of inquiries, by id. */
export async function queryNamesOfInquiries(
  database: TenantDatabase,
  ctx: TenantContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { conversationId: string; buyerName: string }>> {
  const rows = await database.query<{ id: string; conversationId: string; buyerName: string }>(
    ctx,
    `select i.id, i.conversation_id as "conversationId", b.name as "buyerName" from inquiries i
     join buyers b on b.workspace_id = i.workspace_id and b.id = i.buyer_id
     where i.workspace_id = $1 and i.id = any ($2::uuid[])`,
    [ctx.workspaceId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** An inquiry as measured anew, with the versions that decided it. */
export interface StoredRemeasured extends Remeasured {
  readonly id: string;
  readonly endedAtMs: number;
  readonly policyId: string;
  readonly calendarId: string;
}

/** Stores inquiries as measured anew. One whose end has changed meanwhile is left: its log has measured it. */
export async function storeRemeasured(
  database: TenantDatabase,
  ctx: TenantContext,
  rows: readonly StoredRemeasured[],
): Promise<number> {
  const [row] = await database.query<{ n: number }>(
    ctx,
    `with stored as (
       update inquiries i set due_at = to_timestamp(0) + r.due_ms * interval '1 millisecond', target_minutes = r.target_minutes,
         response_business_seconds = r.business_seconds, met = r.met, sla_policy_id = r.policy_id, business_calendar_id = r.calendar_id
       from unnest($2::uuid[], $3::float8[], $4::float8[], $5::int[], $6::bigint[], $7::bool[], $8::uuid[], $9::uuid[])
         r (id, ended_ms, due_ms, target_minutes, business_seconds, met, policy_id, calendar_id)
       where i.workspace_id = $1 and i.id = r.id and ${ms('i.ended_at')} = r.ended_ms returning 1)
     select count(*)::int as n from stored`,
    [
      ctx.workspaceId,
      rows.map(({ id }) => id),
      rows.map(({ endedAtMs }) => endedAtMs),
      rows.map(({ dueAtMs }) => dueAtMs),
      rows.map(({ targetMinutes }) => targetMinutes),
      rows.map(({ businessSeconds }) => businessSeconds),
      rows.map(({ met }) => met),
      rows.map(({ policyId }) => policyId),
      rows.map(({ calendarId }) => calendarId),
    ],
  );
  return row!.n;
}
