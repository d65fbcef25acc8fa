export { measureGoal, planGoal } from './plan-goal.ts';
export type { GoalGroup, GoalPlan, GoalProgress } from './plan-goal.ts';
