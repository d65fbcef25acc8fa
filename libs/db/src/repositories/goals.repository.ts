import { GoalEntity } from '../entities/goal.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The goals of a workspace. */
export class GoalsRepository extends TenantRepository<GoalEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, GoalEntity);
  }
}
