import { MacroEntity } from '../entities/macro.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The macros of a workspace. */
export class MacrosRepository extends TenantRepository<MacroEntity, 'asksForFiles' | 'version'> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, MacroEntity);
  }
}
