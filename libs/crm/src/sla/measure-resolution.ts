import { sumRanges } from '../time/index.ts';
import type { EpochMs } from '../time/index.ts';
import { addBusinessTime, businessSecondsBetween } from './business-time.ts';
import type { CompiledCalendar } from './compile-calendar.ts';
import type { Case } from './follow-cases.ts';

/** Resolution of one case on both clocks; waits for the buyer are left out of both. */
export interface Resolution {
  /** When it is due; null when nothing is promised, and while a wait for the buyer leaves it open. */
  readonly dueAtMs: EpochMs | null;
  /** Counted up to `runningSinceMs`, the wait or the end, milliseconds inside opening hours. */
  readonly businessMs: number;
  /** The same by the clock on the wall. */
  readonly wallMs: number;
  /** All waits for the buyer that are over, milliseconds of wall-clock time. */
  readonly pausedMs: number;
  /** Since when the clock runs again; null while paused and once ended. What passed since is not in the figures. */
  readonly runningSinceMs: EpochMs | null;
  /** Resolved in time, exactly at the target included; null while undecided, without a promise, declined or spam. */
  readonly met: boolean | null;
}

/** Measures a case against its target in business minutes (null: nothing is promised). Throws NoOpenTimeError. */
export function measureResolution(
  measured: Case,
  calendar: CompiledCalendar,
  targetMinutes: number | null,
): Resolution {
  const { openedAtMs, pauses, pausedSinceMs, endedAtMs, status } = measured;
  const runningSinceMs = status === 'open' ? (pauses.at(-1)?.endMs ?? openedAtMs) : null;
  const untilMs = endedAtMs ?? pausedSinceMs ?? runningSinceMs ?? openedAtMs;
  const businessMs = Math.round(businessSecondsBetween(calendar, openedAtMs, untilMs, pauses) * 1000);
  const pausedMs = sumRanges(pauses);
  const targetMs = targetMinutes === null ? null : targetMinutes * 60_000;
  const openEnded = targetMs === null || (status === 'paused' && businessMs < targetMs);
  return {
    dueAtMs: openEnded ? null : addBusinessTime(calendar, openedAtMs, targetMs / 1000, pauses),
    businessMs,
    wallMs: Math.max(0, untilMs - openedAtMs - pausedMs),
    pausedMs,
    runningSinceMs,
    met: status === 'resolved' && targetMs !== null ? businessMs <= targetMs : null,
  };
}
