import type { BuyerGrade } from '../grading/index.ts';
import type { AssignmentRules } from './assignment-rules.ts';
import { servedAs } from './plan-assignment.ts';

/** What is wrong with the owner of a buyer. `a_needs_senior`: an A buyer whose owner is in none of the pools for A. */
export type ViolatedRule = 'a_needs_senior' | 'owner_outside_pools' | 'owner_left';

/** A buyer with its owner. */
export interface OwnedBuyer {
  readonly id: string;
  readonly grade: BuyerGrade | null;
  readonly ownerId: string;
  readonly ownerRole: string;
  /** False when the owner's membership has ended. */
  readonly ownerActive: boolean;
}

/** The buyers whose owner breaks the rules, in the order given. They are shown to people, never moved by themselves. */
export function findViolations(
  buyers: readonly OwnedBuyer[],
  rules: AssignmentRules,
): { buyerId: string; ownerId: string; rule: ViolatedRule }[] {
  return buyers.flatMap((buyer) => {
    const rule = violatedBy(buyer, rules);
    return rule ? [{ buyerId: buyer.id, ownerId: buyer.ownerId, rule }] : [];
  });
}

function violatedBy({ grade, ownerRole, ownerActive }: OwnedBuyer, rules: AssignmentRules): ViolatedRule | null {
  if (!ownerActive) return 'owner_left';
  const { pools } = rules.grades[servedAs(grade)];
  if (pools.some(({ roles }) => roles.includes(ownerRole))) return null;
  return grade === 'A' ? 'a_needs_senior' : 'owner_outside_pools';
}
