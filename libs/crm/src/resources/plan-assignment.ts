import type { BuyerGrade } from '../grading/index.ts';
import type { AssignmentPool, AssignmentRules } from './assignment-rules.ts';

/** A member who may own buyers. */
export interface AssignableMember {
  readonly id: string;
  /** Key of the role. */
  readonly role: string;
  /** Buyers the member may own; 0 takes none, whatever the pool. */
  readonly capacity: number;
  /** Buyers the member owns now. */
  readonly load: number;
}

/**
 * Why a buyer goes to somebody or to nobody: `first_pool` and `later_pool` say which pool decided, `assistant_first` that no
 * person is needed yet, `nobody_eligible` that the pools hold nobody, `nobody_spare` that all of them are full.
 */
export type AssignmentReason = 'first_pool' | 'later_pool' | 'assistant_first' | 'nobody_eligible' | 'nobody_spare';

/** Whom the rules name for a buyer. */
export interface Assignment {
  readonly memberId: string | null;
  readonly reason: AssignmentReason;
}

/** The grade whose rule applies: a buyer who is not graded yet is served as C, as with samples. */
export function servedAs(grade: BuyerGrade | null): BuyerGrade {
  return grade ?? 'C';
}

/**
 * Names the owner of a buyer (spec crm, Resources): the first pool in which somebody may take the buyer; in it, the member
 * with the least load for its capacity, and of equals the one with the lower id.
 */
export function planAssignment(
  grade: BuyerGrade | null,
  members: readonly AssignableMember[],
  rules: AssignmentRules,
): Assignment {
  const rule = rules.grades[servedAs(grade)];
  if (rule.assistantFirst) return { memberId: null, reason: 'assistant_first' };
  for (const [index, pool] of rule.pools.entries()) {
    const chosen = members.filter((member) => mayTake(member, pool)).toSorted(byRelativeLoad)[0];
    if (chosen) return { memberId: chosen.id, reason: index === 0 ? 'first_pool' : 'later_pool' };
  }
  const full = rule.pools.some(({ roles }) =>
    members.some(({ role, capacity }) => roles.includes(role) && capacity > 0),
  );
  return { memberId: null, reason: full ? 'nobody_spare' : 'nobody_eligible' };
}

/** Names the owners of many buyers, one after the other, each adding to the load that the next one meets. */
export function planAssignments(
  buyers: readonly { readonly id: string; readonly grade: BuyerGrade | null }[],
  members: readonly AssignableMember[],
  rules: AssignmentRules,
): { buyerId: string; memberId: string }[] {
  const loads = new Map(members.map(({ id, load }) => [id, load]));
  return buyers.flatMap(({ id: buyerId, grade }) => {
    const now = members.map((member) => ({ ...member, load: loads.get(member.id) ?? member.load }));
    const { memberId } = planAssignment(grade, now, rules);
    if (memberId === null) return [];
    loads.set(memberId, (loads.get(memberId) ?? 0) + 1);
    return [{ buyerId, memberId }];
  });
}

function mayTake({ role, capacity, load }: AssignableMember, pool: AssignmentPool): boolean {
  return pool.roles.includes(role) && capacity > 0 && (!pool.onlyWithSpareCapacity || load < capacity);
}

function byRelativeLoad(left: AssignableMember, right: AssignableMember): number {
  // Compared crosswise, because 1/3 and 2/6 are one load and no float says so for every pair.
  return left.load * right.capacity - right.load * left.capacity || (left.id < right.id ? -1 : 1);
}
