export type { BusinessType, BuyerFacts, BuyerGrade, Fact, PlatformLevel, RequirementDetail } from './buyer-facts.ts';
export { DEFAULT_GRADING_RULES } from './grading-rules.ts';
export type { GradeFactorName, GradingRules, PointsStep } from './grading-rules.ts';
export type { GradeFactName, ScoredFact } from './score-facts.ts';
export { gradeBuyer } from './grade-buyer.ts';
export type { GradeDeduction, GradeResult, ScoredFactor } from './grade-buyer.ts';
