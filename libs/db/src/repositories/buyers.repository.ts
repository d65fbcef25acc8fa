import { BuyerEntity } from '../entities/buyer.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The buyers of a workspace. */
export class BuyersRepository extends TenantRepository<
  BuyerEntity,
  | 'gradeRank'
  | 'levelRank'
  | 'orderCount'
  | 'stage'
  | 'provisional'
  | 'links'
  | 'custom'
  | 'searchText'
  | 'paidYearMinor'
  | 'paidTotalMinor'
> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, BuyerEntity);
  }
}
