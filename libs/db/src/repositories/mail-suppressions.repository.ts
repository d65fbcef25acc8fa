import { MailSuppressionEntity } from '../entities/mail-suppression.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** Addresses that no mail may reach of a workspace. */
export class MailSuppressionsRepository extends TenantRepository<MailSuppressionEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, MailSuppressionEntity);
  }
}
