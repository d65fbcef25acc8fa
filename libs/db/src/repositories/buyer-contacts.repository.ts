import { BuyerContactEntity } from '../entities/buyer-contact.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The buyer contacts of a workspace. */
export class BuyerContactsRepository extends TenantRepository<BuyerContactEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, BuyerContactEntity);
  }
}
