import { ApiKeyEntity } from '../entities/api-key.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The API keys of a workspace. */
export class ApiKeysRepository extends TenantRepository<ApiKeyEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, ApiKeyEntity);
  }
}
