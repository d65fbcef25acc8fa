import { DEFAULT_SLA_POLICY, responseTargetMinutes } from './response-target.ts';
import type { ResponseTargetQuestion } from './response-target.ts';

const ask = (
  grade: ResponseTargetQuestion['grade'],
  level: ResponseTargetQuestion['level'] = null,
  channelKind = 'email',
) => responseTargetMinutes(DEFAULT_SLA_POLICY, { channelKind, grade, level });

describe('responseTargetMinutes', () => {
  it('promises A 60, B 240, C 480 business minutes, and C to the ungraded', () => {
    expect((['A', 'B', 'C', null] as const).map((grade) => ask(grade))).toEqual([60, 240, 480, 480]);
  });

  it('serves L3 and L4 as A, and leaves L1 and L2 at their grade', () => {
    expect([ask('C', 'L4'), ask(null, 'L3'), ask('B', 'L2'), ask(null, 'L1')]).toEqual([60, 60, 240, 480]);
  });

  it('never lets a level lower a grade', () => {
    const policy = { ...DEFAULT_SLA_POLICY, levelCountsAs: { L1: 'C' } as const };
    expect(responseTargetMinutes(policy, { channelKind: 'email', grade: 'A', level: 'L1' })).toBe(60);
  });

  it("uses a channel kind's own targets where it has them", () => {
    const policy = { ...DEFAULT_SLA_POLICY, channelMinutes: { alibaba: { A: 30, B: 60, C: 120 } } };
    expect(responseTargetMinutes(policy, { channelKind: 'alibaba', grade: 'B', level: null })).toBe(60);
    expect(responseTargetMinutes(policy, { channelKind: 'email', grade: 'B', level: null })).toBe(240);
    expect(responseTargetMinutes(policy, { channelKind: 'constructor', grade: 'B', level: null })).toBe(240);
  });
});
