import { DAY_MS } from './ranges.ts';

/**
 * The wall-clock axis: local date and time read as if they were UTC, in milliseconds. Calendar rules are written on this
 * axis; only a zone (`compile-zone.ts`) turns it into instants.
 */
export type WallMs = number;

const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL_TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** Days from 1970-01-01 to a local date `YYYY-MM-DD`, or null when the text is no date of the calendar (2026-02-30). */
export function parseLocalDate(text: string): number | null {
  if (!LOCAL_DATE.test(text)) return null;
  const wallMs = Date.parse(`${text}T00:00:00Z`);
  // Engines differ on 30 February: some reject it, some roll over into March; writing it back catches both.
  if (Number.isNaN(wallMs) || new Date(wallMs).toISOString().slice(0, 10) !== text) return null;
  return wallMs / DAY_MS;
}

/** The local date `YYYY-MM-DD` of an epoch day; the reverse of `parseLocalDate`. */
export function formatLocalDate(epochDay: number): string {
  return new Date(epochDay * DAY_MS).toISOString().slice(0, 10);
}

/** Milliseconds after midnight of a local time `HH:MM`; `24:00` is the end of the day. Null when it is no such time. */
export function parseLocalTime(text: string): number | null {
  const match = LOCAL_TIME.exec(text);
  if (!match) return null;
  if (match[1] === undefined || match[2] === undefined) return DAY_MS;
  return (Number(match[1]) * 60 + Number(match[2])) * 60_000;
}

/** Weekday of an epoch day, 0 = Monday to 6 = Sunday (day 0, 1970-01-01, was a Thursday). */
export function weekdayOf(epochDay: number): number {
  return (((epochDay + 3) % 7) + 7) % 7;
}
