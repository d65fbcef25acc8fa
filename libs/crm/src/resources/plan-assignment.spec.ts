import fc from 'fast-check';
import { DEFAULT_ASSIGNMENT_RULES } from './assignment-rules.ts';
import type { AssignmentRules } from './assignment-rules.ts';
import { planAssignment, planAssignments } from './plan-assignment.ts';
import type { AssignableMember } from './plan-assignment.ts';

const rules = DEFAULT_ASSIGNMENT_RULES;
const personalC: AssignmentRules = {
  ...rules,
  grades: { ...rules.grades, C: { ...rules.grades.C, assistantFirst: false } },
};
const member = (id: string, role: string, load: number, capacity = 10): AssignableMember => ({
  id,
  role,
  load,
  capacity,
});

const team = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    role: fc.constantFrom('owner', 'manager', 'senior_rep', 'rep', 'ops', 'viewer'),
    capacity: fc.integer({ min: 0, max: 6 }),
    load: fc.integer({ min: 0, max: 8 }),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
);
const grade = fc.constantFrom('A' as const, 'B' as const, 'C' as const, null);

describe('planAssignment', () => {
  it('gives an A buyer to the senior with the least load for the capacity, even over it', () => {
    const members = [member('s1', 'senior_rep', 9), member('s2', 'senior_rep', 33, 40), member('r1', 'rep', 0)];
    expect(planAssignment('A', members, rules)).toEqual({ memberId: 's2', reason: 'first_pool' });
    expect(planAssignment('A', [member('s1', 'senior_rep', 30), member('r1', 'rep', 0)], rules).memberId).toBe('s1');
  });

  it('gives an A buyer to a leader only where there is no senior, and never to a rep', () => {
    const lead = [member('m', 'manager', 3), member('r', 'rep', 0)];
    expect(planAssignment('A', lead, rules)).toEqual({ memberId: 'm', reason: 'later_pool' });
    expect(planAssignment('A', [member('r', 'rep', 0)], rules)).toEqual({ memberId: null, reason: 'nobody_eligible' });
  });

  it('gives a B buyer to a senior with spare capacity, else to a rep', () => {
    const spare = [member('s', 'senior_rep', 9), member('r', 'rep', 0)];
    const full = [member('s', 'senior_rep', 10), member('r', 'rep', 40)];
    expect(planAssignment('B', spare, rules)).toEqual({ memberId: 's', reason: 'first_pool' });
    expect(planAssignment('B', full, rules)).toEqual({ memberId: 'r', reason: 'later_pool' });
  });

  it('leaves C, and who is not graded yet, to the assistant until the rules say otherwise', () => {
    const members = [member('r', 'rep', 0)];
    for (const served of ['C', null] as const) {
      expect(planAssignment(served, members, rules)).toEqual({ memberId: null, reason: 'assistant_first' });
      expect(planAssignment(served, members, personalC)).toEqual({ memberId: 'r', reason: 'first_pool' });
    }
  });

  it('tells "all full" from "nobody there", and passes by who has no capacity at all', () => {
    const strict: AssignmentRules = {
      ...rules,
      grades: {
        ...rules.grades,
        B: { ...rules.grades.B, pools: [{ roles: ['rep'], onlyWithSpareCapacity: true }] },
      },
    };
    expect(planAssignment('B', [member('r', 'rep', 10)], strict).reason).toBe('nobody_spare');
    expect(planAssignment('B', [member('r', 'rep', 0, 0)], strict).reason).toBe('nobody_eligible');
    expect(planAssignment('A', [member('s', 'senior_rep', 0, 0), member('o', 'owner', 0)], rules).memberId).toBe('o');
  });

  it('takes the lower id of equal loads, 1 of 3 and 2 of 6 being equal', () => {
    const equals = [member('b', 'senior_rep', 1, 3), member('a', 'senior_rep', 2, 6)];
    expect(planAssignment('A', equals, rules).memberId).toBe('a');
  });

  it('does not depend on the order of the members', () => {
    const shuffled = team.chain((members) =>
      fc.tuple(fc.constant(members), fc.shuffledSubarray(members, { minLength: members.length })),
    );
    fc.assert(
      fc.property(shuffled, grade, ([members, other], wanted) => {
        expect(planAssignment(wanted, other, personalC)).toEqual(planAssignment(wanted, members, personalC));
      }),
    );
  });

  it('never names a role outside the pools, never fills past capacity where spare is asked, and takes the least loaded', () => {
    fc.assert(
      fc.property(team, grade, (members, wanted) => {
        const { memberId } = planAssignment(wanted, members, personalC);
        const { pools } = personalC.grades[wanted ?? 'C'];
        const takers = pools.map(({ roles, onlyWithSpareCapacity }) =>
          members.filter(
            ({ role, load, capacity }) =>
              roles.includes(role) && capacity > 0 && !(onlyWithSpareCapacity && load >= capacity),
          ),
        );
        const deciding = takers.find((pool) => pool.length > 0) ?? [];
        const chosen = deciding.find(({ id }) => id === memberId);
        expect(chosen === undefined).toBe(deciding.length === 0);
        if (!chosen) return expect(memberId).toBeNull();
        for (const other of deciding)
          expect(chosen.load * other.capacity).toBeLessThanOrEqual(other.load * chosen.capacity);
      }),
    );
  });
});

describe('planAssignments', () => {
  it('counts each buyer it gives, so that B moves on to the rep once the senior is full', () => {
    const members = [member('s', 'senior_rep', 8), member('r', 'rep', 0)];
    const buyers = ['1', '2', '3', '4'].map((id) => ({ id, grade: id === '4' ? null : ('B' as const) }));
    expect(planAssignments(buyers, members, rules)).toEqual([
      { buyerId: '1', memberId: 's' },
      { buyerId: '2', memberId: 's' },
      { buyerId: '3', memberId: 'r' },
    ]);
  });
});
