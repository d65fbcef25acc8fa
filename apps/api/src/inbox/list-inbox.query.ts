import { URGENT_WITHIN_MS, gradeRank, levelRank, type BuyerGrade, type PlatformLevel } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { z } from 'zod';
import type { Edge } from '../platform/graphql/connection.ts';
import { decodeCursor, encodeCursor } from '../platform/graphql/cursor.ts';
import { INBOX_ROW_COLUMNS, INBOX_ROW_JOINS } from './inbox-row.columns.ts';
import { InboxView, type InboxConnection, type InboxFilter, type InboxRow } from './inbox.model.ts';

const GRADES: readonly (BuyerGrade | null)[] = ['A', 'B', 'C', null];
const LEVELS: readonly (PlatformLevel | null)[] = ['L4', 'L3', 'L2', 'L1', null];

/** Where a page of the queue ended: the instant its order was computed for, then the sort key of its last row. */
const QUEUE_CURSOR = z.tuple([
  z.iso.datetime(),
  z.number().int(),
  z.number().int(),
  z.number().int(),
  z.iso.datetime(),
  z.uuid(),
]);
const LATEST_CURSOR = z.tuple([z.iso.datetime(), z.iso.datetime(), z.uuid()]);

/** Hidden rows stay out of the queue until their snooze ends; `now` is the parameter with the instant of the page. */
const shown = (now: string): string => `(snoozed_until is null or snoozed_until <= ${now})`;

/** Looked up row by row: joined, the planner would read all buyers of a country to find the few that wait. */
const ofCountries = (param: string): string =>
  `and (select b.country from buyers b where b.workspace_id = $1 and b.id = conversations.buyer_id) = any (${param}::text[])`;

/**
 * The queue (spec sla, "Queue order") walks the index (workspace, status, grade, level, due) group by group: forty short index
 * ranges in the order of the screen. It takes them until the page is full, so that the cost does not grow with the queue, and
 * joins what the screen shows to the rows of the page alone. `narrowing` is the condition of a list that has an index of its
 * own: the statement is planned once for all callers, so a condition that is only there for some would never use it.
 */
const queueSql = (narrowing: string): string => `
select c.band, c.grade_rank as "gradeRank", c.level_rank as "levelRank", ${INBOX_ROW_COLUMNS}
from (
  select k.band, q.*
  from (
    select band, grade_rank, level_rank,
      case when band = 0 then '-infinity'::timestamptz else $2 end as from_at,
      case when band = 0 then $2 else 'infinity'::timestamptz end as to_at,
      (band, grade_rank, level_rank) = ($5::int, $6::int, $7::int) as resumes
    from unnest(array[0, 1]) band, unnest($3::int[]) grade_rank, unnest($4::int[]) level_rank
    where (band, grade_rank, level_rank) >= ($5::int, $6::int, $7::int)
    order by band, grade_rank, level_rank) k
  cross join lateral (
    select * from conversations
    where workspace_id = $1 and status = 'waiting' and grade_rank = k.grade_rank and level_rank = k.level_rank
      and due_at >= case when k.resumes then greatest(k.from_at, $8::timestamptz) else k.from_at end and due_at < k.to_at
      and (not k.resumes or (due_at, id) > ($8::timestamptz, $9::uuid))
      and ($10::uuid[] is null or channel_id = any ($10)) and ${shown('$12::timestamptz')}
      and ($13::text[] is null or language = any ($13)) and ($14::text[] is null or topic = any ($14)) ${narrowing}
    order by due_at, id limit $11) q
  order by k.band, k.grade_rank, k.level_rank, q.due_at, q.id
  limit $11) c
${INBOX_ROW_JOINS}
order by c.band, c.grade_rank, c.level_rank, c.due_at, c.id`;

