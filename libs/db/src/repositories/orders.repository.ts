import { OrderEntity } from '../entities/order.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The orders of a workspace. */
export class OrdersRepository extends TenantRepository<OrderEntity, 'isSample'> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, OrderEntity);
  }
}
