import { WEEKDAYS, type BusinessCalendar, type LocalInterval } from '@dangol/crm';
import type { BusinessHours, BusinessHoursInput, OpenInterval, SpecialDay } from './business-hours.model.ts';

/** The hours as screens show them: every weekday, lists by date. */
export function toBusinessHours(
  calendar: BusinessCalendar,
): Pick<BusinessHours, 'version' | 'timeZone' | 'weekly' | 'holidays' | 'specialDays'> {
  const special = (days: BusinessCalendar['breaks'], kind: SpecialDay['kind']): SpecialDay[] =>
    Object.entries(days).map(([date, intervals]) => ({ date, kind, intervals: intervals.map(toInterval) }));
  const names = calendar.holidayNames ?? {};
  return {
    version: calendar.version,
    timeZone: calendar.timeZone,
    weekly: WEEKDAYS.map((weekday) => ({ weekday, intervals: (calendar.weekly[weekday] ?? []).map(toInterval) })),
    holidays: calendar.holidays.toSorted().map((date) => ({ date, name: names[date] ?? null })),
    specialDays: [...special(calendar.specialHours, 'HOURS'), ...special(calendar.breaks, 'BREAK')].toSorted((a, b) =>
      a.date.localeCompare(b.date),
    ),
  };
}

/** The calendar that the input says, in `timeZone`, as version `version`. */
export function toCalendar(input: BusinessHoursInput, timeZone: string, version: number): BusinessCalendar {
  const special = (kind: SpecialDay['kind']) =>
    Object.fromEntries(
      input.specialDays.filter((day) => day.kind === kind).map(({ date, intervals }) => [date, intervals.map(toLocal)]),
    );
  const named = input.holidays.flatMap(({ date, name }) => (name?.trim() ? [[date, name.trim()] as const] : []));
  return {
    version,
    timeZone,
    weekly: Object.fromEntries(
      input.weekly
        .filter(({ intervals }) => intervals.length > 0)
        .map(({ weekday, intervals }) => [weekday, intervals.map(toLocal)]),
    ),
    holidays: input.holidays.map(({ date }) => date),
    holidayNames: Object.fromEntries(named),
    specialHours: special('HOURS'),
    breaks: special('BREAK'),
  };
}

const toInterval = ([from, to]: LocalInterval): OpenInterval => ({ from, to });
const toLocal = ({ from, to }: OpenInterval): LocalInterval => [from, to];
