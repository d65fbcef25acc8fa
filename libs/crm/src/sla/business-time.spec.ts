import { parseInstant } from '../time/index.ts';
import type { BusinessCalendar } from './business-calendar.ts';
import { addBusinessTime, businessMinutesBetween, businessSecondsBetween, NoOpenTimeError } from './business-time.ts';
import { compileCalendar } from './compile-calendar.ts';

const OFFICE = { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']], wed: [['09:00', '18:00']] } as const;
const ALWAYS = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((weekday) => [weekday, [['00:00', '24:00']]]),
) as unknown as BusinessCalendar['weekly'];

const compile = (calendar: Partial<BusinessCalendar>) =>
  compileCalendar({
    version: 1,
    timeZone: 'Asia/Seoul',
    weekly: OFFICE,
    holidays: [],
    specialHours: {},
    breaks: {},
    ...calendar,
  });
const at = parseInstant;
const minutesOn = (calendar: Partial<BusinessCalendar>, from: string, to: string) =>
  businessMinutesBetween(compile(calendar), at(from), at(to));

describe('addBusinessTime', () => {
  it('stays at closing time when the target fits exactly, and goes to the next opening one second later', () => {
    const calendar = compile({});
    const start = at('2026-03-02T17:00:00+09:00'); // Monday
    expect(addBusinessTime(calendar, start, 3600)).toBe(at('2026-03-02T18:00:00+09:00'));
    expect(addBusinessTime(calendar, start, 3601)).toBe(at('2026-03-03T09:00:01+09:00'));
  });

  it('keeps seconds and milliseconds of the start', () => {
    const due = addBusinessTime(compile({}), at('2026-03-02T10:00:07.250+09:00'), 90);
    expect(due).toBe(at('2026-03-02T10:01:37.250+09:00'));
  });

  it('answers the start for nothing to add and refuses less than nothing', () => {
    const closed = at('2026-03-07T03:00:00+09:00');
    expect(addBusinessTime(compile({}), closed, 0)).toBe(closed);
    expect(() => addBusinessTime(compile({}), closed, -1)).toThrow(RangeError);
    expect(() => addBusinessTime(compile({}), closed, Number.NaN)).toThrow(RangeError);
  });

  it('says so when the calendar never opens, or opens only for one listed date that is over', () => {
    const start = at('2026-03-02T10:00:00+09:00');
    expect(() => addBusinessTime(compile({ weekly: {} }), start, 60)).toThrow(NoOpenTimeError);
    const once = compile({ weekly: {}, specialHours: { '2026-03-03': [['09:00', '10:00']] } });
    expect(addBusinessTime(once, start, 3600)).toBe(at('2026-03-03T10:00:00+09:00'));
    expect(() => addBusinessTime(once, start, 3601)).toThrow(NoOpenTimeError);
  });

  it('ends the search when a pause never ends', () => {
    const start = at('2026-03-02T10:00:00+09:00');
    expect(() => addBusinessTime(compile({}), start, 60, [{ startMs: start, endMs: Infinity }])).toThrow(
      NoOpenTimeError,
    );
  });
});

