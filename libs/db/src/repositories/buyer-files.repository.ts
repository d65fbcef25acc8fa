import { BuyerFileEntity } from '../entities/buyer-file.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The buyer files of a workspace. */
export class BuyerFilesRepository extends TenantRepository<BuyerFileEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, BuyerFileEntity);
  }
}
