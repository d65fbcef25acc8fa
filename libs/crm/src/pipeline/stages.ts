/** Where a buyer stands with us, in the order of the board (spec crm, Pipeline). */
export const PIPELINE_STAGES = ['new', 'qualified', 'sampling', 'quoted', 'first_order', 'repeat', 'dormant'] as const;

/** One stage of the pipeline. */
export type PipelineStage = (typeof PIPELINE_STAGES)[number];

/** A stage that only orders lead to. */
export type OrderStage = 'first_order' | 'repeat';

/** A stage on the way to the first order. */
export type OpenStage = Exclude<PipelineStage, OrderStage | 'dormant'>;

/** What happens at a buyer and moves it forward. */
export type PipelineEvent = 'sample_requested' | 'quote_sent';

/** First order and Repeat come only from paid orders; every other stage may be set by hand. */
export function isSetByHand(stage: PipelineStage): boolean {
  return stage !== 'first_order' && stage !== 'repeat';
}

/** The stage that `orderCount` paid orders stand for: none, the first, the second and later ones. */
export function stageOfOrders(orderCount: number): OrderStage | null {
  if (orderCount <= 0) return null;
  return orderCount === 1 ? 'first_order' : 'repeat';
}