describe('businessSecondsBetween', () => {
  it('is 0 for a reversed range and for a calendar that never opens', () => {
    const [early, late] = [at('2026-03-02T10:00:00+09:00'), at('2026-03-03T10:00:00+09:00')];
    expect(businessSecondsBetween(compile({}), late, early)).toBe(0);
    expect(businessSecondsBetween(compile({}), early, early)).toBe(0);
    expect(businessSecondsBetween(compile({ weekly: {} }), early, late)).toBe(0);
  });

  it('floors minutes but keeps seconds', () => {
    const [start, end] = [at('2026-03-02T10:00:00+09:00'), at('2026-03-02T10:01:59+09:00')];
    expect(businessSecondsBetween(compile({}), start, end)).toBe(119);
    expect(businessMinutesBetween(compile({}), start, end)).toBe(1);
  });

  it('counts elapsed time: an always-open local day has 23 or 25 hours when the clocks change', () => {
    const paris = { timeZone: 'Europe/Paris', weekly: ALWAYS };
    expect(minutesOn(paris, '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00')).toBe(23 * 60);
    expect(minutesOn(paris, '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00')).toBe(25 * 60);
  });

  it('opens at the first instant after a skipped opening time and counts a repeated hour twice', () => {
    const paris = { timeZone: 'Europe/Paris', weekly: { sun: [['02:30', '04:00']] as const } };
    expect(minutesOn(paris, '2026-03-29T00:00:00Z', '2026-03-29T12:00:00Z')).toBe(60); // 02:30 never comes
    expect(minutesOn(paris, '2026-10-25T00:00:00Z', '2026-10-25T12:00:00Z')).toBe(30 + 90); // 02:30-03:00 comes twice
  });

  it('joins touching and overlapping intervals instead of counting twice', () => {
    const weekly = {
      mon: [
        ['09:00', '12:00'],
        ['12:00', '18:00'],
        ['17:00', '19:00'],
      ],
    } as const;
    expect(minutesOn({ weekly }, '2026-03-02T00:00:00+09:00', '2026-03-03T00:00:00+09:00')).toBe(600);
  });

  it('lets the part after midnight belong to the day the shift starts on', () => {
    const night = { weekly: { mon: [['22:00', '06:00']] as const } };
    const range = ['2026-03-02T12:00:00+09:00', '2026-03-03T12:00:00+09:00'] as const;
    expect(minutesOn(night, ...range)).toBe(480);
    expect(minutesOn({ ...night, holidays: ['2026-03-03'] }, ...range)).toBe(480); // a Monday shift, whatever Tuesday is
    expect(minutesOn({ ...night, holidays: ['2026-03-02'] }, ...range)).toBe(0);
  });

  it('prefers special hours to a holiday, a holiday to the week, and takes breaks off last', () => {
    const monday = ['2026-03-02T00:00:00+09:00', '2026-03-03T00:00:00+09:00'] as const;
    const specialHours = { '2026-03-02': [['10:00', '14:00']] as const };
    const breaks = { '2026-03-02': [['12:00', '13:00']] as const };
    const holidays = ['2026-03-02'];
    expect(minutesOn({}, ...monday)).toBe(540);
    expect(minutesOn({ holidays }, ...monday)).toBe(0);
    expect(minutesOn({ holidays, specialHours }, ...monday)).toBe(240);
    expect(minutesOn({ holidays, specialHours, breaks }, ...monday)).toBe(180);
    expect(minutesOn({ specialHours: { '2026-03-02': [] } }, ...monday)).toBe(0);
  });

  it('takes a break past midnight out of both dates it touches', () => {
    const night = { weekly: { mon: [['22:00', '06:00']] as const } };
    const breaks = { '2026-03-02': [['23:30', '00:30']] as const };
    const range = ['2026-03-02T12:00:00+09:00', '2026-03-03T12:00:00+09:00'] as const;
    expect(minutesOn({ ...night, breaks }, ...range)).toBe(420);
    expect(minutesOn({ ...night, breaks: { '2026-03-03': [['01:00', '02:00']] } }, ...range)).toBe(420);
  });

  it('counts overlapping, unsorted and reversed pauses once or not at all', () => {
    const hour = (from: number, to: number) => ({
      startMs: at('2026-03-02T00:00:00+09:00') + from * 3_600_000,
      endMs: at('2026-03-02T00:00:00+09:00') + to * 3_600_000,
    });
    const pauses = [hour(15, 16), hour(10, 12), hour(11, 13), hour(17, 14)];
    const [start, end] = [at('2026-03-02T00:00:00+09:00'), at('2026-03-03T00:00:00+09:00')];
    expect(businessSecondsBetween(compile({}), start, end, pauses)).toBe((9 - 3 - 1) * 3600);
  });
});
