import { parseInstant } from '../time/index.ts';
import { alarmTimes } from './alarm-times.ts';
import { addBusinessTime } from './business-time.ts';
import { compileCalendar } from './compile-calendar.ts';

const calendar = compileCalendar({
  version: 1,
  timeZone: 'Asia/Seoul',
  weekly: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] },
  holidays: [],
  specialHours: {},
  breaks: {},
});
const at = (local: string) => parseInstant(`2026-03-${local}:00+09:00`);
const warns = (opened: string, target: number) => {
  const openedAtMs = at(opened);
  return alarmTimes(calendar, openedAtMs, target, addBusinessTime(calendar, openedAtMs, target * 60)).warningAtMs;
};

describe('alarmTimes', () => {
  it('warns at three quarters, at the latest 30 open minutes before, and halfway of a short promise', () => {
    expect(warns('02T09:00', 480)).toBe(at('02T15:00'));
    expect(warns('02T09:00', 100)).toBe(at('02T10:10'));
    expect(warns('02T09:00', 60)).toBe(at('02T09:30'));
    expect(warns('02T09:00', 30)).toBe(at('02T09:15'));
  });

  it('warns when people are there: never at closing time, never at night', () => {
    expect(warns('02T12:00', 480)).toBe(at('03T09:00')); // three quarters are over exactly at closing time
    expect(warns('02T20:00', 60)).toBe(at('03T09:30'));
    expect(warns('02T17:59', 1)).toBe(at('02T17:59') + 30_000);
  });

  it('breaches at the due time', () => {
    expect(alarmTimes(calendar, at('02T09:00'), 60, at('02T10:00')).breachAtMs).toBe(at('02T10:00'));
  });
});
