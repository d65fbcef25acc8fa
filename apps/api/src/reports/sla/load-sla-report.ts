import type { Snapshot, TenantContext, TenantDatabase } from '@dangol/db';
import { collectResponses, type CollectedResponses } from './collect-responses.ts';
import { querySlowest } from './list-response-samples.query.ts';
import type { ResponseCounts } from './response-count.ts';
import { minutes } from './response-count.ts';
import { queryConversionByBand } from './response-conversion.query.ts';
import { readScope, type SampleScope } from './sample-scope.ts';
import { ReportClock, ReportMeasure, type SlaReportFilter } from './sla-report.input.ts';
import type { ArrivalHour, ResponseGroup, RollingMean, SlaReport } from './sla-report.model.ts';

/** Rows of the slowest that come with the report. */
const SLOWEST = 10;
const GRADES: readonly (string | null)[] = ['A', 'B', 'C', null];

/** The whole report, of one moment of the workspace. Throws BAD_USER_INPUT when its days make no period. */
export function loadSlaReport(
  database: TenantDatabase,
  ctx: TenantContext,
  filter: SlaReportFilter,
  now: Date,
): Promise<SlaReport> {
  return database.snapshot(ctx, async (snapshot) => {
    const scope = await readScope(snapshot, ctx, filter, now);
    const days = await queryDays(snapshot, scope);
    const collected = await collectResponses(
      snapshot,
      scope,
      days.map(({ end }) => end),
    );
    const names = await queryNames(snapshot, scope);
    const targetMinutes = targetOf(scope, collected, names.targets);
    return {
      asOf: now,
      filter: {
        from: scope.from,
        to: scope.to,
        measure: scope.measure,
        clock: scope.clock,
        since: scope.since,
        until: scope.until,
      },
      targetMinutes,
      figures: collected.all.figures(),
      byMember: groups(collected.byMember, (id) => names.members.get(id) ?? id),
      byChannel: groups(collected.byChannel, (id) => names.channels.get(id) ?? id),
      byGrade: groups(collected.byGrade, (grade) => grade).toSorted(
        (a, b) => GRADES.indexOf(a.key) - GRADES.indexOf(b.key),
      ),
      byCountry: groups(collected.byCountry, (country) => country),
      arrivals: toArrivals(collected),
      rolling: toRolling(collected, days),
      forecast: targetMinutes === null ? null : collected.all.forecast(targetMinutes),
      conversion: await queryConversionByBand(snapshot, scope),
      slowest: await querySlowest(snapshot, scope, SLOWEST),
    };
  });
}

function groups(counts: ResponseCounts, nameOf: (key: string) => string): ResponseGroup[] {
  return counts
    .largestFirst()
    .map(([key, count]) => ({ key, label: key === null ? '' : nameOf(key), figures: count.figures() }));
}

function toArrivals({ byHour }: CollectedResponses): ArrivalHour[] {
  return byHour.flatMap((count, index) =>
    count.samples === 0
      ? []
      : [
          {
            weekday: Math.floor(index / 24) + 1,
            hour: index % 24,
            arrived: count.samples,
            meanMinutes: count.figures().meanMinutes,
          },
        ],
  );
}

function toRolling({ rolling }: CollectedResponses, days: readonly { date: string }[]): RollingMean[] {
  return rolling.means().map(({ meanMs, answered, unanswered }, index) => ({
    date: days[index]!.date,
    meanMinutes: minutes(meanMs),
    answered,
    unanswered,
  }));
}

/** The strictest promise of the channels in the report, or of those that were asked for; elapsed time only. */
function targetOf(
  { clock, measure }: SampleScope,
  { byChannel }: CollectedResponses,
  targets: ReadonlyMap<string, number>,
): number | null {
  if (clock === ReportClock.BUSINESS || measure === ReportMeasure.RESOLUTION) return null;
  const heard = byChannel.largestFirst().flatMap(([id]) => (id === null ? [] : (targets.get(id) ?? [])));
  const minutesOf = heard.length > 0 ? heard : [...targets.values()];
  return minutesOf.length > 0 ? Math.min(...minutesOf) : null;
}

/** The days of the period up to today, and the instants at which each ends, today's being now. */
function queryDays(
  snapshot: Snapshot,
  { from, to, timeZone, asOf }: SampleScope,
): Promise<{ date: string; end: Date }[]> {
  return snapshot.query(
    `select to_char(d, 'YYYY-MM-DD') as date, least((d + interval '1 day') at time zone $3::text, $4::timestamptz) as end
     from generate_series($1::date::timestamp, least($2::date, ($4::timestamptz at time zone $3::text)::date)::timestamp, interval '1 day') d`,
    [from, to, timeZone, asOf],
  );
}

async function queryNames(snapshot: Snapshot, { ctx, only }: SampleScope) {
  const channels = await snapshot.query<{ id: string; name: string; target: number }>(
    `select id, name, mean_target_minutes as target from channels where workspace_id = $1 and ($2::uuid[] is null or id = any ($2))`,
    [ctx.workspaceId, only.channelId?.length ? only.channelId : null],
  );
  const members = await snapshot.query<{ id: string; name: string }>(
    `select id, name from members where workspace_id = $1`,
    [ctx.workspaceId],
  );
  return {
    channels: new Map(channels.map(({ id, name }) => [id, name])),
    targets: new Map(channels.map(({ id, target }) => [id, target])),
    members: new Map(members.map(({ id, name }) => [id, name])),
  };
}
