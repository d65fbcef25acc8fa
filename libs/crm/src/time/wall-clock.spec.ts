import { compileZone, isTimeZone } from './compile-zone.ts';
import { formatInstant, parseInstant } from './parse-instant.ts';
import { DAY_MS } from './ranges.ts';
import { parseLocalDate, parseLocalTime, weekdayOf } from './wall-clock.ts';

describe('local dates and times', () => {
  it('reads dates of the calendar only', () => {
    expect(parseLocalDate('1970-01-02')).toBe(1);
    expect(parseLocalDate('2024-02-29')).toBe(19_782);
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', 'today']) expect(parseLocalDate(text)).toBeNull();
  });

  it('reads 24:00 as the end of the day, not as 23:59', () => {
    expect(parseLocalTime('24:00')).toBe(DAY_MS);
    expect(parseLocalTime('09:05')).toBe((9 * 60 + 5) * 60_000);
    for (const text of ['24:01', '25:00', '9:05', '12:60', '']) expect(parseLocalTime(text)).toBeNull();
  });

  it('knows the weekday on both sides of 1970', () => {
    expect(weekdayOf(parseLocalDate('2026-03-02')!)).toBe(0);
    expect(weekdayOf(parseLocalDate('1969-12-28')!)).toBe(6);
  });
});

describe('zones and instants', () => {
  it('takes names, not offsets', () => {
    expect(isTimeZone('Asia/Seoul')).toBe(true);
    for (const zone of ['+09:00', 'Nowhere/City', '']) expect(isTimeZone(zone)).toBe(false);
    expect(() => compileZone('Nowhere/City')).toThrow(RangeError);
  });

  it('finds a wall clock that is shown twice, once or never', () => {
    const zone = compileZone('America/New_York');
    const wall = (local: string, minutes: number) => {
      const startMs = Date.parse(`${local}Z`);
      return zone.instantsOf({ startMs, endMs: startMs + minutes * 60_000 }).map((it) => formatInstant(it.startMs));
    };
    expect(wall('2026-11-01T01:30', 15)).toEqual(['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z']);
    expect(wall('2026-03-08T02:30', 15)).toEqual([]);
    expect(wall('2026-06-01T12:00', 15)).toEqual(['2026-06-01T16:00:00Z']);
  });

  it('leaves out a whole local day that a zone skipped', () => {
    const day = Date.parse('2011-12-30T00:00Z'); // Samoa crossed the date line
    expect(compileZone('Pacific/Apia').instantsOf({ startMs: day, endMs: day + DAY_MS })).toEqual([]);
  });

  it('refuses a local time as an instant', () => {
    expect(parseInstant('2026-03-06T13:07:00-05:00')).toBe(Date.UTC(2026, 2, 6, 18, 7));
    expect(() => parseInstant('2026-03-06T13:07:00')).toThrow(RangeError);
  });
});
