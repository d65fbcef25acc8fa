import { GradingRulesEntity } from '../entities/grading-rules.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The grading rules of a workspace. */
export class GradingRulesRepository extends TenantRepository<GradingRulesEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, GradingRulesEntity);
  }
}
