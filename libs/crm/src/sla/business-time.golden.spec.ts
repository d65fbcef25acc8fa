import { readFileSync } from 'node:fs';
import { parseInstant } from '../time/index.ts';
import type { BusinessCalendar } from './business-calendar.ts';
import { addBusinessTime, businessMinutesBetween } from './business-time.ts';
import { compileCalendar } from './compile-calendar.ts';

interface Example {
  id: string;
  timezone: string;
  intervals: BusinessCalendar['weekly'];
  holidays: string[];
  pauses?: [string, string][];
  op: 'add_minutes' | 'business_minutes_between';
  start: string;
  end: string;
  minutes: number;
  expect: string;
}

const file = new URL('./fixtures/sla-examples.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Example[] };

describe('business time against the independent minute-by-minute model', () => {
  it('has all 60 examples', () => expect(cases).toHaveLength(60));

  it.each(cases)('$id $op', (example) => {
    const calendar = compileCalendar({
      version: 1,
      timeZone: example.timezone,
      weekly: example.intervals,
      holidays: example.holidays,
      specialHours: {},
      breaks: {},
    });
    const startMs = parseInstant(example.start);
    const pauses = (example.pauses ?? []).map(([a, b]) => ({ startMs: parseInstant(a), endMs: parseInstant(b) }));
    if (example.op === 'add_minutes') {
      const dueAtMs = addBusinessTime(calendar, startMs, example.minutes * 60, pauses);
      expect(dueAtMs).toBe(parseInstant(example.expect));
    } else {
      const minutes = businessMinutesBetween(calendar, startMs, parseInstant(example.end), pauses);
      expect(minutes).toBe(example.minutes);
    }
  });
});
