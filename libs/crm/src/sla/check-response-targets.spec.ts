import { checkResponseTargets } from './check-response-targets.ts';
import { DEFAULT_SLA_POLICY, type GradeMinutes, type SlaPolicy } from './response-target.ts';

const problems = (change: Partial<SlaPolicy>) =>
  checkResponseTargets({ ...DEFAULT_SLA_POLICY, ...change }, new Set(['c1'])).map(
    ({ code, path }) => `${code} ${path}`,
  );
const first = (standard: GradeMinutes, channels: Record<string, GradeMinutes> = {}) => ({
  first: { standard, channels, platforms: {} },
});

describe('checkResponseTargets', () => {
  it('lets the defaults be', () => expect(problems({})).toEqual([]));

  it.each([0, -1, 1.5, 43_201, Number.NaN])('refuses %d minutes', (minutes) => {
    expect(problems(first({ A: minutes, B: 60, C: 60 }))).toEqual(['unreadableMinutes first.standard.A']);
  });

  it('refuses that a better grade waits longer', () => {
    expect(problems(first({ A: 60, B: 30, C: 90 }))).toEqual(['slowerForBetter first.standard']);
    expect(problems(first({ A: 60, B: 60, C: 60 }))).toEqual([]);
  });

  it('refuses a channel that there is not, and bad minutes of one', () => {
    const standard = { A: 1, B: 2, C: 3 };
    expect(problems(first(standard, { c9: standard }))).toEqual(['unknownChannel first.channels.c9']);
    expect(problems(first(standard, { c1: { A: 1, B: 2, C: 0 } }))).toEqual(['unreadableMinutes first.channels.c1.C']);
  });

  it('asks for a standard of the first response only', () => {
    expect(problems({ first: { standard: null as never, channels: {}, platforms: {} } })).toEqual([
      'noStandard first.standard',
    ]);
  });
});
