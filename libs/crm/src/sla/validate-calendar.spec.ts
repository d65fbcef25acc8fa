import type { BusinessCalendar } from './business-calendar.ts';
import { compileCalendar, InvalidCalendarError } from './compile-calendar.ts';
import { validateCalendar } from './validate-calendar.ts';

const calendar = (change: object) =>
  ({
    version: 1,
    timeZone: 'Asia/Seoul',
    weekly: { mon: [['09:00', '18:00']] },
    holidays: ['2026-03-02'],
    specialHours: {},
    breaks: {},
    ...change,
  }) as BusinessCalendar;
const problemsOf = (change: object) => validateCalendar(calendar(change)).map(({ code, path }) => `${code} ${path}`);

describe('validateCalendar', () => {
  it('finds nothing wrong with lunch breaks, 24 hours, night shifts and touching intervals', () => {
    expect(problemsOf({})).toEqual([]);
    expect(
      problemsOf({
        weekly: {
          mon: [
            ['09:00', '12:00'],
            ['12:00', '18:00'],
            ['22:00', '06:00'],
          ],
        },
      }),
    ).toEqual([]);
    expect(problemsOf({ weekly: { mon: [['00:00', '24:00']], tue: [['00:00', '24:00']] } })).toEqual([]);
  });

  it.each(['Asia/Atlantis', '+09:00', ''])('refuses the zone %j', (timeZone) => {
    expect(problemsOf({ timeZone })).toEqual(['unknownTimeZone timeZone']);
  });

  it.each([
    ['25:00', '26:00'],
    ['9:00', '18:00'],
    ['24:00', '06:00'],
    ['09:00', '24:01'],
    ['09:60', '10:00'],
  ])('refuses the hours %s-%s', (from, to) => {
    const weekly = { mon: [['09:00', '10:00']], tue: [[from, to]] };
    expect(problemsOf({ weekly })).toEqual(['unreadableTime weekly.tue[0]']);
  });

  it('asks about from = to, which could mean nothing or a whole day', () => {
    expect(problemsOf({ weekly: { mon: [['09:00', '09:00']] } })).toEqual(['emptyInterval weekly.mon[0]']);
  });

  it('finds overlaps inside a day, across midnight and across the end of the week', () => {
    const overlap = 'overlappingIntervals';
    expect(
      problemsOf({
        weekly: {
          mon: [
            ['09:00', '12:00'],
            ['11:00', '18:00'],
          ],
        },
      }),
    ).toEqual([`${overlap} weekly.mon[1]`]);
    expect(problemsOf({ weekly: { mon: [['22:00', '06:00']], tue: [['05:00', '09:00']] } })).toEqual([
      `${overlap} weekly.tue[0]`,
    ]);
    expect(problemsOf({ weekly: { sun: [['22:00', '06:00']], mon: [['05:00', '09:00']] } })).toEqual([
      `${overlap} weekly.mon[0]`,
    ]);
    const specialHours = {
      '2026-03-09': [
        ['09:00', '12:00'],
        ['10:00', '11:00'],
      ],
    };
    expect(problemsOf({ specialHours })).toEqual([`${overlap} specialHours.2026-03-09[1]`]);
  });

  it('finds dates and weekdays that do not exist, and a calendar that never opens', () => {
    expect(problemsOf({ holidays: ['2026-02-30'] })).toEqual(['unreadableDate holidays[0]']);
    expect(problemsOf({ breaks: { tomorrow: [] } })).toEqual(['unreadableDate breaks.tomorrow']);
    expect(problemsOf({ weekly: { mon: [['09:00', '10:00']], monday: [] } })).toEqual(['unknownWeekday weekly.monday']);
    expect(problemsOf({ weekly: {} })).toEqual(['neverOpen weekly']);
  });
});

describe('compileCalendar', () => {
  it('refuses what it cannot read, with the problems as data', () => {
    const compile = () => compileCalendar(calendar({ timeZone: 'Asia/Atlantis', holidays: ['soon'] }));
    expect(compile).toThrow(InvalidCalendarError);
    expect(compile).toThrow('timeZone: unknownTimeZone (Asia/Atlantis); holidays[0]: unreadableDate (soon)');
  });

  it('remembers days: the second look asks for nothing new', () => {
    const compiled = compileCalendar(calendar({}));
    expect(compiled.openOn(20_000)).toBe(compiled.openOn(20_000));
  });
});
