import { todayIn } from '../../../../platform/time/today-in.ts';

/** Between them, one of these hours of UTC lies on the same calendar day in every zone there is. */
const HOURS = ['12', '06'] as const;

/**
 * An instant on a chosen day (YYYY-MM-DD) of the workspace; null for today and for no day, which the API takes as now: later
 * today would be the future, and refused.
 */
export function givenAt(day: string, timeZone: string, now: Date): string | null {
  if (day === '' || day === todayIn(timeZone, now)) return null;
  const instants = HOURS.map((hour) => `${day}T${hour}:00:00.000Z`);
  return instants.find((instant) => todayIn(timeZone, new Date(instant)) === day) ?? null;
}
