import { MailReferenceEntity } from '../entities/mail-reference.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** Message-IDs of conversations of a workspace. */
export class MailReferencesRepository extends TenantRepository<MailReferenceEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, MailReferenceEntity);
  }
}
