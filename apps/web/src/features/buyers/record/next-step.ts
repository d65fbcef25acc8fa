const DAY_MS = 86_400_000;

export type NextStep =
  | { readonly kind: 'reply'; readonly conversationId: string; readonly dueAt: string | null }
  | { readonly kind: 'review'; readonly on: string }
  | { readonly kind: 'order'; readonly at: string }
  | { readonly kind: 'none' };

/** What comes next with a buyer: a reply that is owed, then a grade to look at again, then the order their usual interval lets expect. */
export function nextStep(buyer: {
  readonly recent: readonly { readonly id: string; readonly status: string; readonly dueAt: string | null }[];
  readonly gradeOverride: { readonly reviewOn: string; readonly reviewDue: boolean } | null;
  readonly orderSummary: { readonly lastOrderAt: string | null; readonly usualGapDays: number | null };
}): NextStep {
  const waiting = buyer.recent
    .filter(({ status }) => status === 'WAITING')
    .toSorted((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'))[0];
  if (waiting) return { kind: 'reply', conversationId: waiting.id, dueAt: waiting.dueAt };
  if (buyer.gradeOverride?.reviewDue) return { kind: 'review', on: buyer.gradeOverride.reviewOn };
  const { lastOrderAt, usualGapDays } = buyer.orderSummary;
  if (lastOrderAt !== null && usualGapDays !== null)
    return { kind: 'order', at: new Date(Date.parse(lastOrderAt) + usualGapDays * DAY_MS).toISOString() };
  return { kind: 'none' };
}
