import { OrderAdjustmentEntity } from '../entities/order-adjustment.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The cancellations and adjustments of orders of a workspace. */
export class OrderAdjustmentsRepository extends TenantRepository<OrderAdjustmentEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, OrderAdjustmentEntity);
  }
}
