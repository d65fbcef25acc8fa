import { OrderLineEntity } from '../entities/order-line.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The order lines of a workspace. */
export class OrderLinesRepository extends TenantRepository<
  OrderLineEntity,
  'cancelled' | 'reserved' | 'backordered' | 'shipped' | 'delivered' | 'returned'
> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, OrderLineEntity);
  }
}
