import { DraftEntity } from '../entities/draft.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The drafts of a workspace. */
export class DraftsRepository extends TenantRepository<DraftEntity, 'content'> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, DraftEntity);
  }
}
