import { Temporal } from 'temporal-polyfill';
import type { EpochMs } from './ranges.ts';

/**
 * Reads an ISO 8601 instant with `Z` or an offset (`2026-03-06T13:07:00-05:00`). Throws a RangeError when the text is not
 * one; in particular a local time without offset is refused, because it names no instant.
 */
export function parseInstant(text: string): EpochMs {
  return Temporal.Instant.from(text).epochMilliseconds;
}

/** Writes an instant as ISO 8601 in UTC, without a fraction when it falls on a full second. */
export function formatInstant(atMs: EpochMs): string {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toString();
}
