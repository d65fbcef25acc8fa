import { DuplicateDismissalEntity } from '../entities/duplicate-dismissal.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The duplicate dismissals of a workspace. */
export class DuplicateDismissalsRepository extends TenantRepository<DuplicateDismissalEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, DuplicateDismissalEntity);
  }
}
