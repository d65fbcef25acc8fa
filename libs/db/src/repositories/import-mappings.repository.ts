import { ImportMappingEntity } from '../entities/import-mapping.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The kept column mappings of a workspace. */
export class ImportMappingsRepository extends TenantRepository<ImportMappingEntity, 'options'> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, ImportMappingEntity);
  }
}
