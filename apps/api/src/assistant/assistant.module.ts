import { Module } from '@nestjs/common';
import { BuyersModule } from '../buyers/index.ts';
import { SlaModule } from '../sla/index.ts';
import { DiscardDraftUseCase } from './discard-draft.use-case.ts';
import { DraftsResolver } from './drafts.resolver.ts';
import { PrepareDraftJob } from './prepare-draft.job.ts';
import { WorkspaceAssistants } from './workspace-assistants.ts';

/** First-pass filtering and drafts. */
@Module({
  imports: [BuyersModule, SlaModule],
  providers: [DiscardDraftUseCase, DraftsResolver, PrepareDraftJob, WorkspaceAssistants],
})
export class AssistantModule {}
