import type { BusinessCalendar } from './business-calendar.ts';
import { checkBusinessHours } from './check-business-hours.ts';

const hours = (change: Partial<BusinessCalendar>): BusinessCalendar => ({
  version: 2,
  timeZone: 'Asia/Seoul',
  weekly: { mon: [['09:00', '18:00']] },
  holidays: [],
  specialHours: {},
  breaks: {},
  ...change,
});
const problemsOf = (change: Partial<BusinessCalendar>) =>
  checkBusinessHours(hours(change)).map(({ code, path }) => `${code} ${path}`);

describe('checkBusinessHours', () => {
  it('takes office hours with lunch, holidays, special days and breaks', () => {
    const change: Partial<BusinessCalendar> = {
      weekly: {
        mon: [
          ['09:00', '12:00'],
          ['13:00', '18:00'],
        ],
      },
      holidays: ['2026-09-25'],
      holidayNames: { '2026-09-25': 'Chuseok' },
      specialHours: { '2026-12-31': [['09:00', '12:00']], '2026-12-30': [] },
      breaks: { '2026-12-24': [['15:00', '16:00']] },
    };
    expect(problemsOf(change)).toEqual([]);
  });

  it('hands on what cannot be read', () => {
    expect(problemsOf({ weekly: { mon: [['09:00', '9:30']] } })).toEqual(['unreadableTime weekly.mon[0]']);
    expect(problemsOf({ timeZone: 'Seoul' })).toEqual(['unknownTimeZone timeZone']);
  });

  it('wants each holiday once', () => {
    expect(problemsOf({ holidays: ['2026-01-01', '2026-05-05', '2026-01-01'] })).toEqual([
      'repeatedHoliday holidays[2]',
    ]);
  });

  it('wants a week that opens, also where single days do: after the last of them nothing would ever fall due', () => {
    expect(problemsOf({ weekly: { mon: [] }, specialHours: { '2026-12-31': [['09:00', '12:00']] } })).toEqual([
      'closedAllWeek weekly',
    ]);
  });
});
