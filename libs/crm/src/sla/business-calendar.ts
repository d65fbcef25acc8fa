/** Weekdays in calendar order; the position is the number that `weekdayOf` returns. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Short English weekday name, the key of the weekly pattern. */
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * Local wall-clock hours [from, to) as `HH:MM`. `24:00` is the end of the day. When `to` is not after `from` the shift runs
 * past midnight, and all of it belongs to the day it starts on.
 */
export type LocalInterval = readonly [from: string, to: string];

/** Hours of single local dates, keyed `YYYY-MM-DD`. */
export type HoursByDate = Readonly<Record<string, readonly LocalInterval[]>>;

/**
 * When a team works. For each local date special hours win over a holiday, and a holiday over the weekly pattern; breaks
 * come off last, whatever opened the time (spec sla, rule 6). Plain data, so that a version can be stored as JSON.
 */
export interface BusinessCalendar {
  /** Version of this workspace's calendar; every due time names the one it was worked out with. */
  readonly version: number;
  /** IANA zone whose wall clock the hours are written in. */
  readonly timeZone: string;
  /** Opening hours per weekday; a missing day is closed. */
  readonly weekly: Readonly<Partial<Record<Weekday, readonly LocalInterval[]>>>;
  /** Local dates on which no shift starts. A shift that started the evening before still ends after midnight. */
  readonly holidays: readonly string[];
  /** What the holidays are called, by date; those without a name are left out. */
  readonly holidayNames?: Readonly<Record<string, string>>;
  /** Hours that replace the whole date, also on a holiday; an empty list closes it. */
  readonly specialHours: HoursByDate;
  /** Hours taken out at that local date's wall clock, also out of a shift that began the evening before. */
  readonly breaks: HoursByDate;
}
