import { DEFAULT_ASSIGNMENT_RULES } from '@dangol/crm';
import type { AssignmentRulesRowFragment } from '../../../generated/graphql.ts';
import { assignmentDraftOf, moveUp, readAssignment, targetSum } from './assignment-draft.ts';

const stored: AssignmentRulesRowFragment = {
  __typename: 'AssignmentRules',
  version: 1,
  minutesPerReply: 10,
  minutesPerNote: 3,
  minutesPerSample: 30,
  defaultCapacity: 60,
  createdAt: '2026-01-01T00:00:00Z',
  createdBy: null,
  grades: (['A', 'B', 'C'] as const).map((grade) => ({
    __typename: 'AssignmentRule',
    grade,
    assistantFirst: DEFAULT_ASSIGNMENT_RULES.grades[grade].assistantFirst,
    targetSharePercent: DEFAULT_ASSIGNMENT_RULES.grades[grade].targetSharePercent,
    pools: DEFAULT_ASSIGNMENT_RULES.grades[grade].pools.map((pool) => ({ __typename: 'AssignmentPool', ...pool })),
  })),
};

describe('the form of the assignment rules', () => {
  it('says the rules it was made from', () => {
    const read = readAssignment(assignmentDraftOf(stored));
    expect(read.defaultCapacity).toBe(60);
    expect(read.grades[1]).toEqual({ grade: 'B', ...DEFAULT_ASSIGNMENT_RULES.grades.B });
  });
  it('marks what is no whole number, so that the rule check names it', () => {
    const draft = assignmentDraftOf(stored);
    expect(readAssignment({ ...draft, numbers: { ...draft.numbers, minutesPerNote: '3.5' } }).minutesPerNote).toBe(-1);
  });
  it('adds the targets up', () => expect(targetSum(assignmentDraftOf(stored))).toBe(100));
});

describe('moveUp', () => {
  const pools = [0, 1, 2].map((key) => ({ key, roles: [], onlyWithSpareCapacity: false }));
  it('changes places with the pool above', () => expect(moveUp(pools, 2).map(({ key }) => key)).toEqual([0, 2, 1]));
  it('leaves the first where it is', () => expect(moveUp(pools, 0)).toBe(pools));
});
