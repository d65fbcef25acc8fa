import { UnreadableCasesError } from './case-report.ts';
import { runSlaCases } from './sla-cases.ts';

const OFFICE = {
  id: 'due',
  timezone: 'Asia/Seoul',
  intervals: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] },
  holidays: [],
  op: 'add_minutes',
  start: '2026-03-02T17:30:00+09:00',
  minutes: 60,
  expect: '2026-03-03T00:30:00Z',
};
const BETWEEN = {
  ...OFFICE,
  id: 'between',
  op: 'business_minutes_between',
  end: '2026-03-03T10:00:00+09:00',
  minutes: 90,
};
const run = (...cases: unknown[]) => runSlaCases({ format: 'business-time/1', doc: {}, cases });

describe('runSlaCases', () => {
  it('passes right cases and compares instants, not strings', () => {
    expect(run(OFFICE, { ...OFFICE, expect: '2026-03-03T09:30:00+09:00' }, BETWEEN)).toEqual({
      passed: 3,
      failed: 0,
      differences: [],
    });
  });

  it('names the case, the field and both values of a difference', () => {
    expect(run(OFFICE, { ...OFFICE, minutes: 61 }, { ...BETWEEN, minutes: 91 })).toEqual({
      passed: 1,
      failed: 2,
      differences: [
        { id: 'due', path: 'expect', expected: '2026-03-03T00:30:00Z', actual: '2026-03-03T00:31:00Z' },
        { id: 'between', path: 'minutes', expected: 91, actual: 90 },
      ],
    });
  });

  it('takes seconds, overrides, breaks and pauses into account', () => {
    const { minutes: _, ...withoutMinutes } = OFFICE;
    expect(run({ ...withoutMinutes, seconds: 90, expect: '2026-03-02T17:31:30+09:00' }).failed).toBe(0);
    expect(run({ ...BETWEEN, holidays: ['2026-03-03'], minutes: 30 }).failed).toBe(0);
    expect(run({ ...BETWEEN, overrides: { '2026-03-03': [['08:00', '12:00']] }, minutes: 150 }).failed).toBe(0);
    expect(run({ ...BETWEEN, breaks: { '2026-03-03': [['09:00', '09:15']] }, minutes: 75 }).failed).toBe(0);
    expect(run({ ...BETWEEN, pauses: [['2026-03-02T08:30:00Z', '2026-03-02T08:40:00Z']], minutes: 80 }).failed).toBe(0);
  });

  it.each([
    ['an unknown op', { ...OFFICE, op: 'subtract' }, 'op', /^unreadable case: op: /],
    ['a missing start', { ...OFFICE, start: undefined }, 'start', /^unreadable case: start: /],
    ['a local start', { ...OFFICE, start: '2026-03-02T17:30:00' }, 'start', /not an instant/],
    ['a missing amount', { ...OFFICE, minutes: undefined }, 'minutes', /minutes or seconds is missing/],
    ['an unknown zone', { ...OFFICE, timezone: 'Asia/Atlantis' }, 'expect', /unknownTimeZone \(Asia\/Atlantis\)/],
    ['hours past 24:00', { ...OFFICE, intervals: { mon: [['25:00', '26:00']] } }, 'expect', /unreadableTime/],
    ['a calendar that never opens', { ...OFFICE, intervals: {} }, 'expect', /^error: The calendar does not open/],
    ['a negative amount', { ...OFFICE, minutes: -1 }, 'expect', /^error: /],
  ])('counts %s as a failed case and says why', (_, broken, path, actual) => {
    const report = run(OFFICE, broken);
    expect(report).toMatchObject({ passed: 1, failed: 1 });
    expect(report.differences[0]).toMatchObject({ id: 'due', path, expected: OFFICE.expect });
    expect(report.differences[0]?.actual).toMatch(actual);
  });

  it('names a case without an id by its place', () => {
    expect(run(OFFICE, null).differences[0]).toMatchObject({ id: '#2', path: 'case', expected: null });
  });

  it.each([null, [], {}, { format: 'business-time/2', cases: [] }, { format: 'business-time/1', cases: {} }])(
    'refuses %j as a file',
    (content) => expect(() => runSlaCases(content)).toThrow(UnreadableCasesError),
  );
});
