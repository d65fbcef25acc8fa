import { BuyerConsentEntity } from '../entities/buyer-consent.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The buyer consents of a workspace. */
export class BuyerConsentsRepository extends TenantRepository<BuyerConsentEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, BuyerConsentEntity);
  }
}
