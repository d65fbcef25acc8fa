import { AssignmentRulesEntity } from '../entities/assignment-rules.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The assignment rules of a workspace. */
export class AssignmentRulesRepository extends TenantRepository<AssignmentRulesEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, AssignmentRulesEntity);
  }
}
