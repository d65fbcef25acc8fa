export { loadGoals } from './load-goals.ts';
export { GoalCounted, SaveGoalInput } from './goal.model.ts';
export { GoalsModule } from './goals.module.ts';
export { SaveGoalUseCase } from './save-goal.use-case.ts';
