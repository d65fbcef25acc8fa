import { UploadLinkEntity } from '../entities/upload-link.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The upload links of a workspace. */
export class UploadLinksRepository extends TenantRepository<UploadLinkEntity, 'usedCount'> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, UploadLinkEntity);
  }
}
