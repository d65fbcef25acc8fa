export { DEFAULT_ASSIGNMENT_RULES } from './assignment-rules.ts';
export type { AssignmentPool, AssignmentRule, AssignmentRules } from './assignment-rules.ts';
export { estimateHours } from './estimate-hours.ts';
export { findAssignmentRulesProblem } from './find-rules-problem.ts';
export type { AssignmentRulesProblem } from './find-rules-problem.ts';
export { findViolations } from './find-violations.ts';
export type { OwnedBuyer, ViolatedRule } from './find-violations.ts';
export { planAssignment, planAssignments, servedAs } from './plan-assignment.ts';
export type { AssignableMember, Assignment, AssignmentReason } from './plan-assignment.ts';
