import type { BusinessHoursFieldsFragment, BusinessHoursInput } from '../../../generated/graphql.ts';

export type Weekday = BusinessHoursFieldsFragment['weekly'][number]['weekday'];
export const WEEKDAYS: readonly Weekday[] = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

export interface Interval {
  readonly from: string;
  readonly to: string;
}
export interface DraftHoliday {
  readonly date: string;
  readonly name: string;
}
export interface DraftSpecialDay {
  readonly date: string;
  readonly kind: 'HOURS' | 'BREAK';
  readonly intervals: readonly Interval[];
}

/** The hours as they are edited. */
export interface HoursDraft {
  readonly weekly: Readonly<Record<Weekday, readonly Interval[]>>;
  readonly holidays: readonly DraftHoliday[];
  readonly specialDays: readonly DraftSpecialDay[];
}

export type HoursProblem = { readonly code: string; readonly path: string; readonly value: string };

export function hoursDraftOf(hours: BusinessHoursFieldsFragment): HoursDraft {
  const bare = (intervals: readonly Interval[]) => intervals.map(({ from, to }) => ({ from, to }));
  const weekly = Object.fromEntries(
    WEEKDAYS.map((day) => [day, bare(hours.weekly.find(({ weekday }) => weekday === day)?.intervals ?? [])]),
  ) as Record<Weekday, Interval[]>;
  return {
    weekly,
    holidays: hours.holidays.map(({ date, name }) => ({ date, name: name ?? '' })),
    specialDays: hours.specialDays.map(({ date, kind, intervals }) => ({ date, kind, intervals: bare(intervals) })),
  };
}

export function hoursInputOf(draft: HoursDraft, basedOn: number): BusinessHoursInput {
  return {
    weekly: WEEKDAYS.map((weekday) => ({ weekday, intervals: draft.weekly[weekday].map((each) => ({ ...each })) })),
    holidays: draft.holidays.map(({ date, name }) => ({ date, name: name.trim() || null })),
    specialDays: draft.specialDays.map(({ date, kind, intervals }) => ({
      date,
      kind,
      intervals: intervals.map((each) => ({ ...each })),
    })),
    basedOn,
  };
}

/** The suggested days that are not holidays yet, by date; days that are keep the name that somebody gave them. */
export function missingHolidays(
  suggested: readonly { readonly date: string; readonly name: string }[],
  holidays: readonly DraftHoliday[],
): DraftHoliday[] {
  const known = new Set(holidays.map(({ date }) => date));
  return suggested.filter(({ date }) => !known.has(date)).map(({ date, name }) => ({ date, name }));
}

/** Holidays with some more, by date, each once. */
export function addHolidays(holidays: readonly DraftHoliday[], more: readonly DraftHoliday[]): DraftHoliday[] {
  return [...holidays, ...missingHolidays(more, holidays)].toSorted((a, b) => a.date.localeCompare(b.date));
}

/** Takes lunch out of every day of the week that is open over it; a day whose hours it does not cut stays as it is. */
export function withBreak(weekly: HoursDraft['weekly'], pause: Interval): HoursDraft['weekly'] {
  const cut = (intervals: readonly Interval[]): Interval[] =>
    intervals.flatMap(({ from, to }) =>
      from < pause.from && pause.to < to
        ? [
            { from, to: pause.from },
            { from: pause.to, to },
          ]
        : [{ from, to }],
    );
  return Object.fromEntries(WEEKDAYS.map((day) => [day, cut(weekly[day])])) as Record<Weekday, Interval[]>;
}

/** The hours to propose for one more opening of a day: after the last one, or office hours. */
export function nextInterval(intervals: readonly Interval[]): Interval {
  const last = intervals.at(-1);
  if (last === undefined) return { from: '09:00', to: '18:00' };
  const from =
    last.to > last.from && last.to < '23:00'
      ? `${String(Number(last.to.slice(0, 2)) + 1).padStart(2, '0')}:00`
      : '22:00';
  return { from, to: from < '18:00' ? '18:00' : '24:00' };
}

/**
 * Where a problem of the server belongs in the form: `weekly.MON.1`, `holidays.0`, `special.2.0`; null when it concerns the whole.
 * The server speaks of calendars: special days by date, weekdays in small letters.
 */
export function placeOf({ path }: HoursProblem, draft: HoursDraft): string | null {
  const [, part, key = '', index = ''] =
    /^(weekly|holidays|specialHours|breaks)\.?([^[]*)(?:\[(\d+)\])?$/.exec(path) ?? [];
  if (part === 'weekly' && key !== '') return `weekly.${key.toUpperCase()}.${index || '0'}`;
  if (part === 'holidays') return `holidays.${index}`;
  if (part === 'specialHours' || part === 'breaks') {
    const kind = part === 'breaks' ? 'BREAK' : 'HOURS';
    const at = draft.specialDays.findIndex((day) => day.date === key && day.kind === kind);
    return at < 0 ? null : `special.${at}.${index || '0'}`;
  }
  return null;
}
