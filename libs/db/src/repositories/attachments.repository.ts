import { AttachmentEntity } from '../entities/attachment.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The attachments of buyers, products and conversations of a workspace. */
export class AttachmentsRepository extends TenantRepository<AttachmentEntity, 'position'> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, AttachmentEntity);
  }
}
