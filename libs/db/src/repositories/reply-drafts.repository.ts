import { ReplyDraftEntity } from '../entities/reply-draft.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The reply drafts of a workspace. */
export class ReplyDraftsRepository extends TenantRepository<ReplyDraftEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, ReplyDraftEntity);
  }
}
