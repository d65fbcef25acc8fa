import type { TenantContext, TenantDatabase } from '@dangol/db';
import { z } from 'zod';
import { toConnection } from '../../platform/graphql/connection.ts';
import { decodeCursor, encodeCursor } from '../../platform/graphql/cursor.ts';
import { BusinessWaits } from './business-waits.ts';
import type { ResponseSampleConnection, ResponseSampleRow } from './response-sample.model.ts';
import { samplesSql } from './response-samples.sql.ts';
import { readScope, type Reader, type SampleScope } from './sample-scope.ts';
import { ReportClock, type SlaReportFilter } from './sla-report.input.ts';

/** The instant of the first page, and the sort key: what is apart last, then the slowest, then the id. */
const CURSOR = z.tuple([z.iso.datetime(), z.number(), z.number(), z.uuid()]);

/** Declined and spam stand after the others: they are no answers. */
const APART = `case when s.status in ('answered', 'open') then 0 else 1 end`;

/** All samples of a scope, the slowest first; the rows have `took_ms` on the clock of the scope. */
export interface SampleRows {
  /** FROM, WHERE and ORDER BY; `r` is a row. */
  readonly from: string;
  readonly order: string;
  readonly params: unknown[];
}

/** The rows of the screen and of the file. */
export async function sampleRows(reader: Reader, scope: SampleScope): Promise<SampleRows> {
  const { from, member, where, inside, params } = samplesSql(scope);
  const open = scope.clock === ReportClock.BUSINESS ? await countOpenOnes(reader, scope) : null;
  if (open) params.push(open.ids, open.tookMs);
  const counted = open
    ? `left join unnest($${params.length - 1}::uuid[], $${params.length}::float8[]) o (id, took_ms) on o.id = s.id`
    : '';
  const tookMs = open ? 'coalesce(s.business_ms, o.took_ms, 0)' : 's.wall_ms';
  return {
    from: `(select s.id, s.conversation_id, s.buyer_id, b.name as buyer_name, b.country, b.grade, ch.name as channel_name,
        s.opened_at, s.responded_at, s.status, s.met, s.automatic_at, m.name as responder, msg.promised_for is not null as holding,
        ${APART} as apart, ${tookMs} as took_ms, floor(${tookMs} / 600) / 100 as took_minutes
      from ${from}
      left join members m on m.workspace_id = $1 and m.id = ${member}
      left join messages msg on msg.workspace_id = $1 and msg.id = s.response_message_id
      ${counted}
      where ${where} and ${inside}) r`,
    order: 'r.apart, r.took_ms desc, r.id',
    params,
  };
}

/** A page of samples. Later pages keep the instant of the first, so that waits which grow meanwhile move nothing. */
export async function queryResponseSamples(
  database: TenantDatabase,
  ctx: TenantContext,
  filter: SlaReportFilter,
  page: { first: number; after?: string },
  now: Date,
): Promise<ResponseSampleConnection> {
  const after = page.after ? decodeCursor(page.after, CURSOR) : null;
  return database.snapshot(ctx, async (snapshot) => {
    const scope = await readScope(snapshot, ctx, filter, after ? new Date(after[0]) : now);
    const rows = await pageOf(snapshot, scope, page.first + 1, after);
    const cursorOf = (row: (typeof rows)[number]): string =>
      encodeCursor([scope.asOf.toISOString(), row.apart, row.tookMs, row.id]);
    return { ...toConnection(rows, page, cursorOf), scope };
  });
}

/** The first samples of a scope. */
export function querySlowest(reader: Reader, scope: SampleScope, first: number): Promise<ResponseSampleRow[]> {
  return pageOf(reader, scope, first, null);
}

/** How many samples a scope has. */
export async function countResponseSamples(database: TenantDatabase, scope: SampleScope): Promise<number> {
  const { from, where, inside, params } = samplesSql(scope);
  const [row] = await database.query<{ n: number }>(
    scope.ctx,
    `select count(*)::int as n from ${from} where ${where} and ${inside}`,
    params,
  );
  return row?.n ?? 0;
}

async function pageOf(reader: Reader, scope: SampleScope, limit: number, after: z.infer<typeof CURSOR> | null) {
  const { from, order, params } = await sampleRows(reader, scope);
  const at = params.length;
  if (after) params.push(after[1], -after[2], after[3]);
  const keyset = after
    ? `where (r.apart, -r.took_ms, r.id) > ($${at + 1}::int, $${at + 2}::float8, $${at + 3}::uuid)`
    : '';
  params.push(limit);
  return reader.query<ResponseSampleRow & { apart: number; tookMs: number }>(
    `select r.id, r.conversation_id as "conversationId", r.buyer_id as "buyerId", r.buyer_name as "buyerName", r.grade,
       r.channel_name as "channelName", r.opened_at as "receivedAt", r.responded_at as "respondedAt", r.took_ms / 60000 as "tookMinutes",
       r.status, r.met, r.holding, r.responder, r.automatic_at as "automaticAt", r.apart, r.took_ms as "tookMs"
     from ${from} ${keyset} order by ${order} limit $${params.length}`,
    params,
  );
}

/** What the open ones have taken in business hours so far: the database knows no calendar. */
async function countOpenOnes(reader: Reader, scope: SampleScope): Promise<{ ids: string[]; tookMs: number[] }> {
  const { from, where, inside, params } = samplesSql(scope);
  const waits = await BusinessWaits.read(reader, scope.ctx);
  const rows = await reader.query<{ id: string; calendar_id: string; runs_since: Date | null; counted_ms: number }>(
    `select s.id, s.calendar_id, s.runs_since, s.counted_ms from ${from} where ${where} and ${inside} and s.business_ms is null`,
    params,
  );
  const asOfMs = scope.asOf.getTime();
  return {
    ids: rows.map(({ id }) => id),
    tookMs: rows.map(
      ({ calendar_id: calendarId, runs_since: since, counted_ms: counted }) =>
        counted + (since === null ? 0 : waits.between(calendarId, since.getTime(), asOfMs)),
    ),
  };
}
