import { DAY_MS, isTimeZone, parseLocalDate, parseLocalTime } from '../time/index.ts';
import { WEEKDAYS } from './business-calendar.ts';
import type { BusinessCalendar, LocalInterval } from './business-calendar.ts';

/** Why a calendar cannot be used, or does not say what its author meant. */
export type CalendarProblemCode =
  | 'unknownTimeZone'
  | 'unknownWeekday'
  | 'unreadableDate'
  | 'unreadableTime'
  | 'emptyInterval'
  | 'overlappingIntervals'
  | 'neverOpen';

/** One problem: what is wrong, where (`weekly.mon[1]`), and the text found there. */
export interface CalendarProblem {
  readonly code: CalendarProblemCode;
  readonly path: string;
  readonly value: string;
}

/** An interval placed on an axis of days, with the place to name when it collides. */
interface PlacedInterval {
  readonly startMs: number;
  readonly endMs: number;
  readonly path: string;
  readonly value: string;
}

const WEEK_MS = 7 * DAY_MS;

/** Lists everything wrong with a calendar; an empty list means it can be used. Never throws. */
export function validateCalendar(calendar: BusinessCalendar): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  if (!isTimeZone(calendar.timeZone)) {
    problems.push({ code: 'unknownTimeZone', path: 'timeZone', value: calendar.timeZone });
  }

  const week: PlacedInterval[] = [];
  for (const [name, intervals] of Object.entries(calendar.weekly)) {
    const weekday = (WEEKDAYS as readonly string[]).indexOf(name);
    if (weekday < 0) problems.push({ code: 'unknownWeekday', path: `weekly.${name}`, value: name });
    else week.push(...placeIntervals(intervals, weekday * DAY_MS, `weekly.${name}`, problems));
  }
  // The week is a circle: Sunday's night shift may run into Monday morning.
  const monday = week.filter((interval) => interval.startMs < DAY_MS);
  const nextMonday = monday.map((it) => ({ ...it, startMs: it.startMs + WEEK_MS, endMs: it.endMs + WEEK_MS }));
  problems.push(...findOverlaps([...week, ...nextMonday]));

  let opens = week.length > 0;
  for (const part of ['specialHours', 'breaks'] as const) {
    for (const [date, intervals] of Object.entries(calendar[part])) {
      checkDate(date, `${part}.${date}`, problems);
      const placed = placeIntervals(intervals, 0, `${part}.${date}`, problems);
      problems.push(...findOverlaps(placed));
      if (part === 'specialHours' && placed.length > 0) opens = true;
    }
  }
  calendar.holidays.forEach((date, index) => checkDate(date, `holidays[${index}]`, problems));
  if (!opens) problems.push({ code: 'neverOpen', path: 'weekly', value: '' });
  return problems;
}

function placeIntervals(
  intervals: readonly LocalInterval[],
  dayStartMs: number,
  path: string,
  problems: CalendarProblem[],
): PlacedInterval[] {
  return intervals.flatMap(([from, to], index) => {
    const at = { path: `${path}[${index}]`, value: `${from}-${to}` };
    const fromMs = parseLocalTime(from);
    const toMs = parseLocalTime(to);
    if (fromMs === null || fromMs === DAY_MS || toMs === null) {
      problems.push({ code: 'unreadableTime', ...at });
      return [];
    }
    if (fromMs === toMs) problems.push({ code: 'emptyInterval', ...at }); // nobody can tell 0 h from 24 h here
    const lengthMs = toMs > fromMs ? toMs - fromMs : toMs + DAY_MS - fromMs;
    return [{ startMs: dayStartMs + fromMs, endMs: dayStartMs + fromMs + lengthMs, ...at }];
  });
}

function findOverlaps(intervals: PlacedInterval[]): CalendarProblem[] {
  const sorted = [...intervals].sort((a, b) => a.startMs - b.startMs);
  const problems = new Map<string, CalendarProblem>();
  let coveredToMs = -Infinity;
  for (const { startMs, endMs, path, value } of sorted) {
    if (startMs < coveredToMs) problems.set(path, { code: 'overlappingIntervals', path, value });
    coveredToMs = Math.max(coveredToMs, endMs);
  }
  return [...problems.values()];
}

function checkDate(date: string, path: string, problems: CalendarProblem[]): void {
  if (parseLocalDate(date) === null) problems.push({ code: 'unreadableDate', path, value: date });
}
