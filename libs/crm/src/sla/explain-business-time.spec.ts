import { formatInstant, parseInstant } from '../time/index.ts';
import { compileCalendar } from './compile-calendar.ts';
import { explainBusinessTime } from './explain-business-time.ts';

const calendar = compileCalendar({
  version: 7,
  timeZone: 'Asia/Seoul',
  weekly: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']], wed: [['09:00', '18:00']] },
  holidays: ['2026-03-03'],
  specialHours: {},
  breaks: { '2026-03-04': [['12:00', '13:00']] },
});
const at = (local: string) => parseInstant(`${local}:00+09:00`);

describe('explainBusinessTime', () => {
  it('tells a salesperson why a Monday evening question is due on Wednesday', () => {
    const pauses = [{ startMs: at('2026-03-04T10:00'), endMs: at('2026-03-04T10:30') }];
    const ledger = explainBusinessTime(calendar, at('2026-03-02T17:00'), at('2026-03-04T14:00'), pauses);
    const told = ledger.entries.map(
      ({ startMs, kind }) => `${formatInstant(startMs + 9 * 3_600_000).slice(5, 16)} ${kind}`,
    );
    expect(told).toEqual([
      '03-02T17:00 counted',
      '03-02T18:00 closed',
      '03-03T00:00 holiday',
      '03-04T00:00 closed',
      '03-04T09:00 counted',
      '03-04T10:00 paused',
      '03-04T10:30 counted',
      '03-04T12:00 closed',
      '03-04T13:00 counted',
    ]);
    const hours = (ms: number) => ms / 3_600_000;
    expect(hours(ledger.totalMs.counted)).toBe(1 + 1 + 1.5 + 1);
    expect(hours(ledger.totalMs.holiday)).toBe(24);
    expect(hours(ledger.totalMs.paused)).toBe(0.5);
    expect(hours(ledger.totalMs.closed)).toBe(6 + 9 + 1);
    expect(ledger.calendarVersion).toBe(7);
  });

  it('does not call a date a holiday that has special hours', () => {
    const opened = compileCalendar({
      version: 1,
      timeZone: 'Asia/Seoul',
      weekly: {},
      holidays: ['2026-03-03'],
      specialHours: { '2026-03-03': [['09:00', '10:00']] },
      breaks: {},
    });
    const { totalMs } = explainBusinessTime(opened, at('2026-03-03T00:00'), at('2026-03-04T00:00'));
    expect(totalMs).toEqual({ counted: 3_600_000, closed: 23 * 3_600_000, holiday: 0, paused: 0 });
  });

  it('is empty for a reversed range', () => {
    expect(explainBusinessTime(calendar, at('2026-03-04T00:00'), at('2026-03-03T00:00')).entries).toEqual([]);
  });
});
