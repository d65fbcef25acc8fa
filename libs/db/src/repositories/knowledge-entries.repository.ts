import { KnowledgeEntryEntity } from '../entities/knowledge-entry.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The knowledge entries of a workspace. */
export class KnowledgeEntriesRepository extends TenantRepository<
  KnowledgeEntryEntity,
  'version' | 'autoReply' | 'questions'
> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, KnowledgeEntryEntity);
  }
}
