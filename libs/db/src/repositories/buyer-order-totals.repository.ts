import { BuyerOrderTotalsEntity } from '../entities/buyer-order-totals.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The buyer order totals of a workspace. */
export class BuyerOrderTotalsRepository extends TenantRepository<BuyerOrderTotalsEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, BuyerOrderTotalsEntity);
  }
}
