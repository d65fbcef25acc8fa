import { MessageEntity } from '../entities/message.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The messages of a workspace. */
export class MessagesRepository extends TenantRepository<
  MessageEntity,
  'aiAssisted' | 'attachments' | 'autoSubmitted' | 'deliveryAttempts'
> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, MessageEntity);
  }
}
