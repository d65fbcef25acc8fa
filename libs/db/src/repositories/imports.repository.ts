import { ImportEntity } from '../entities/import.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The imports of files of a workspace. */
export class ImportsRepository extends TenantRepository<
  ImportEntity,
  | 'layout'
  | 'mapping'
  | 'options'
  | 'revision'
  | 'doneRows'
  | 'goodRows'
  | 'badRows'
  | 'createdRows'
  | 'updatedRows'
  | 'unchangedRows'
  | 'failedRows'
  | 'leftOutRows'
  | 'preview'
  | 'position'
  | 'state'
> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, ImportEntity);
  }
}
