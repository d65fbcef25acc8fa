export { isSetByHand, PIPELINE_STAGES, stageOfOrders } from './stages.ts';
export type { OpenStage, OrderStage, PipelineEvent, PipelineStage } from './stages.ts';
export { moveByHand } from './move-by-hand.ts';
export type { MoveRefusal } from './move-by-hand.ts';
export { stageAfterEvent, stageAfterOrders, stageOnWaking } from './follow-buyer.ts';
export type { PipelineHistory } from './follow-buyer.ts';
export { DORMANT_AFTER_GAPS, isDormant } from './is-dormant.ts';
