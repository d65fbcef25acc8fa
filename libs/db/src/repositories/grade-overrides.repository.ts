import { GradeOverrideEntity } from '../entities/grade-override.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The grade overrides of a workspace. */
export class GradeOverridesRepository extends TenantRepository<GradeOverrideEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, GradeOverrideEntity);
  }
}