const latestSql = (narrowing: string): string => `
select ${INBOX_ROW_COLUMNS}
from (
  select * from conversations
  where workspace_id = $1 and ($3::text[] is null or status = any ($3))
    and ($4::timestamptz is null or (last_message_at, id) < ($4, $5::uuid))
    and ($6::uuid is null or assignee_id = $6) and ($7::uuid[] is null or channel_id = any ($7))
    and ($8::int[] is null or grade_rank = any ($8)) and ($9::int[] is null or level_rank = any ($9))
    and ($11::text[] is null or language = any ($11)) and ($12::text[] is null or topic = any ($12)) ${narrowing}
  order by last_message_at desc, id desc limit $10) c
${INBOX_ROW_JOINS}
order by c.last_message_at desc, c.id desc`;

/** A condition that only some lists have, with its value: each combination is a statement of its own. */
interface Narrowing {
  readonly name: string;
  readonly sql: (param: string) => string;
  readonly value: unknown;
}

function narrowed(
  name: string,
  sql: (narrowing: string) => string,
  params: unknown[],
  by: Narrowing[],
): InboxStatement {
  const conditions = by.map((narrowing, index) => narrowing.sql(`$${params.length + 1 + index}`));
  return {
    name: [name, ...by.map((narrowing) => narrowing.name)].join('-'),
    sql: sql(conditions.join(' ')),
    params: [...params, ...by.map(({ value }) => value)],
  };
}

type QueueRow = InboxRow & { band: number; gradeRank: number; levelRank: number };

/** Statuses of the conversations of a list; all where there are none. */
export const STATUSES: Partial<Record<InboxView, string[]>> = {
  [InboxView.WAITING]: ['waiting'],
  [InboxView.MINE]: ['waiting'],
  [InboxView.SNOOZED]: ['waiting'],
  [InboxView.ANSWERED]: ['answered'],
  [InboxView.CLOSED]: ['closed', 'declined', 'spam'],
};

export interface InboxPage {
  first: number;
  after?: string;
}

/** One page of the inbox. `memberId` is the viewer, for MINE. */
export function queryInbox(
  database: TenantDatabase,
  ctx: TenantContext,
  page: InboxPage,
  filter: InboxFilter,
  memberId: string | null,
  now: Date,
): Promise<InboxConnection> {
  return isQueued(filter)
    ? queryQueue(database, ctx, page, filter, memberId, now)
    : queryLatest(database, ctx, page, filter, now);
}

/** A statement to prepare once under its name, and what to run it with. */
export interface InboxStatement {
  name: string;
  sql: string;
  params: unknown[];
}

type QueuePosition = z.infer<typeof QUEUE_CURSOR> | readonly [string, -1, -1, -1, null, null];

/** Before the first row of the queue as it is ordered at `now`. */
export function startOfQueue(now: Date): QueuePosition {
  return [now.toISOString(), -1, -1, -1, null, null];
}

/** The statement of one page of the queue. The bench runs the same one without the house around it. */
export function queueStatement(
  workspaceId: string,
  first: number,
  [asOf, band, grade, level, dueAt, id]: QueuePosition,
  filter: InboxFilter,
  assigneeId: string | null,
): InboxStatement {
  const params = [
    workspaceId,
    urgentBound(asOf),
    (filter.grade?.length ? filter.grade : GRADES).map(gradeRank),
    (filter.platformLevel?.length ? filter.platformLevel : LEVELS).map(levelRank),
    band,
    grade,
    level,
    dueAt,
    id,
    given(filter.channelId),
    first + 1,
    asOf,
    given(filter.language),
    given(filter.topic),
  ];
  return narrowed('inbox-queue', queueSql, params, [
    ...(assigneeId
      ? [{ name: 'of-one', sql: (param: string) => `and assignee_id = ${param}`, value: assigneeId }]
      : []),
    ...byCountry(filter),
  ]);
}

async function queryQueue(
  database: TenantDatabase,
  ctx: TenantContext,
  page: InboxPage,
  filter: InboxFilter,
  memberId: string | null,
  now: Date,
): Promise<InboxConnection> {
  const position = page.after ? decodeCursor(page.after, QUEUE_CURSOR) : startOfQueue(now);
  const assigneeId = assigneeOf(filter, memberId);
  const { name, sql, params } = queueStatement(ctx.workspaceId, page.first, position, filter, assigneeId);
  const rows = await database.query<QueueRow>(ctx, sql, params, { name, isoTimestamps: true });
  const [asOf] = position;
  return toPage(rows, page, new Date(asOf), (row) => [
    asOf,
    row.band,
    row.gradeRank,
    row.levelRank,
    row.dueAt as string,
    row.id,
  ]);
}

