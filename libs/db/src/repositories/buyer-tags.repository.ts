import { BuyerTagEntity } from '../entities/buyer-tag.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The buyer tags of a workspace. */
export class BuyerTagsRepository extends TenantRepository<BuyerTagEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, BuyerTagEntity);
  }
}
