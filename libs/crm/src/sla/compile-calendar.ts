import { clipRanges, compileZone, DAY_MS, mergeRanges, parseLocalDate, parseLocalTime } from '../time/index.ts';
import { subtractRanges, sumRanges, weekdayOf } from '../time/index.ts';
import type { EpochMs, TimeRange } from '../time/index.ts';
import { WEEKDAYS } from './business-calendar.ts';
import type { BusinessCalendar, HoursByDate, LocalInterval } from './business-calendar.ts';
import { validateCalendar } from './validate-calendar.ts';
import type { CalendarProblem, CalendarProblemCode } from './validate-calendar.ts';

/** Open time of one UTC day: sorted, disjoint, with its total, so that whole days are added without looking inside. */
export interface OpenDay {
  readonly ranges: readonly TimeRange[];
  readonly openMs: number;
}

/** A calendar made ready for many calculations. Compile once per version and share it: it remembers the days it has met. */
export interface CompiledCalendar {
  readonly version: number;
  /** Last UTC day that can be open; Infinity as soon as any weekday opens, -Infinity when nothing ever does. */
  readonly lastOpenDay: number;
  /** Open time of a UTC day, counted in days since 1970-01-01. */
  openOn(utcDay: number): OpenDay;
  /** The parts of [startMs, endMs) that fall on local dates closed as holidays. */
  holidaysBetween(startMs: EpochMs, endMs: EpochMs): TimeRange[];
}

/** Thrown by `compileCalendar` for hours that cannot be read; `problems` says which. */
export class InvalidCalendarError extends Error {
  override readonly name = 'InvalidCalendarError';
  constructor(readonly problems: readonly CalendarProblem[]) {
    super(problems.map(({ code, path, value }) => `${path}: ${code} (${value})`).join('; '));
  }
}

const UNREADABLE: ReadonlySet<CalendarProblemCode> = new Set([
  'unknownTimeZone',
  'unknownWeekday',
  'unreadableDate',
  'unreadableTime',
]);

/** Days kept ready per calendar, about 27 years; beyond that the memory starts afresh instead of growing without end. */
const REMEMBERED_DAYS = 10_000;

/**
 * Prepares a calendar. Throws InvalidCalendarError when a zone, date or time cannot be read. Hours that are readable but
 * doubtful (`validateCalendar` reports them) have one meaning here: overlaps join, and from = to runs for 24 hours.
 */
export function compileCalendar(calendar: BusinessCalendar): CompiledCalendar {
  const unreadable = validateCalendar(calendar).filter((problem) => UNREADABLE.has(problem.code));
  if (unreadable.length > 0) throw new InvalidCalendarError(unreadable);

  const zone = compileZone(calendar.timeZone);
  const weekly = WEEKDAYS.map((weekday) => toShifts(calendar.weekly[weekday] ?? []));
  const special = toShiftsByDay(calendar.specialHours);
  const breaks = toShiftsByDay(calendar.breaks);
  const holidays = new Set(calendar.holidays.map((date) => parseLocalDate(date)!).filter((day) => !special.has(day)));
  const remembered = new Map<number, OpenDay>();

  const shiftsOf = (day: number): readonly TimeRange[] =>
    special.get(day) ?? (holidays.has(day) ? [] : weekly[weekdayOf(day)]!);

  // A date's wall clock shows its own shifts until midnight and the tails of the evening before.
  const wallOpenOn = (day: number): readonly TimeRange[] => {
    const open = mergeRanges([...placeShifts(shiftsOf(day - 1), day - 1), ...placeShifts(shiftsOf(day), day)]);
    const closed = [...placeShifts(breaks.get(day - 1) ?? [], day - 1), ...placeShifts(breaks.get(day) ?? [], day)];
    return clipRanges(subtractRanges(open, mergeRanges(closed)), day * DAY_MS, (day + 1) * DAY_MS);
  };

  return {
    version: calendar.version,
    lastOpenDay: lastOpenDay(weekly, special),
    openOn(utcDay) {
      let open = remembered.get(utcDay);
      if (!open) {
        // Zones lie within a day of UTC, so three local dates can show inside one UTC day.
        const walls = [utcDay - 1, utcDay, utcDay + 1].flatMap(wallOpenOn);
        const instants = mergeRanges(walls.flatMap((wall) => zone.instantsOf(wall)));
        const ranges = clipRanges(instants, utcDay * DAY_MS, (utcDay + 1) * DAY_MS);
        open = { ranges, openMs: sumRanges(ranges) };
        if (remembered.size >= REMEMBERED_DAYS) remembered.clear();
        remembered.set(utcDay, open);
      }
      return open;
    },
    holidaysBetween(startMs, endMs) {
      const days = [...holidays].filter((day) => (day + 2) * DAY_MS > startMs && (day - 1) * DAY_MS < endMs);
      const walls = days.map((day) => ({ startMs: day * DAY_MS, endMs: (day + 1) * DAY_MS }));
      return clipRanges(mergeRanges(walls.flatMap((wall) => zone.instantsOf(wall))), startMs, endMs);
    },
  };
}

/** Shifts relative to the midnight they belong to; the end may lie in the next day. */
function toShifts(intervals: readonly LocalInterval[]): TimeRange[] {
  return intervals.map(([from, to]) => {
    const startMs = parseLocalTime(from)!;
    const toMs = parseLocalTime(to)!;
    return { startMs, endMs: toMs > startMs ? toMs : toMs + DAY_MS };
  });
}

function toShiftsByDay(hours: HoursByDate): Map<number, TimeRange[]> {
  return new Map(Object.entries(hours).map(([date, intervals]) => [parseLocalDate(date)!, toShifts(intervals)]));
}

function placeShifts(shifts: readonly TimeRange[], day: number): TimeRange[] {
  return shifts.map((shift) => ({ startMs: day * DAY_MS + shift.startMs, endMs: day * DAY_MS + shift.endMs }));
}

function lastOpenDay(weekly: TimeRange[][], special: Map<number, TimeRange[]>): number {
  if (weekly.some((shifts) => shifts.length > 0)) return Infinity;
  const days = [...special].filter(([, shifts]) => shifts.length > 0).map(([day]) => day);
  return Math.max(...days) + 2; // a shift can end on the next local date, which can end on the next UTC day
}
