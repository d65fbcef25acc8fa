import type { BuyerGrade } from '../grading/index.ts';
import type { AssignmentRules } from './assignment-rules.ts';
import { planAssignment, type AssignableMember, type AssignmentReason } from './plan-assignment.ts';

/** A new conversation. */
export interface IntakeConversation {
  readonly id: string;
  readonly buyerId: string;
  readonly grade: BuyerGrade | null;
  /** Owner of the buyer, while that member is active. */
  readonly ownerId: string | null;
}

/** Who answers a conversation, and why: `solo` where there is one person, `same_buyer` with whoever got the buyer just before. */
export interface PlannedConversation {
  readonly conversationId: string;
  readonly memberId: string | null;
  readonly cause: AssignmentReason | 'owner' | 'same_buyer' | 'solo';
}

/**
 * Names who answers new conversations, one after the other: the buyer's owner, else the member whom the rules for owners name
 * (spec sla, Assignment), each adding to the load that the next one meets. One buyer's conversations stay in one hand. Where
 * one person works alone nothing is assigned: it is all theirs.
 */
export function planConversations(
  conversations: readonly IntakeConversation[],
  members: readonly AssignableMember[],
  rules: AssignmentRules,
): PlannedConversation[] {
  const solo = members.length <= 1;
  const loads = new Map(members.map(({ id, load }) => [id, load]));
  const takers = new Map<string, string>();
  return conversations.map(({ id: conversationId, buyerId, grade, ownerId }): PlannedConversation => {
    if (solo) return { conversationId, memberId: null, cause: 'solo' };
    if (ownerId) return { conversationId, memberId: ownerId, cause: 'owner' };
    const taker = takers.get(buyerId);
    if (taker) return { conversationId, memberId: taker, cause: 'same_buyer' };
    const now = members.map((member) => ({ ...member, load: loads.get(member.id) ?? member.load }));
    const { memberId, reason } = planAssignment(grade, now, rules);
    if (memberId !== null) {
      loads.set(memberId, (loads.get(memberId) ?? 0) + 1);
      takers.set(buyerId, memberId);
    }
    return { conversationId, memberId, cause: reason };
  });
}
