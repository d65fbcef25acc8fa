import { InquiryEntity } from '../entities/inquiry.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The inquiries of a workspace. */
export class InquiriesRepository extends TenantRepository<InquiryEntity, 'signals' | 'turn'> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, InquiryEntity);
  }
}
