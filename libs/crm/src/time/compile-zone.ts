import { Temporal } from 'temporal-polyfill';
import { DAY_MS } from './ranges.ts';
import type { EpochMs, TimeRange } from './ranges.ts';
import type { WallMs } from './wall-clock.ts';

/** A stretch of time during which a zone keeps one offset from UTC. */
interface OffsetPeriod extends TimeRange {
  readonly offsetMs: number;
}

/** A time zone that remembers the offset periods it has met, so that rules can be mapped without asking Temporal again. */
export interface CompiledZone {
  readonly timeZone: string;
  /**
   * The instants at which the local clock shows a time inside [startMs, endMs) of the wall-clock axis. A skipped hour gives
   * nothing, a repeated hour gives both passes: this is what makes an always-open local day 23 or 25 hours long.
   */
  instantsOf(wall: { startMs: WallMs; endMs: WallMs }): TimeRange[];
  /** The local date that the zone's clocks show at an instant, in days since 1970-01-01. */
  localDayOf(atMs: EpochMs): number;
}

/** No zone in the IANA database was ever further than 15:57 from UTC. */
const WIDEST_OFFSET_MS = 16 * 3_600_000;

/** True when `timeZone` is a named IANA zone of this runtime; bare offsets such as `+09:00` have no rules and are refused. */
export function isTimeZone(timeZone: string): boolean {
  if (!/^[A-Za-z]/.test(timeZone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** Zones met so far: there are some 600, and reading the rules of one takes longer than a thousand conversions. */
const compiled = new Map<string, CompiledZone>();

/** Prepares a zone for many conversions. Throws a RangeError when the zone is unknown. */
export function compileZone(timeZone: string): CompiledZone {
  const known = compiled.get(timeZone);
  if (known) return known;
  const zone = readZone(timeZone);
  compiled.set(timeZone, zone);
  return zone;
}

function readZone(timeZone: string): CompiledZone {
  const known: OffsetPeriod[] = [];
  let latest = readPeriod(timeZone, 0);

  const periodAt = (atMs: EpochMs): OffsetPeriod => {
    if (latest.startMs <= atMs && atMs < latest.endMs) return latest;
    let period = known.find((candidate) => candidate.startMs <= atMs && atMs < candidate.endMs);
    if (!period) {
      period = readPeriod(timeZone, atMs);
      known.push(period);
    }
    latest = period;
    return period;
  };

  return {
    timeZone,
    instantsOf(wall) {
      const found: TimeRange[] = [];
      let atMs = wall.startMs - WIDEST_OFFSET_MS;
      while (atMs < wall.endMs + WIDEST_OFFSET_MS) {
        const period = periodAt(atMs);
        const startMs = Math.max(period.startMs, wall.startMs - period.offsetMs);
        const endMs = Math.min(period.endMs, wall.endMs - period.offsetMs);
        if (endMs > startMs) found.push({ startMs, endMs });
        atMs = period.endMs;
      }
      return found;
    },
    localDayOf: (atMs) => Math.floor((atMs + periodAt(atMs).offsetMs) / DAY_MS),
  };
}

function readPeriod(timeZone: string, atMs: EpochMs): OffsetPeriod {
  const zoned = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
  // "previous" looks strictly before; one millisecond later it also finds a change that happens exactly at `atMs`.
  const before = zoned.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const after = zoned.getTimeZoneTransition('next');
  return {
    startMs: before?.epochMilliseconds ?? -Infinity,
    endMs: after?.epochMilliseconds ?? Infinity,
    offsetMs: zoned.offsetNanoseconds / 1_000_000,
  };
}
