/** A tag that only paid orders set. */
export type OrderTag = 'first_order' | 'repeat';

/** Tag by rule (spec crm, Tags): the first paid order sets one, the second the other; both go when the rule no longer holds. */
export function tagOfOrders(paidOrders: number): OrderTag | null {
  if (paidOrders <= 0) return null;
  return paidOrders === 1 ? 'first_order' : 'repeat';
}
