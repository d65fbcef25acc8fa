import { BuyerNoteEntity } from '../entities/buyer-note.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The buyer notes of a workspace. */
export class BuyerNotesRepository extends TenantRepository<BuyerNoteEntity, 'private'> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, BuyerNoteEntity);
  }
}
