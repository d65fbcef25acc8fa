import fc from 'fast-check';
import { DAY_MS, parseInstant } from '../time/index.ts';
import type { TimeRange } from '../time/index.ts';
import { WEEKDAYS } from './business-calendar.ts';
import type { BusinessCalendar } from './business-calendar.ts';
import { addBusinessTime, businessSecondsBetween } from './business-time.ts';
import { compileCalendar } from './compile-calendar.ts';
import { explainBusinessTime } from './explain-business-time.ts';

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const intervals = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 4 })
  .map((minutes) => minutes.sort((a, b) => a - b))
  .map((m) => (m.length < 4 ? [m.slice(0, 2)] : [m.slice(0, 2), m.slice(2)]))
  .chain((pairs) => fc.boolean().map((night) => (night ? [pairs.at(-1)!.toReversed()] : pairs)))
  .map((pairs) => pairs.map(([from, to]) => [clock(from! % 1440), clock(to!)] as const));

const hours = fc
  .record({
    timeZone: fc.constantFrom(
      'Asia/Seoul',
      'America/New_York',
      'Europe/Budapest',
      'Australia/Lord_Howe',
      'America/St_Johns',
    ),
    weekly: fc.dictionary(fc.constantFrom(...WEEKDAYS), intervals, { minKeys: 1 }),
    holidays: fc.subarray(['2026-03-27', '2026-03-30', '2026-10-26', '2026-11-02']),
    specialHours: fc.dictionary(fc.constantFrom('2026-03-30', '2026-10-25'), intervals),
    breaks: fc.dictionary(fc.constantFrom('2026-03-29', '2026-11-01'), intervals),
  })
  .map((rest) => ({ version: 1, ...rest }) as BusinessCalendar);
const calendars = hours.map(compileCalendar);

// Around the changes of summer time of 2026 on both sides of the Atlantic.
const starts = fc
  .tuple(
    fc.constantFrom('2026-03-06', '2026-03-26', '2026-10-22', '2026-10-30'),
    fc.integer({ min: 0, max: 5 * DAY_MS }),
  )
  .map(([date, ms]) => parseInstant(`${date}T00:00:00Z`) + ms);
const pausesFrom = (startMs: number) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -DAY_MS, max: 9 * DAY_MS }), fc.integer({ min: 0, max: 2 * DAY_MS }))
      .map(([from, length]): TimeRange => ({ startMs: startMs + from, endMs: startMs + from + length })),
    { maxLength: 4 },
  );
const situations = starts.chain((startMs) =>
  fc.record({ calendar: calendars, startMs: fc.constant(startMs), pauses: pausesFrom(startMs) }),
);

describe('business time holds for any calendar', () => {
  it('between measures exactly what add added, and add answers the earliest such instant', () => {
    fc.assert(
      fc.property(situations, fc.integer({ min: 1, max: 400_000 }), ({ calendar, startMs, pauses }, seconds) => {
        const dueAtMs = addBusinessTime(calendar, startMs, seconds, pauses);
        expect(businessSecondsBetween(calendar, startMs, dueAtMs, pauses)).toBe(seconds);
        expect(businessSecondsBetween(calendar, startMs, dueAtMs - 1, pauses)).toBeLessThan(seconds);
      }),
    );
  });

  it('adds up when a range is split anywhere', () => {
    const length = fc.integer({ min: 0, max: 10 * DAY_MS });
    fc.assert(
      fc.property(situations, length, length, ({ calendar, startMs, pauses }, first, second) => {
        const between = (a: number, b: number) => Math.round(businessSecondsBetween(calendar, a, b, pauses) * 1000);
        const [middleMs, endMs] = [startMs + first, startMs + first + second];
        expect(between(startMs, middleMs) + between(middleMs, endMs)).toBe(between(startMs, endMs));
      }),
    );
  });

  it('never comes sooner or grows longer through a pause', () => {
    fc.assert(
      fc.property(situations, fc.integer({ min: 1, max: 400_000 }), ({ calendar, startMs, pauses }, seconds) => {
        const paused = addBusinessTime(calendar, startMs, seconds, pauses);
        expect(paused).toBeGreaterThanOrEqual(addBusinessTime(calendar, startMs, seconds));
        const endMs = startMs + seconds * 1000;
        const open = businessSecondsBetween(calendar, startMs, endMs);
        expect(businessSecondsBetween(calendar, startMs, endMs, pauses)).toBeLessThanOrEqual(open);
      }),
    );
  });

  it('explains every millisecond once, and counts what between counts', () => {
    fc.assert(
      fc.property(situations, fc.integer({ min: 1, max: 9 * DAY_MS }), ({ calendar, startMs, pauses }, lengthMs) => {
        const endMs = startMs + lengthMs;
        const { entries, totalMs } = explainBusinessTime(calendar, startMs, endMs, pauses);
        expect(entries[0]?.startMs).toBe(startMs);
        expect(entries.at(-1)?.endMs).toBe(endMs);
        entries.slice(1).forEach((entry, index) => expect(entry.startMs).toBe(entries[index]!.endMs));
        expect(totalMs.counted / 1000).toBe(businessSecondsBetween(calendar, startMs, endMs, pauses));
      }),
    );
  });

  it('agrees with asking every minute what the wall clock shows', () => {
    fc.assert(
      fc.property(hours, starts, fc.integer({ min: 0, max: 4 * 1440 }), (calendar, anyMs, minutes) => {
        const startMs = anyMs - (anyMs % 60_000);
        const isOpen = askTheWallClock(calendar);
        let open = 0;
        for (let minute = 0; minute < minutes; minute += 1) open += Number(isOpen(startMs + minute * 60_000));
        const endMs = startMs + minutes * 60_000;
        expect(businessSecondsBetween(compileCalendar(calendar), startMs, endMs)).toBe(open * 60);
      }),
      { numRuns: 30 },
    );
  });
});

/** The slow truth, on Intl instead of Temporal: is this minute inside hours of its date or of the evening before? */
function askTheWallClock(calendar: BusinessCalendar): (atMs: number) => boolean {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: calendar.timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  type Hours = readonly (readonly [string, string])[];
  const starts = (list: Hours, time: string) => list.some(([from, to]) => time >= from && (to <= from || time < to));
  const tails = (list: Hours, time: string) => list.some(([from, to]) => to <= from && time < to);
  const hoursOf = (date: string): Hours => {
    const weekday = WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7]!;
    const usual = calendar.holidays.includes(date) ? [] : (calendar.weekly[weekday] ?? []);
    return calendar.specialHours[date] ?? usual;
  };
  return (atMs) => {
    const [date, time] = format.format(atMs).split(' ') as [string, string];
    const yesterday = new Date(Date.parse(date) - DAY_MS).toISOString().slice(0, 10);
    const onBreak = starts(calendar.breaks[date] ?? [], time) || tails(calendar.breaks[yesterday] ?? [], time);
    return !onBreak && (starts(hoursOf(date), time) || tails(hoursOf(yesterday), time));
  };
}
