import { SlaPolicyEntity } from '../entities/sla-policy.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The SLA policies of a workspace. */
export class SlaPoliciesRepository extends TenantRepository<SlaPolicyEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, SlaPolicyEntity);
  }
}
