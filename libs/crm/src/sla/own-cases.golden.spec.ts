import { readFileSync } from 'node:fs';
import { parseInstant } from '../time/index.ts';
import type { BusinessCalendar } from './business-calendar.ts';
import { addBusinessTime, businessMinutesBetween } from './business-time.ts';
import { compileCalendar } from './compile-calendar.ts';
import { walkTheClock, type BusinessTimeCase } from './minute-model.fixture.ts';
import { ownCases } from './own-cases.fixture.ts';

const read = (name: string): BusinessTimeCase[] => {
  const file = new URL(`./fixtures/${name}`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { cases: BusinessTimeCase[] }).cases;
};
const own = read('own-sla-cases.json');
const shared = read('sla-examples.json');

/** What production answers, in the words of the model. */
function calculate(given: BusinessTimeCase): ReturnType<typeof walkTheClock> {
  const calendar = compileCalendar({
    version: 1,
    timeZone: given.timezone,
    weekly: given.intervals as BusinessCalendar['weekly'],
    holidays: given.holidays,
    specialHours: given.overrides ?? {},
    breaks: given.breaks ?? {},
  });
  const startMs = parseInstant(given.start);
  const pauses = (given.pauses ?? []).map(([a, b]) => ({ startMs: parseInstant(a), endMs: parseInstant(b) }));
  if (given.op === 'business_minutes_between')
    return { minutes: businessMinutesBetween(calendar, startMs, parseInstant(given.end!), pauses) };
  const seconds = given.seconds ?? given.minutes! * 60;
  return { expect: new Date(addBusinessTime(calendar, startMs, seconds, pauses)).toISOString() };
}

describe('business time against a model that walks the clock', () => {
  it('has 40 cases, as the model makes them', () => {
    expect(own).toHaveLength(40);
    expect(ownCases()).toEqual(own);
  });

  it('covers special hours, breaks, seconds, shifts past midnight, pauses and both operations', () => {
    const having = (test: (given: BusinessTimeCase) => boolean) => own.filter(test).length;
    const seconds = (instant: string) => !instant.endsWith(':00.000Z');
    expect(having(({ overrides }) => Object.keys(overrides ?? {}).length > 0)).toBe(40);
    expect(having(({ breaks }) => Object.keys(breaks ?? {}).length > 0)).toBe(40);
    expect(having(({ start }) => seconds(start))).toBeGreaterThan(30);
    expect(having(({ pauses }) => pauses !== undefined)).toBeGreaterThan(8);
    const night = (hours: readonly (readonly [string, string])[]) => hours.some(([from, to]) => to <= from);
    expect(having(({ intervals }) => Object.values(intervals).some(night))).toBeGreaterThan(15);
    expect(having(({ op }) => op === 'add_minutes')).toBeGreaterThan(10);
    expect(having(({ op }) => op !== 'add_minutes')).toBeGreaterThan(10);
  });

  it.each(own)('$id $op', (given) => {
    const { expect: instant, minutes } = given;
    expect(calculate(given)).toEqual(given.op === 'add_minutes' ? { expect: instant } : { minutes });
  });

  it('the model agrees with every fourth case of the shared file, which another model made', () => {
    for (const given of shared.filter((_, index) => index % 4 === 0)) {
      const walked = walkTheClock(given);
      if ('expect' in walked) expect(parseInstant(walked.expect)).toBe(parseInstant(given.expect!));
      else expect(walked.minutes).toBe(given.minutes);
    }
  });
});
