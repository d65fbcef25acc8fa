import type { BusinessCalendar } from '@dangol/crm';

/** Zone of a new workspace: the product is for exporters in Korea. */
export const DEFAULT_TIME_ZONE = 'Asia/Seoul';

/** Export prices are in US dollars, and so are the default grading rules. */
export const DEFAULT_BASE_CURRENCY = 'USD';

/** Office hours of a new workspace: Monday to Friday, nine to six. */
export function defaultCalendar(timeZone: string): BusinessCalendar {
  const day = [['09:00', '18:00']] as const;
  return {
    version: 1,
    timeZone,
    weekly: { mon: day, tue: day, wed: day, thu: day, fri: day },
    holidays: [],
    specialHours: {},
    breaks: {},
  };
}
