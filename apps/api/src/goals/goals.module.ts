import { Module } from '@nestjs/common';
import { GoalsResolver } from './goals.resolver.ts';
import { SaveGoalUseCase } from './save-goal.use-case.ts';

/** The goal planner: targets of a year, how they are to be reached, and what came in. */
@Module({ providers: [GoalsResolver, SaveGoalUseCase], exports: [SaveGoalUseCase] })
export class GoalsModule {}
