import { AnnouncementEntity } from '../entities/announcement.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The announcements of a workspace. */
export class AnnouncementsRepository extends TenantRepository<AnnouncementEntity, 'segment'> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, AnnouncementEntity);
  }
}
