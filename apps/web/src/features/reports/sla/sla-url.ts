import type { SlaReportFilter } from '../../../generated/graphql.ts';
import { addDays } from '../../../platform/time/today-in.ts';
import { type UrlField, id, oneOf, someOf, urlState } from '../../../platform/url-state/url-state.ts';
import { day } from '../period.ts';

export const MEASURES = ['PLATFORM', 'RESPONSE', 'FIRST', 'NEXT', 'RESOLUTION'] as const;
export const CLOCKS = ['CALENDAR', 'BUSINESS'] as const;
export const GRADES = ['A', 'B', 'C'] as const;
export const GROUPINGS = ['member', 'channel', 'grade', 'country'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** A country by its two letters, or any. */
function country(): UrlField<string | null> {
  return {
    fallback: null,
    read: (raw) => (/^[A-Z]{2}$/.test(raw) ? raw : undefined),
    write: (value) => value,
  };
}

/** The address of the report. Without a measure it shows what Home shows: the platform score. */
export const slaUrl = urlState({
  from: day(),
  to: day(),
  measure: oneOf(MEASURES, 'PLATFORM'),
  clock: oneOf(CLOCKS, 'CALENDAR'),
  channel: id(),
  member: id(),
  grade: someOf(GRADES),
  country: country(),
  by: oneOf(GROUPINGS, 'member'),
});

export type SlaUrl = ReturnType<typeof slaUrl.parse>['values'];

/** What is asked of the API: the last 30 days where the address names none, the platform score on its one clock. */
export function filterOf(url: SlaUrl, today: string): SlaReportFilter & { from: string; to: string } {
  const to = url.to ?? today;
  const from = url.from ?? addDays(to, -29);
  return {
    ...(from <= to ? { from, to } : { from: to, to: from }),
    measure: url.measure,
    clock: url.measure === 'PLATFORM' ? 'CALENDAR' : url.clock,
    ...(url.channel && { channelId: [url.channel] }),
    ...(url.member && { memberId: [url.member] }),
    ...(url.grade.length > 0 && { grade: [...url.grade] }),
    ...(url.country && { country: [url.country] }),
  };
}
