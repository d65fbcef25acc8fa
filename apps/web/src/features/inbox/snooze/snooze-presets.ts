import { fromLocalInput, toLocalInput } from '../../../platform/time/local-input.ts';
import { addDays } from '../../../platform/time/today-in.ts';

export type PresetName = 'hour' | 'threeHours' | 'afternoon' | 'morning' | 'beforeDue';

export interface SnoozePreset {
  name: PresetName;
  until: Date;
}

const MINUTE_MS = 60_000;
/** What is back sooner than this is not worth putting away. */
const SHORTEST_MS = 10 * MINUTE_MS;
/** Time left to answer when it comes back at the last moment. */
const LAST_MOMENT_MS = 30 * MINUTE_MS;
const AFTERNOON = '14:00';
const MORNING = '09:00';

/** Whether there is any time between now and the due time to put an inquiry away for. */
export function canSnooze(now: Date, dueAt: string | null): dueAt is string {
  return dueAt !== null && Date.parse(dueAt) > now.getTime();
}

/** Times to choose from, soonest first, each before the due time: a snooze never outlives its deadline (UX 3.1). */
export function snoozePresets(now: Date, dueAt: string, timeZone: string): SnoozePreset[] {
  const dueMs = Date.parse(dueAt);
  const today = toLocalInput(now, timeZone).slice(0, 10);
  const at = (day: string, time: string) => fromLocalInput(`${day}T${time}`, timeZone)?.getTime() ?? Number.NaN;
  const times: Record<PresetName, number> = {
    hour: now.getTime() + 60 * MINUTE_MS,
    threeHours: now.getTime() + 180 * MINUTE_MS,
    afternoon: at(today, AFTERNOON),
    morning: at(addDays(today, 1), MORNING),
    beforeDue: dueMs - LAST_MOMENT_MS,
  };
  return (Object.keys(times) as PresetName[])
    .filter((name) => times[name] >= now.getTime() + SHORTEST_MS && times[name] < dueMs)
    .map((name) => ({ name, until: new Date(times[name]) }))
    .sort((a, b) => a.until.getTime() - b.until.getTime());
}
