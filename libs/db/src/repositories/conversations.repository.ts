import { ConversationEntity } from '../entities/conversation.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The conversations of a workspace. */
export class ConversationsRepository extends TenantRepository<
  ConversationEntity,
  'preview' | 'messageCount' | 'needsAssignee' | 'revision'
> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, ConversationEntity);
  }
}
