import { DEFAULT_ASSIGNMENT_RULES } from './assignment-rules.ts';
import { findAssignmentRulesProblem } from './find-rules-problem.ts';
import { findViolations } from './find-violations.ts';

const ROLES = ['owner', 'manager', 'senior_rep', 'rep'];
const rules = DEFAULT_ASSIGNMENT_RULES;
const { A, B, C } = rules.grades;

describe('findAssignmentRulesProblem', () => {
  it('takes the default rules', () => {
    expect(findAssignmentRulesProblem(rules, ROLES)).toBeNull();
  });

  it.each([
    [
      'grades.A.pools.0.roles',
      { grades: { A: { ...A, pools: [{ roles: ['chief'], onlyWithSpareCapacity: false }] }, B, C } },
    ],
    [
      'grades.B.pools.1.roles',
      { grades: { A, B: { ...B, pools: [B.pools[0]!, { roles: [], onlyWithSpareCapacity: true }] }, C } },
    ],
    [
      'grades.C.pools.0.roles',
      { grades: { A, B, C: { ...C, pools: [{ roles: ['rep', 'rep'], onlyWithSpareCapacity: true }] } } },
    ],
    ['grades.C.pools', { grades: { A, B, C: { ...C, pools: [] } } }],
    ['grades.A.pools', { grades: { A: { ...A, pools: Array.from({ length: 6 }, () => A.pools[0]!) }, B, C } }],
    ['grades', { grades: { A: { ...A, targetSharePercent: 59 }, B, C } }],
    [
      'grades.A.targetSharePercent',
      { grades: { A: { ...A, targetSharePercent: 160 }, B: { ...B, targetSharePercent: -70 }, C } },
    ],
    ['grades.B.targetSharePercent', { grades: { A, B: { ...B, targetSharePercent: 30.5 }, C } }],
    ['minutesPerReply', { minutesPerReply: -1 }],
    ['minutesPerNote', { minutesPerNote: 481 }],
    ['minutesPerSample', { minutesPerSample: 0.5 }],
    ['defaultCapacity', { defaultCapacity: -1 }],
  ])('names %s', (path, changes) => {
    expect(findAssignmentRulesProblem({ ...rules, ...changes }, ROLES)?.path).toBe(path);
  });
});

describe('findViolations', () => {
  const owned = (id: string, grade: 'A' | 'B' | 'C' | null, ownerRole: string, ownerActive = true) => ({
    id,
    grade,
    ownerId: `owner of ${id}`,
    ownerRole,
    ownerActive,
  });

  it('shows A buyers of non-seniors, owners outside the pools, and owners who left', () => {
    const buyers = [
      owned('1', 'A', 'rep'),
      owned('2', 'A', 'senior_rep'),
      owned('3', 'A', 'manager'),
      owned('4', 'B', 'ops'),
      owned('5', null, 'viewer'),
      owned('6', 'C', 'rep'),
      owned('7', 'A', 'senior_rep', false),
    ];
    expect(findViolations(buyers, rules)).toEqual([
      { buyerId: '1', ownerId: 'owner of 1', rule: 'a_needs_senior' },
      { buyerId: '4', ownerId: 'owner of 4', rule: 'owner_outside_pools' },
      { buyerId: '5', ownerId: 'owner of 5', rule: 'owner_outside_pools' },
      { buyerId: '7', ownerId: 'owner of 7', rule: 'owner_left' },
    ]);
  });
});
