import { clipRanges, DAY_MS, mergeRanges, subtractRanges, sumRanges } from '../time/index.ts';
import type { EpochMs, TimeRange } from '../time/index.ts';
import type { CompiledCalendar } from './compile-calendar.ts';

/** Thrown when a calendar does not offer the asked open time within the search limit, for instance because it never opens. */
export class NoOpenTimeError extends Error {
  override readonly name = 'NoOpenTimeError';
  constructor() {
    super('The calendar does not open long enough in the next 100 years to fit this business time.');
  }
}

/** A hundred years: no response target is longer, and a search must end. */
const SEARCH_LIMIT_DAYS = 36_525;

/**
 * The earliest instant at which `seconds` of open time have passed since `startMs`; an exact fit stays at closing time
 * (spec sla, rule 5), and 0 seconds answers `startMs` itself. Paused time never counts. Throws a RangeError for negative
 * or endless seconds, NoOpenTimeError when the calendar has not enough open time. Resolution: one millisecond.
 */
export function addBusinessTime(
  calendar: CompiledCalendar,
  startMs: EpochMs,
  seconds: number,
  pauses: readonly TimeRange[] = [],
): EpochMs {
  if (!(seconds >= 0 && Number.isFinite(seconds)))
    throw new RangeError('Business time to add must be 0 seconds or more.');
  let leftMs = Math.round(seconds * 1000);
  if (leftMs === 0) return startMs;

  const paused = mergeRanges(pauses);
  const firstDay = Math.floor(startMs / DAY_MS);
  const lastDay = Math.min(firstDay + SEARCH_LIMIT_DAYS, calendar.lastOpenDay);
  for (let day = firstDay; day <= lastDay; day += 1) {
    const open = calendar.openOn(day);
    if (day > firstDay && paused.length === 0 && open.openMs < leftMs) {
      leftMs -= open.openMs;
      continue;
    }
    const ranges = day === firstDay ? clipRanges(open.ranges, startMs, Infinity) : open.ranges;
    for (const range of subtractRanges(ranges, paused)) {
      const lengthMs = range.endMs - range.startMs;
      if (leftMs <= lengthMs) return range.startMs + leftMs;
      leftMs -= lengthMs;
    }
  }
  throw new NoOpenTimeError();
}

/** Open seconds, exact to the millisecond, inside [startMs, endMs) without the pauses; 0 when the range is reversed. */
export function businessSecondsBetween(
  calendar: CompiledCalendar,
  startMs: EpochMs,
  endMs: EpochMs,
  pauses: readonly TimeRange[] = [],
): number {
  const paused = mergeRanges(pauses);
  const firstDay = Math.floor(startMs / DAY_MS);
  const lastDay = Math.floor(endMs / DAY_MS);
  let openMs = 0;
  for (let day = firstDay; day <= Math.min(lastDay, calendar.lastOpenDay); day += 1) {
    const open = calendar.openOn(day);
    if (day > firstDay && day < lastDay && paused.length === 0) openMs += open.openMs;
    else openMs += sumRanges(subtractRanges(clipRanges(open.ranges, startMs, endMs), paused));
  }
  return openMs / 1000;
}

/** `businessSecondsBetween` in whole minutes, rounded down as the case format asks. */
export function businessMinutesBetween(
  calendar: CompiledCalendar,
  startMs: EpochMs,
  endMs: EpochMs,
  pauses: readonly TimeRange[] = [],
): number {
  return Math.floor(businessSecondsBetween(calendar, startMs, endMs, pauses) / 60);
}
