import { RollingMean } from '@dangol/crm';
import type { Snapshot } from '@dangol/db';
import { BusinessWaits } from './business-waits.ts';
import { ResponseCount, ResponseCounts, type CountedSample } from './response-count.ts';
import { samplesSql } from './response-samples.sql.ts';
import type { SampleScope } from './sample-scope.ts';
import { ReportClock } from './sla-report.input.ts';

const DAY_MS = 86_400_000;
const HOURS_OF_WEEK = 168;

/** Every raw sample of a period, counted in one pass. */
export interface CollectedResponses {
  readonly all: ResponseCount;
  readonly byMember: ResponseCounts;
  readonly byChannel: ResponseCounts;
  readonly byGrade: ResponseCounts;
  readonly byCountry: ResponseCounts;
  /** Per hour of the week from Monday 0:00, in the workspace's zone. */
  readonly byHour: readonly ResponseCount[];
  readonly rolling: RollingMean;
}

/**
 * Counts the samples of a scope as they stream from the database: what stays in memory is a number per answered sample and
 * group, whatever the period. `rollAt` are the instants of the rolling mean, which reaches 30 days further back.
 */
export async function collectResponses(
  snapshot: Snapshot,
  scope: SampleScope,
  rollAt: readonly Date[] = [],
): Promise<CollectedResponses> {
  const collected: CollectedResponses = {
    all: new ResponseCount(),
    byMember: new ResponseCounts(),
    byChannel: new ResponseCounts(),
    byGrade: new ResponseCounts(),
    byCountry: new ResponseCounts(),
    byHour: Array.from({ length: HOURS_OF_WEEK }, () => new ResponseCount()),
    rolling: new RollingMean(rollAt.map((at) => at.getTime())),
  };
  const waits = scope.clock === ReportClock.BUSINESS ? await BusinessWaits.read(snapshot, scope.ctx) : null;
  const firstRoll = rollAt[0];
  const lookback = firstRoll
    ? new Date(Math.min(scope.since.getTime(), firstRoll.getTime() - 30 * DAY_MS))
    : scope.since;
  const { sql, params } = streamSql(scope, lookback);
  // All rows are wanted: a plan that is quick with the first of them is the wrong one.
  await snapshot.query('set local cursor_tuple_fraction = 1');
  for await (const batch of snapshot.rows(sql, params))
    for (const cells of batch) count(collected, readRow(cells), waits, scope.asOf.getTime());
  return collected;
}

const COLUMNS = [
  ['conversationId', `case when s.status = 'open' then s.conversation_id end`],
  ['channelId', 's.channel_id'],
  ['memberId', ''],
  ['grade', 'b.grade'],
  ['country', 'b.country'],
  ['status', 's.status'],
  ['openedMs', epochMs('s.opened_at')],
  ['respondedMs', epochMs('s.responded_at')],
  ['wallMs', 's.wall_ms'],
  ['businessMs', 's.business_ms'],
  ['met', 's.met'],
  ['automaticMs', epochMs('s.automatic_at')],
  ['calendarId', 's.calendar_id'],
  ['runsSinceMs', epochMs('s.runs_since')],
  ['countedMs', 's.counted_ms'],
  ['hour', ''],
  ['inside', ''],
] as const;

type Row = Record<(typeof COLUMNS)[number][0], string | null>;

function epochMs(instant: string): string {
  return `(extract(epoch from ${instant}) * 1000)::float8`;
}

function streamSql(scope: SampleScope, lookback: Date): { sql: string; params: unknown[] } {
  const { from, member, where, inside, params } = samplesSql(scope, lookback);
  params.push(scope.timeZone);
  const local = `s.opened_at at time zone $${params.length}::text`;
  const special: Record<string, string> = {
    memberId: member,
    hour: `(extract(isodow from ${local}) - 1) * 24 + extract(hour from ${local})`,
    inside,
  };
  const columns = COLUMNS.map(([name, sql]) => `${special[name] ?? sql} as "${name}"`);
  return { sql: `select ${columns.join(', ')} from ${from} where ${where}`, params };
}

function readRow(cells: readonly (string | null)[]): Row {
  return Object.fromEntries(COLUMNS.map(([name], index) => [name, cells[index] ?? null])) as Row;
}

function count(collected: CollectedResponses, row: Row, waits: BusinessWaits | null, asOfMs: number): void {
  const sample = toSample(row, waits, asOfMs);
  if (sample.status === 'answered' || sample.status === 'open')
    collected.rolling.add(
      Number(row.openedMs),
      row.respondedMs === null ? null : Number(row.respondedMs),
      sample.tookMs,
    );
  if (row.inside !== 't') return;
  collected.all.add(sample);
  collected.byMember.of(row.memberId).add(sample);
  collected.byChannel.of(row.channelId).add(sample);
  collected.byGrade.of(row.grade).add(sample);
  collected.byCountry.of(row.country).add(sample);
  if (sample.status !== 'spam') collected.byHour[Number(row.hour)]!.add(sample);
}

function toSample(row: Row, waits: BusinessWaits | null, asOfMs: number): CountedSample {
  const { status } = row;
  if (status === 'declined' || status === 'spam') return { status };
  const wallMs = Number(row.wallMs);
  const openedMs = Number(row.openedMs);
  const isOpen = status === 'open';
  const automaticMs = row.automaticMs === null ? null : Number(row.automaticMs);
  const on = (fromMs: number, toMs: number): number =>
    waits && row.calendarId !== null ? waits.between(row.calendarId, fromMs, toMs) : Math.max(0, toMs - fromMs);
  /** What an open one has taken at an instant; a case that waits for the buyer takes nothing meanwhile. */
  const takenAt = (atMs: number): number =>
    Number(row.countedMs) + (row.runsSinceMs === null ? 0 : on(Number(row.runsSinceMs), atMs));
  const onBusiness = isOpen ? takenAt(asOfMs) : Number(row.businessMs);
  const tookMs = waits ? onBusiness : wallMs;
  const runs = row.runsSinceMs !== null || row.calendarId === null;
  const inADay = waits ? takenAt(asOfMs + DAY_MS) : wallMs + (runs ? DAY_MS : 0);
  return {
    status: isOpen ? 'open' : 'answered',
    conversationId: row.conversationId,
    tookMs,
    met: row.met === null ? null : row.met === 't',
    wallMs,
    automaticMs: automaticMs === null ? null : on(openedMs, automaticMs),
    inADayMs: isOpen ? inADay : tookMs,
  };
}
