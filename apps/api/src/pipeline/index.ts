export { boardConditions } from './board-cards.sql.ts';
export { BoardFilter, BoardGroup } from './board.model.ts';
export { ChangeStageUseCase, type HandMove, type StageCause } from './change-stage.use-case.ts';
export { PipelineModule } from './pipeline.module.ts';
export { recordFirstStage, type RegisteredBuyer } from './record-first-stage.ts';
export { SampleStageEnum } from './sample-stage.enum.ts';
export { queryStageHistory } from './stage-history.query.ts';
export { BuyerStage, StageChange, StageRefused } from './stage.model.ts';
export { SweepDormantUseCase } from './sweep-dormant.use-case.ts';
