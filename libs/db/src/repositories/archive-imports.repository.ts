import { ArchiveImportEntity } from '../entities/archive-import.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The archives that are brought into a workspace. */
export class ArchiveImportsRepository extends TenantRepository<ArchiveImportEntity, 'doneRows' | 'counts'> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, ArchiveImportEntity);
  }
}
