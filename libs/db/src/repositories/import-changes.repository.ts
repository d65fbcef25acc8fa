import { ImportChangeEntity } from '../entities/import-change.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The rows that imports changed of a workspace. */
export class ImportChangesRepository extends TenantRepository<ImportChangeEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, ImportChangeEntity);
  }
}
