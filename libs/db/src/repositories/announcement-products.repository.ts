import { AnnouncementProductEntity } from '../entities/announcement-product.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The products of announcements of a workspace. */
export class AnnouncementProductsRepository extends TenantRepository<AnnouncementProductEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, AnnouncementProductEntity);
  }
}
