import { ImportRowEntity } from '../entities/import-row.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The rows of imports that need somebody of a workspace. */
export class ImportRowsRepository extends TenantRepository<ImportRowEntity, 'problems'> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, ImportRowEntity);
  }
}
