import { TagEntity } from '../entities/tag.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The tags of a workspace. */
export class TagsRepository extends TenantRepository<TagEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, TagEntity);
  }
}
