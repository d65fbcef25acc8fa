import type { EpochMs } from '../time/index.ts';
import { addBusinessTime } from './business-time.ts';
import type { CompiledCalendar } from './compile-calendar.ts';

/** An inquiry that waits, as far as its due time is concerned. */
export interface OpenClock {
  readonly id: string;
  readonly openedAtMs: EpochMs;
  /** Promised business minutes. */
  readonly targetMinutes: number;
  readonly dueAtMs: EpochMs;
}

/** An open clock with the due time that it gets. */
export interface MovedClock {
  readonly id: string;
  readonly dueAtMs: EpochMs;
}

/** What other hours or targets would do to the inquiries that wait. */
export interface DueTimeShift {
  readonly open: number;
  readonly earlier: number;
  readonly later: number;
  /** Moved ones that would be overdue now and are not yet. */
  readonly overdue: number;
}

/** Due times in each clock's calendar, from its original start (spec sla, rule 9). Throws NoOpenTimeError. */
export function moveDueTimes<Clock extends OpenClock>(
  clocks: readonly Clock[],
  calendarOf: (clock: Clock) => CompiledCalendar,
): MovedClock[] {
  return clocks.map((clock) => ({
    id: clock.id,
    dueAtMs: addBusinessTime(calendarOf(clock), clock.openedAtMs, clock.targetMinutes * 60),
  }));
}

/** Counts what `moveDueTimes` would change as of `nowMs`. Throws NoOpenTimeError. */
export function countDueTimeShift<Clock extends OpenClock>(
  clocks: readonly Clock[],
  calendarOf: (clock: Clock) => CompiledCalendar,
  nowMs: EpochMs,
): DueTimeShift {
  const moved = moveDueTimes(clocks, calendarOf);
  const count = (matches: (before: EpochMs, after: EpochMs) => boolean): number =>
    clocks.filter((clock, index) => matches(clock.dueAtMs, moved[index]!.dueAtMs)).length;
  return {
    open: clocks.length,
    earlier: count((before, after) => after < before),
    later: count((before, after) => after > before),
    overdue: count((before, after) => before >= nowMs && after < nowMs),
  };
}
