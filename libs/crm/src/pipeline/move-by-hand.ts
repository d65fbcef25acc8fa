import { isSetByHand, stageOfOrders } from './stages.ts';
import type { PipelineStage } from './stages.ts';

/** Why a person may not move a buyer so; stable, the screens have a text for each. */
export type MoveRefusal = 'same_stage' | 'only_from_paid_orders' | 'has_orders';

/**
 * Whether a person may move a buyer with `orderCount` paid orders. First order and Repeat come only from paid orders, so a
 * buyer with orders can only be put to sleep by hand, and woken to the stage that its orders stand for.
 */
export function moveByHand(from: PipelineStage, to: PipelineStage, orderCount: number): 'allowed' | MoveRefusal {
  if (from === to) return 'same_stage';
  const earned = stageOfOrders(orderCount);
  if (!isSetByHand(to)) return from === 'dormant' && to === earned ? 'allowed' : 'only_from_paid_orders';
  return earned !== null && to !== 'dormant' ? 'has_orders' : 'allowed';
}
