import { InboundMessageEntity } from '../entities/inbound-message.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The inbound messages of a workspace. */
export class InboundMessagesRepository extends TenantRepository<InboundMessageEntity, 'attempts' | 'format'> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, InboundMessageEntity);
  }
}
