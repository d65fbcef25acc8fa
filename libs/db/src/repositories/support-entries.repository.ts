import { SupportEntryEntity } from '../entities/support-entry.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The support entries of a workspace. */
export class SupportEntriesRepository extends TenantRepository<SupportEntryEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, SupportEntryEntity);
  }
}
