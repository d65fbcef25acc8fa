import { GradeBuyerUseCase } from './grade-buyer.use-case.ts';
import { GradeOverridesResolver } from './grade-overrides.resolver.ts';
import { GradingRulesResolver } from './grading-rules.resolver.ts';
import { NightlyUpkeepJob } from './nightly-upkeep.job.ts';
import { NightlyUpkeep } from './nightly-upkeep.ts';
import { OverrideGradeUseCase } from './override-grade.use-case.ts';
import { RegradeBuyersUseCase } from './regrade-buyers.use-case.ts';
import { SaveGradingRulesUseCase } from './save-grading-rules.use-case.ts';
import { WaitingClocks } from './waiting-clocks.ts';

/** What grading needs and offers; buyers.module.ts provides and exports it. */
export const GRADING_PROVIDERS = [
  GradeBuyerUseCase,
  GradeOverridesResolver,
  GradingRulesResolver,
  NightlyUpkeep,
  NightlyUpkeepJob,
  OverrideGradeUseCase,
  RegradeBuyersUseCase,
  SaveGradingRulesUseCase,
  WaitingClocks,
];
