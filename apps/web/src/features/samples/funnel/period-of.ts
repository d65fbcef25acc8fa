import { addDays, todayIn } from '../../../platform/time/today-in.ts';

/** The last `days` calendar days of the workspace up to today, as dates. */
export function periodOf(now: Date, timeZone: string, days: number): { from: string; to: string } {
  const to = todayIn(timeZone, now);
  return { from: addDays(to, 1 - days), to };
}
