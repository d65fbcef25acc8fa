import type { EpochMs } from '../time/index.ts';
import { addBusinessTime } from './business-time.ts';
import type { CompiledCalendar } from './compile-calendar.ts';

/** When somebody must hear of an open inquiry. */
export interface AlarmTimes {
  /** While there is time to act, inside opening hours. */
  readonly warningAtMs: EpochMs;
  /** The due time: from the next millisecond on it is overdue. */
  readonly breachAtMs: EpochMs;
}

/** A warning leaves this much open time to act, where the target allows it. */
const TIME_TO_ACT_MINUTES = 30;

/**
 * Warns at three quarters of the target and at the latest 30 open minutes before it is due; a target under an hour warns
 * halfway. An instant at which the office just closes moves to the next opening, where people are (spec sla, warnings).
 */
export function alarmTimes(
  calendar: CompiledCalendar,
  openedAtMs: EpochMs,
  targetMinutes: number,
  dueAtMs: EpochMs,
): AlarmTimes {
  const afterMinutes = Math.max(Math.min(targetMinutes * 0.75, targetMinutes - TIME_TO_ACT_MINUTES), targetMinutes / 2);
  // One millisecond more than the time asked for lies inside an opening; the instant before it is its first one.
  const insideMs = addBusinessTime(calendar, openedAtMs, afterMinutes * 60 + 0.001) - 1;
  return { warningAtMs: Math.min(insideMs, dueAtMs), breachAtMs: dueAtMs };
}
