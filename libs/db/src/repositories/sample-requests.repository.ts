import { SampleRequestEntity } from '../entities/sample-request.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The sample requests of a workspace. */
export class SampleRequestsRepository extends TenantRepository<SampleRequestEntity, 'kind'> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, SampleRequestEntity);
  }
}
