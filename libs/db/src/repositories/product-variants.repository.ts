import { ProductVariantEntity } from '../entities/product-variant.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The variants of the products of a workspace. */
export class ProductVariantsRepository extends TenantRepository<
  ProductVariantEntity,
  'options' | 'status' | 'position'
> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, ProductVariantEntity);
  }
}
