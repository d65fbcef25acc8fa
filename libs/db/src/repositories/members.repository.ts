import { MemberEntity } from '../entities/member.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The members of a workspace. */
export class MembersRepository extends TenantRepository<MemberEntity, 'status'> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, MemberEntity);
  }
}
