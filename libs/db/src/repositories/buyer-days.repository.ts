import { BuyerDayEntity } from '../entities/buyer-day.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** What the platforms score a workspace by. */
export class BuyerDaysRepository extends TenantRepository<BuyerDayEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, BuyerDayEntity);
  }
}
