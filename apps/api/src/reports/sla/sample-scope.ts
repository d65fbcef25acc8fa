import type { TenantContext } from '@dangol/db';
import { checkPeriod } from '../period.ts';
import { ReportClock, ReportMeasure, type SlaReportFilter } from './sla-report.input.ts';

const DAY_MS = 86_400_000;

/** Something that answers a statement: the database, or a snapshot of it. */
export interface Reader {
  query<Row>(sql: string, params: readonly unknown[]): Promise<Row[]>;
}

/** Which samples, as of when: what every statement of the report needs. */
export interface SampleScope {
  readonly ctx: TenantContext;
  readonly asOf: Date;
  readonly measure: ReportMeasure;
  readonly clock: ReportClock;
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly since: Date;
  readonly until: Date;
  /** The period is (since, until], the last n times 24 hours; else whole days, [since, until). */
  readonly rolling: boolean;
  readonly only: Pick<SlaReportFilter, 'channelId' | 'memberId' | 'grade' | 'country'>;
}

/** Reads a filter: the period as instants of the workspace's zone. Throws BAD_USER_INPUT when its days make no period. */
export async function readScope(
  reader: Reader,
  ctx: TenantContext,
  filter: SlaReportFilter,
  asOf: Date,
): Promise<SampleScope> {
  const { from, to, measure, clock, ...only } = filter;
  checkPeriod({ from, to });
  const [row] = await reader.query<{ time_zone: string; since: Date; until: Date; days: number; is_today: boolean }>(
    `select time_zone, $2::date::timestamp at time zone time_zone as since, ($3::date + 1)::timestamp at time zone time_zone as until,
       (least($3::date, today) - $2::date) + 1 as days, $3::date >= today and $2::date <= today as is_today
     from workspaces cross join lateral (select ($4::timestamptz at time zone time_zone)::date as today) t where id = $1`,
    [ctx.workspaceId, from, to, asOf],
  );
  const { time_zone: timeZone, since, until, days, is_today: isToday } = row!;
  const isPlatform = measure === ReportMeasure.PLATFORM;
  const scope = { ctx, asOf, measure, clock: isPlatform ? ReportClock.CALENDAR : clock, from, to, timeZone, only };
  if (isPlatform && isToday)
    return { ...scope, rolling: true, since: new Date(asOf.getTime() - days * DAY_MS), until: asOf };
  return { ...scope, rolling: false, since, until };
}