async function queryLatest(
  database: TenantDatabase,
  ctx: TenantContext,
  page: InboxPage,
  filter: InboxFilter,
  now: Date,
): Promise<InboxConnection> {
  const position = page.after ? decodeCursor(page.after, LATEST_CURSOR) : startOfLatest(now);
  const { name, sql, params } = latestStatement(ctx.workspaceId, page.first, position, filter);
  const rows = await database.query<InboxRow>(ctx, sql, params, { name, isoTimestamps: true });
  const [asOf] = position;
  return toPage(rows, page, new Date(asOf), (row) => [asOf, row.lastMessageAt as string, row.id]);
}

type LatestPosition = z.infer<typeof LATEST_CURSOR> | readonly [string, null, null];

function startOfLatest(now: Date): LatestPosition {
  return [now.toISOString(), null, null];
}

function latestStatement(
  workspaceId: string,
  first: number,
  [asOf, lastMessageAt, id]: LatestPosition,
  filter: InboxFilter,
): InboxStatement {
  const params = [
    workspaceId,
    urgentBound(asOf),
    STATUSES[filter.view] ?? null,
    lastMessageAt,
    id,
    filter.assigneeId ?? null,
    given(filter.channelId),
    given(filter.grade)?.map(gradeRank) ?? null,
    given(filter.platformLevel)?.map(levelRank) ?? null,
    first + 1,
    given(filter.language),
    given(filter.topic),
  ];
  const snoozed = { name: 'snoozed', sql: (param: string) => `and snoozed_until > ${param}::timestamptz`, value: asOf };
  return narrowed('inbox-latest', latestSql, params, [
    ...(filter.view === InboxView.SNOOZED ? [snoozed] : []),
    ...byCountry(filter),
  ]);
}

function byCountry({ country }: InboxFilter): Narrowing[] {
  return country?.length ? [{ name: 'by-country', sql: ofCountries, value: country }] : [];
}

/** No values of a filter narrow nothing. */
export function given<Value>(values: readonly Value[] | null | undefined): readonly Value[] | null {
  return values?.length ? values : null;
}

/** All rows of a list of the inbox in its order, without a page: what an export wraps. */
export function inboxStatement(
  workspaceId: string,
  filter: InboxFilter,
  memberId: string | null,
  now: Date,
): Pick<InboxStatement, 'sql' | 'params'> {
  if (!isQueued(filter)) return latestStatement(workspaceId, EVERY_ROW, startOfLatest(now), filter);
  return queueStatement(workspaceId, EVERY_ROW, startOfQueue(now), filter, assigneeOf(filter, memberId));
}

/** A page that holds all there can be. */
const EVERY_ROW = 2 ** 31 - 2;

function isQueued({ view }: InboxFilter): boolean {
  return view === InboxView.WAITING || view === InboxView.MINE;
}

/** Whose conversations a list holds; null for everybody's. */
export function assigneeOf(filter: InboxFilter, memberId: string | null): string | null {
  return filter.view === InboxView.MINE ? memberId : (filter.assigneeId ?? null);
}

function urgentBound(asOf: string): Date {
  return new Date(Date.parse(asOf) + URGENT_WITHIN_MS);
}

/** A row with its cursor, which is made when it is asked for: fifty of them cost more than the query. */
class LazyEdge<Row> implements Edge<Row> {
  constructor(
    readonly node: Row,
    private readonly keyOf: (row: Row) => (string | number)[],
  ) {}

  get cursor(): string {
    return encodeCursor(this.keyOf(this.node));
  }
}

function toPage<Row extends InboxRow>(
  rows: Row[],
  page: InboxPage,
  asOf: Date,
  keyOf: (row: Row) => (string | number)[],
): InboxConnection {
  const edges = rows.slice(0, page.first).map((node) => new LazyEdge(node, keyOf));
  return {
    asOf,
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
