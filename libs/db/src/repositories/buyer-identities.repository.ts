import { BuyerIdentityEntity } from '../entities/buyer-identity.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The buyer identities of a workspace. */
export class BuyerIdentitiesRepository extends TenantRepository<BuyerIdentityEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, BuyerIdentityEntity);
  }
}
