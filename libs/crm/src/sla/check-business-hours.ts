import type { BusinessCalendar } from './business-calendar.ts';
import { validateCalendar } from './validate-calendar.ts';
import type { CalendarProblem } from './validate-calendar.ts';

/** Why hours cannot become the hours of a workspace: they are unreadable, doubtful, or would leave a due time without end. */
export type BusinessHoursProblemCode = CalendarProblem['code'] | 'repeatedHoliday' | 'closedAllWeek';

/** One problem: what is wrong, where (`weekly.mon[1]`), and the text found there. */
export interface BusinessHoursProblem {
  readonly code: BusinessHoursProblemCode;
  readonly path: string;
  readonly value: string;
}

/**
 * Lists why `calendar` may not be saved as the hours of a workspace; an empty list means it may. Stricter than reading one:
 * a week without any opening would end, after the last special day, in inquiries that nobody can answer in time.
 */
export function checkBusinessHours(calendar: BusinessCalendar): BusinessHoursProblem[] {
  const problems: BusinessHoursProblem[] = validateCalendar(calendar).filter(({ code }) => code !== 'neverOpen');
  const seen = new Set<string>();
  calendar.holidays.forEach((date, index) => {
    if (seen.has(date)) problems.push({ code: 'repeatedHoliday', path: `holidays[${index}]`, value: date });
    seen.add(date);
  });
  const opens = Object.values(calendar.weekly).some((intervals) => intervals.length > 0);
  if (!opens) problems.push({ code: 'closedAllWeek', path: 'weekly', value: '' });
  return problems;
}
