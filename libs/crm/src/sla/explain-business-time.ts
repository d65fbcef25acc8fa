import { clipRanges, DAY_MS, mergeRanges, subtractRanges, sumRanges } from '../time/index.ts';
import type { EpochMs, TimeRange } from '../time/index.ts';
import type { CompiledCalendar } from './compile-calendar.ts';

/** Why a stretch of time moved the clock or did not. */
export type LedgerEntryKind = 'counted' | 'closed' | 'holiday' | 'paused';

/** One stretch of the ledger. */
export interface LedgerEntry extends TimeRange {
  readonly kind: LedgerEntryKind;
}

/** Every minute between two instants, each accounted for once, with the calendar version that decided (spec sla, rule 10). */
export interface BusinessTimeLedger {
  readonly calendarVersion: number;
  /** In order of time, without gaps or overlaps. */
  readonly entries: readonly LedgerEntry[];
  /** Total duration per kind, milliseconds. */
  readonly totalMs: Readonly<Record<LedgerEntryKind, number>>;
}

/**
 * The ledger of minutes behind a due time or a measured response, from `startMs` to `endMs`. A pause hides everything below
 * it. `holiday` is all uncounted time of a holiday's local date, nights included, because that is how people name the day;
 * the tail of a shift from the evening before still counts. A reversed range gives an empty ledger.
 */
export function explainBusinessTime(
  calendar: CompiledCalendar,
  startMs: EpochMs,
  endMs: EpochMs,
  pauses: readonly TimeRange[] = [],
): BusinessTimeLedger {
  const paused = clipRanges(mergeRanges(pauses), startMs, endMs);
  const counted = subtractRanges(openBetween(calendar, startMs, endMs), paused);
  const explained = mergeRanges([...paused, ...counted]);
  const holiday = subtractRanges(calendar.holidaysBetween(startMs, endMs), explained);
  const whole = mergeRanges([{ startMs, endMs }]);
  const closed = subtractRanges(whole, mergeRanges([...explained, ...holiday]));

  const byKind = { counted, closed, holiday, paused };
  const kinds = Object.keys(byKind) as LedgerEntryKind[];
  return {
    calendarVersion: calendar.version,
    entries: kinds
      .flatMap((kind) => byKind[kind].map((range) => ({ ...range, kind })))
      .sort((a, b) => a.startMs - b.startMs),
    totalMs: {
      counted: sumRanges(counted),
      closed: sumRanges(closed),
      holiday: sumRanges(holiday),
      paused: sumRanges(paused),
    },
  };
}

function openBetween(calendar: CompiledCalendar, startMs: EpochMs, endMs: EpochMs): TimeRange[] {
  const open: TimeRange[] = [];
  const lastDay = Math.min(Math.floor(endMs / DAY_MS), calendar.lastOpenDay);
  for (let day = Math.floor(startMs / DAY_MS); day <= lastDay; day += 1) open.push(...calendar.openOn(day).ranges);
  return clipRanges(mergeRanges(open), startMs, endMs);
}
