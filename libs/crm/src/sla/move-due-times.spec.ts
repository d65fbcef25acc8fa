import type { BusinessCalendar } from './business-calendar.ts';
import { compileCalendar } from './compile-calendar.ts';
import { countDueTimeShift, moveDueTimes, type OpenClock } from './move-due-times.ts';

const OFFICE = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const hours = (from: string, to: string, holidays: string[] = []): BusinessCalendar => ({
  version: 2,
  timeZone: 'Asia/Seoul',
  weekly: Object.fromEntries(OFFICE.map((day) => [day, [[from, to]]])),
  holidays,
  specialHours: {},
  breaks: {},
});
const calendar = (...of: Parameters<typeof hours>) => {
  const compiled = compileCalendar(hours(...of));
  return () => compiled;
};
const at = (instant: string) => Date.parse(instant);
/** Monday 10:00 in Seoul, one hour promised: due at 11:00. */
const clock: OpenClock = {
  id: 'a',
  openedAtMs: at('2026-03-09T01:00:00Z'),
  targetMinutes: 60,
  dueAtMs: at('2026-03-09T02:00:00Z'),
};

describe('moveDueTimes', () => {
  it('counts from the original start, not from the change', () => {
    const moved = moveDueTimes([clock], calendar('10:30', '18:00'));
    expect(moved).toEqual([{ id: 'a', dueAtMs: at('2026-03-09T02:30:00Z') }]);
  });

  it('jumps a day that has become a holiday', () => {
    const [moved] = moveDueTimes([clock], calendar('09:00', '18:00', ['2026-03-09']));
    expect(new Date(moved!.dueAtMs).toISOString()).toBe('2026-03-10T01:00:00.000Z');
  });
});

describe('countDueTimeShift', () => {
  const late: OpenClock = { ...clock, id: 'b', dueAtMs: at('2026-03-10T02:00:00Z') };

  it('says how many fall due earlier and later', () => {
    expect(countDueTimeShift([clock, late], calendar('10:30', '18:00'), at('2026-03-09T01:10:00Z'))).toEqual({
      open: 2,
      later: 1,
      earlier: 1,
      overdue: 0,
    });
  });

  it('says how many would be overdue at once, but not those that are already', () => {
    const overdue = { ...clock, id: 'c', dueAtMs: at('2026-03-09T00:00:00Z') };
    const now = at('2026-03-09T05:00:00Z');
    expect(countDueTimeShift([late, overdue], calendar('09:00', '18:00'), now)).toEqual({
      open: 2,
      later: 1,
      earlier: 1,
      overdue: 1,
    });
  });

  it('says nothing moves under the same hours', () => {
    expect(countDueTimeShift([clock], calendar('09:00', '18:00'), clock.openedAtMs)).toEqual({
      open: 1,
      earlier: 0,
      later: 0,
      overdue: 0,
    });
  });
});
