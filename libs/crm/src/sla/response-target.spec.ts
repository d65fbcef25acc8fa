import { DEFAULT_SLA_POLICY, resolutionTargetMinutes, responseTargetMinutes } from './response-target.ts';
import type { SlaPolicy, TargetQuestion } from './response-target.ts';

const question = (change: Partial<TargetQuestion> = {}): TargetQuestion => ({
  channelId: 'mailbox',
  platform: 'email',
  grade: null,
  level: null,
  ...change,
});
const ask = (grade: TargetQuestion['grade'], level: TargetQuestion['level'] = null) =>
  responseTargetMinutes(DEFAULT_SLA_POLICY, 'first', question({ grade, level }));
const minutes = (n: number) => ({ A: n, B: 2 * n, C: 3 * n });

describe('responseTargetMinutes', () => {
  it('promises A 60, B 240, C 480 business minutes, and C to the ungraded', () => {
    expect((['A', 'B', 'C', null] as const).map((grade) => ask(grade))).toEqual([60, 240, 480, 480]);
  });

  it('serves L3 and L4 as A, and leaves L1 and L2 at their grade', () => {
    expect([ask('C', 'L4'), ask(null, 'L3'), ask('B', 'L2'), ask(null, 'L1')]).toEqual([60, 60, 240, 480]);
  });

  it('never lets a level lower a grade', () => {
    const policy = { ...DEFAULT_SLA_POLICY, levelCountsAs: { L1: 'C' } as const };
    expect(responseTargetMinutes(policy, 'first', question({ grade: 'A', level: 'L1' }))).toBe(60);
  });

  it("takes a channel's own targets before its platform's, and those before the standard", () => {
    const policy: SlaPolicy = {
      ...DEFAULT_SLA_POLICY,
      first: {
        ...DEFAULT_SLA_POLICY.first,
        channels: { storefront: minutes(10) },
        platforms: { alibaba: minutes(20) },
      },
    };
    const of = (channelId: string, platform: string) =>
      responseTargetMinutes(policy, 'first', question({ channelId, platform, grade: 'B' }));
    expect(of('storefront', 'alibaba')).toBe(20);
    expect(of('other', 'alibaba')).toBe(40);
    expect(of('other', 'email')).toBe(240);
    expect(of('constructor', 'constructor')).toBe(240);
  });

  it('promises for the next response what it does for the first, until something else is promised', () => {
    const next = (policy: SlaPolicy) => responseTargetMinutes(policy, 'next', question({ grade: 'A' }));
    expect(next(DEFAULT_SLA_POLICY)).toBe(60);
    const ofFirst = { ...DEFAULT_SLA_POLICY.first, channels: { mailbox: minutes(30) } };
    expect(next({ ...DEFAULT_SLA_POLICY, first: ofFirst })).toBe(30);
    const own: SlaPolicy = {
      ...DEFAULT_SLA_POLICY,
      first: ofFirst,
      next: { standard: minutes(15), channels: {}, platforms: {} },
    };
    expect(next(own)).toBe(15);
    expect(responseTargetMinutes(own, 'first', question({ grade: 'A' }))).toBe(30);
  });
});

describe('resolutionTargetMinutes', () => {
  it('promises nothing until somebody does', () => {
    expect(resolutionTargetMinutes(DEFAULT_SLA_POLICY, question())).toBeNull();
    const resolution = { standard: minutes(480), channels: { mailbox: minutes(240) }, platforms: {} };
    const policy: SlaPolicy = { ...DEFAULT_SLA_POLICY, resolution };
    expect(resolutionTargetMinutes(policy, question({ grade: 'A' }))).toBe(240);
    expect(resolutionTargetMinutes(policy, question({ channelId: 'other', level: 'L4' }))).toBe(480);
  });
});
