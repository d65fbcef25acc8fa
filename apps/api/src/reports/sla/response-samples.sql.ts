import type { SampleScope } from './sample-scope.ts';
import { ReportMeasure } from './sla-report.input.ts';

/** Milliseconds between two instants. */
const span = (from: string, to: string): string => `round(extract(epoch from ${to} - ${from}) * 1000)::float8`;
const AS_OF = '$2::timestamptz';

/*
 * One relation per measure, all with the same columns. `wall_ms` and `business_ms` are what the sample took; of an open one
 * wall_ms is the wait until $2, and business_ms is null: a calendar has to count it, from `runs_since` (null while the clock
 * stands), on top of `counted_ms`. $1 is the workspace; `period` is a condition on the instant that it was opened.
 */

const inquiries =
  (turn: 'first' | 'next' | null) =>
  (period: (openedAt: string) => string): string => `
  select i.id, i.conversation_id, i.channel_id, i.buyer_id, i.opened_at, i.status, case when i.status = 'answered' then i.ended_at end as responded_at,
    coalesce(i.response_wall_ms::float8, greatest(0, ${span('i.opened_at', AS_OF)})) as wall_ms,
    i.response_business_seconds * 1000::float8 as business_ms, case when i.status = 'open' and i.due_at < ${AS_OF} then false else i.met end as met,
    i.first_response_member_id as responder_id, i.first_ack_at as automatic_at, i.first_response_message_id as response_message_id,
    i.business_calendar_id as calendar_id, case when i.status = 'open' then i.opened_at end as runs_since, 0::float8 as counted_ms
  from inquiries i where i.workspace_id = $1 and ${period('i.opened_at')}${turn ? ` and i.turn = '${turn}'` : ''}`;

/** A buyer-day whose sender the channel excludes is none of it; one whose sender was reported in time is spam. */
const buyerDays = (period: (openedAt: string) => string): string => `
  select d.id, d.conversation_id, d.channel_id, d.buyer_id, d.opened_at, t.status, case when t.status = 'answered' then d.responded_at end as responded_at,
    t.wall_ms, null::float8 as business_ms,
    case when t.status = 'answered' or t.wall_ms > h.mean_target_minutes * 60000::float8 then t.wall_ms <= h.mean_target_minutes * 60000::float8 end as met,
    d.response_member_id as responder_id, d.first_ack_at as automatic_at, d.response_message_id, null::uuid as calendar_id,
    null::timestamptz as runs_since, 0::float8 as counted_ms
  from buyer_days d join channels h on h.workspace_id = $1 and h.id = d.channel_id
  cross join lateral (
    select case when d.excluded = 'spam' then 'spam' when d.responded_at is null then 'open' else 'answered' end as status,
      coalesce(d.response_wall_ms::float8, greatest(0, ${span('d.opened_at', AS_OF)})) as wall_ms) t
  where d.workspace_id = $1 and ${period('d.opened_at')} and d.excluded is distinct from 'sender'`;

/** Cases. Waits for the buyer are in neither clock; a case that waits for the buyer is open and its clock stands. */
const resolutions = (period: (openedAt: string) => string): string => `
  select r.id, r.conversation_id, r.channel_id, r.buyer_id, r.opened_at,
    case r.status when 'resolved' then 'answered' when 'paused' then 'open' else r.status end as status,
    case when r.status = 'resolved' then r.ended_at end as responded_at,
    coalesce(r.wall_ms, 0)::float8 + coalesce(greatest(0, ${span('r.running_since', AS_OF)}), 0) as wall_ms,
    case when r.status not in ('open', 'paused') then r.business_seconds * 1000::float8 end as business_ms,
    case when r.status = 'open' and r.due_at < ${AS_OF} then false else r.met end as met,
    null::uuid as responder_id, null::timestamptz as automatic_at, null::uuid as response_message_id,
    r.business_calendar_id as calendar_id, r.running_since as runs_since, coalesce(r.business_seconds, 0) * 1000::float8 as counted_ms
  from resolutions r where r.workspace_id = $1 and ${period('r.opened_at')}`;

const MEASURES: Record<ReportMeasure, (period: (openedAt: string) => string) => string> = {
  [ReportMeasure.PLATFORM]: buyerDays,
  [ReportMeasure.RESPONSE]: inquiries(null),
  [ReportMeasure.FIRST]: inquiries('first'),
  [ReportMeasure.NEXT]: inquiries('next'),
  [ReportMeasure.RESOLUTION]: resolutions,
};

/** What a statement reads, and its parameters so far. */
export interface SamplesSql {
  /** FROM: `s` the samples, `b` buyers, `c` conversations, `ch` channels. */
  readonly from: string;
  /** Who answered or, without an answer, is assigned. */
  readonly member: string;
  /** WHERE: the conditions of the filter, except the period. */
  readonly where: string;
  /** Condition that a sample lies inside the period. */
  readonly inside: string;
  readonly params: unknown[];
}

/** The samples of a scope that were opened since `lookback` (the period's beginning when left out). */
export function samplesSql(scope: SampleScope, lookback: Date = scope.since): SamplesSql {
  const { ctx, asOf, since, until, rolling, only } = scope;
  const params: unknown[] = [ctx.workspaceId, asOf, since, until, lookback];
  const [from, to] = rolling ? ['>', '<='] : ['>=', '<'];
  const conditions: string[] = [];
  const where = (expression: string, values: readonly string[] | null | undefined, type: string): void => {
    if (!values?.length) return;
    params.push(values);
    conditions.push(`${expression} = any ($${params.length}::${type}[])`);
  };
  const member = 'coalesce(s.responder_id, c.assignee_id)';
  where('s.channel_id', only.channelId, 'uuid');
  where(member, only.memberId, 'uuid');
  where('b.grade', only.grade, 'text');
  where('b.country', only.country, 'text');
  const period = (openedAt: string): string =>
    `${openedAt} ${from} $5::timestamptz and ${openedAt} ${to} $4::timestamptz`;
  return {
    from: `(${MEASURES[scope.measure](period)}) s
      join buyers b on b.workspace_id = $1 and b.id = s.buyer_id
      join conversations c on c.workspace_id = $1 and c.id = s.conversation_id
      join channels ch on ch.workspace_id = $1 and ch.id = s.channel_id`,
    member,
    where: conditions.length > 0 ? conditions.join(' and ') : 'true',
    inside: `s.opened_at ${from} $3::timestamptz and s.opened_at ${to} $4::timestamptz`,
    params,
  };
}
