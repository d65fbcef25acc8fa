export { DEFAULT_BUYER_SHARE, DEFAULT_SAMPLE_POLICY } from './sample-policy.ts';
export type { BuyerShare, SampleKind, SamplePolicy } from './sample-policy.ts';
export { buyerSharePercent, quoteSample, splitSampleCost } from './quote-sample.ts';
export type { SampleCost, SampleQuote } from './quote-sample.ts';
export { advanceSample, isSampleOpen, nextSampleStages, SAMPLE_STAGES } from './sample-stages.ts';
export type { SampleStage, SampleStageRefusal } from './sample-stages.ts';
export { budgetState, sellerPaysInBase } from './sample-budget.ts';
export type { BudgetState } from './sample-budget.ts';
