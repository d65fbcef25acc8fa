import { Module } from '@nestjs/common';
import { BoardResolver } from './board.resolver.ts';
import { ChangeStageUseCase } from './change-stage.use-case.ts';
import { KeepViewUseCase } from './keep-view.use-case.ts';
import { SavedViewsResolver } from './saved-views.resolver.ts';
import { SweepDormantUseCase } from './sweep-dormant.use-case.ts';

/** The pipeline: where each buyer stands, and the board that shows it. */
@Module({
  providers: [BoardResolver, ChangeStageUseCase, KeepViewUseCase, SavedViewsResolver, SweepDormantUseCase],
  exports: [ChangeStageUseCase, SweepDormantUseCase],
})
export class PipelineModule {}
