import { SavedViewEntity } from '../entities/saved-view.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The saved views of a workspace. */
export class SavedViewsRepository extends TenantRepository<SavedViewEntity, 'shared'> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, SavedViewEntity);
  }
}
