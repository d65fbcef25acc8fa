import { InvitationEntity } from '../entities/invitation.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The invitations of a workspace. */
export class InvitationsRepository extends TenantRepository<InvitationEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, InvitationEntity);
  }
}
