import { BuyerMergeEntity } from '../entities/buyer-merge.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The buyer merges of a workspace. */
export class BuyerMergesRepository extends TenantRepository<BuyerMergeEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, BuyerMergeEntity);
  }
}
