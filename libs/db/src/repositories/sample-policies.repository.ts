import { SamplePolicyEntity } from '../entities/sample-policy.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The sample policies of a workspace. */
export class SamplePoliciesRepository extends TenantRepository<SamplePolicyEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, SamplePolicyEntity);
  }
}
