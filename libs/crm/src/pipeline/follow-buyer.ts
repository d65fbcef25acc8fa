import { stageOfOrders } from './stages.ts';
import type { OpenStage, PipelineEvent, PipelineStage } from './stages.ts';

const OPEN_ORDER: readonly OpenStage[] = ['new', 'qualified', 'sampling', 'quoted'];
const STAGE_OF_EVENT: Record<PipelineEvent, OpenStage> = { sample_requested: 'sampling', quote_sent: 'quoted' };

/** What a stage follows from, besides the event itself. */
export interface PipelineHistory {
  /** Paid orders. */
  readonly orderCount: number;
  /** The stage before the first order that the buyer was last in; New when it never left it. */
  readonly lastOpenStage: OpenStage;
}

/** The stage of a dormant buyer who is back: what its orders stand for, else where it was. */
export function stageOnWaking({ orderCount, lastOpenStage }: PipelineHistory): PipelineStage {
  return stageOfOrders(orderCount) ?? lastOpenStage;
}

/**
 * The stage after the paid orders were counted. A buyer whose orders were all cancelled goes back to where it was before
 * them; a dormant one wakes only for an order that came after it fell silent (`orderedSince`).
 */
export function stageAfterOrders(stage: PipelineStage, history: PipelineHistory, orderedSince: boolean): PipelineStage {
  if (stage === 'dormant') return orderedSince ? stageOnWaking(history) : 'dormant';
  const earned = stageOfOrders(history.orderCount);
  if (earned) return earned;
  return stage === 'first_order' || stage === 'repeat' ? history.lastOpenStage : stage;
}

/** The stage after a sample was requested or a quote sent: forward only, and never out of what orders stand for. */
export function stageAfterEvent(stage: PipelineStage, event: PipelineEvent, history: PipelineHistory): PipelineStage {
  const awake = stage === 'dormant' ? stageOnWaking(history) : stage;
  const reached = STAGE_OF_EVENT[event];
  const open = OPEN_ORDER.find((candidate) => candidate === awake);
  return open && OPEN_ORDER.indexOf(open) < OPEN_ORDER.indexOf(reached) ? reached : awake;
}
