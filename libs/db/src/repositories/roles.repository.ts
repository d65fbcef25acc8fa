import { RoleEntity } from '../entities/role.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The roles of a workspace. */
export class RolesRepository extends TenantRepository<RoleEntity, 'ownRecordsOnly'> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, RoleEntity);
  }
}
