import { StageChangeEntity } from '../entities/stage-change.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The stage changes of a workspace. */
export class StageChangesRepository extends TenantRepository<StageChangeEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, StageChangeEntity);
  }
}
