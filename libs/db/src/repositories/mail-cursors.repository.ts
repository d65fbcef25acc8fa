import { MailCursorEntity } from '../entities/mail-cursor.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** How far mailboxes have been read of a workspace. */
export class MailCursorsRepository extends TenantRepository<MailCursorEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, MailCursorEntity);
  }
}
