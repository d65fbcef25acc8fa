/** Tag by rule (spec crm, Tags): the first paid order sets one, the second the other; both go when the rule no longer holds. */
export function tagOfOrders(paidOrders: number): 'first_order' | 'repeat' | null {
  if (paidOrders === 0) return null;
  return paidOrders === 1 ? 'first_order' : 'repeat';
}
