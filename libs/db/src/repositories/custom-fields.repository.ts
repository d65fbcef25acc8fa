import { CustomFieldEntity } from '../entities/custom-field.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The custom fields of a workspace. */
export class CustomFieldsRepository extends TenantRepository<CustomFieldEntity, 'choices'> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, CustomFieldEntity);
  }
}
