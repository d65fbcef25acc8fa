import { AnnouncementRecipientEntity } from '../entities/announcement-recipient.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The recipients of announcements of a workspace. */
export class AnnouncementRecipientsRepository extends TenantRepository<AnnouncementRecipientEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, AnnouncementRecipientEntity);
  }
}
