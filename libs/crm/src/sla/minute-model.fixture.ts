import { WEEKDAYS } from './business-calendar.ts';

type Hours = readonly (readonly [from: string, to: string])[];

/** A case of the format business-time/1, as its file has it. */
export interface BusinessTimeCase {
  readonly id: string;
  readonly source: string;
  readonly timezone: string;
  readonly intervals: Readonly<Record<string, Hours>>;
  readonly holidays: readonly string[];
  readonly overrides?: Readonly<Record<string, Hours>>;
  readonly breaks?: Readonly<Record<string, Hours>>;
  readonly pauses?: readonly (readonly [from: string, to: string])[];
  readonly op: 'add_minutes' | 'business_minutes_between';
  readonly start: string;
  readonly end?: string;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly expect?: string;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const MIDNIGHT = 24 * 60;

/**
 * The slow truth, independent of the production clock: it knows no ranges, offsets or sums. It asks the platform's clock (Intl, not
 * Temporal) what each minute is called on the wall, looks the name up in the hours, and walks second by second until enough have counted or the end is there.
 */
export function walkTheClock(given: BusinessTimeCase): { readonly expect: string } | { readonly minutes: number } {
  const isOpen = minuteByMinute(given);
  const pauses = (given.pauses ?? []).map(([from, to]) => [Date.parse(from), Date.parse(to)] as const);
  const counts = (atMs: number): boolean =>
    isOpen(atMs - (((atMs % MINUTE_MS) + MINUTE_MS) % MINUTE_MS)) &&
    !pauses.some(([fromMs, toMs]) => atMs >= fromMs && atMs < toMs);
  let atMs = Date.parse(given.start);
  if (given.op === 'add_minutes') {
    let wanted = given.seconds ?? (given.minutes ?? 0) * 60;
    while (wanted > 0) {
      if (counts(atMs)) wanted -= 1;
      atMs += SECOND_MS;
    }
    return { expect: new Date(atMs).toISOString() };
  }
  let seconds = 0;
  for (const endMs = Date.parse(given.end ?? given.start); atMs < endMs; atMs += SECOND_MS)
    if (counts(atMs)) seconds += 1;
  return { minutes: Math.floor(seconds / 60) };
}

function minuteByMinute({ timezone, intervals, holidays, overrides = {}, breaks = {} }: BusinessTimeCase) {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'short' });
  const hoursOf = (date: string): Hours => {
    if (overrides[date]) return overrides[date];
    const weekday = WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7]!;
    return holidays.includes(date) ? [] : (intervals[weekday] ?? []);
  };
  // `from` on a date until `to`, or until midnight when `to` is not later; and the rest of it on the next date.
  const begins = (hours: Hours, minute: number) =>
    hours.some(([from, to]) => minute >= at(from) && minute < (at(to) > at(from) ? at(to) : MIDNIGHT));
  const goesOn = (hours: Hours, minute: number) => hours.some(([from, to]) => at(to) <= at(from) && minute < at(to));
  const known = new Map<number, boolean>();
  return (minuteMs: number): boolean => {
    let open = known.get(minuteMs);
    if (open === undefined) {
      const [date, time] = wall.format(minuteMs).split(' ') as [string, string];
      const before = new Date(Date.parse(date) - MIDNIGHT * MINUTE_MS).toISOString().slice(0, 10);
      const minute = at(time);
      const opened = begins(hoursOf(date), minute) || goesOn(hoursOf(before), minute);
      const off = begins(breaks[date] ?? [], minute) || goesOn(breaks[before] ?? [], minute);
      open = opened && !off;
      known.set(minuteMs, open);
    }
    return open;
  };
}

const at = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
