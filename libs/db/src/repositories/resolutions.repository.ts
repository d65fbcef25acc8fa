import { ResolutionEntity } from '../entities/resolution.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The cases of a workspace. */
export class ResolutionsRepository extends TenantRepository<ResolutionEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, ResolutionEntity);
  }
}
