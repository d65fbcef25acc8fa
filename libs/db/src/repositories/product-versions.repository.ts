import { ProductVersionEntity } from '../entities/product-version.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The versions of the products of a workspace. */
export class ProductVersionsRepository extends TenantRepository<ProductVersionEntity> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, ProductVersionEntity);
  }
}
