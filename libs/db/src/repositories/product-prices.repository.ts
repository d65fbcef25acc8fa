import { ProductPriceEntity } from '../entities/product-price.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The list prices of the products of a workspace. */
export class ProductPricesRepository extends TenantRepository<ProductPriceEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, ProductPriceEntity);
  }
}
