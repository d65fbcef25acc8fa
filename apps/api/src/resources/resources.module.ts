import { Module } from '@nestjs/common';
import { AssignConversationsJob } from './assign-conversations.job.ts';
import { AssignOwnerUseCase } from './assign-owner.use-case.ts';
import { AssignUnownedUseCase } from './assign-unowned.use-case.ts';
import { ResourcesResolver } from './resources.resolver.ts';
import { SaveAssignmentRulesUseCase } from './save-assignment-rules.use-case.ts';
import { SetMemberCapacityUseCase } from './set-member-capacity.use-case.ts';
import { SuggestOwnerUseCase } from './suggest-owner.use-case.ts';

/** Who serves which buyer, how much they carry, and what it costs beside what it brings. */
@Module({
  providers: [
    AssignConversationsJob,
    AssignOwnerUseCase,
    AssignUnownedUseCase,
    ResourcesResolver,
    SaveAssignmentRulesUseCase,
    SetMemberCapacityUseCase,
    SuggestOwnerUseCase,
  ],
  exports: [AssignOwnerUseCase, SetMemberCapacityUseCase],
})
export class ResourcesModule {}
