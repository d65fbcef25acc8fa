import { ProductEntity } from '../entities/product.entity.ts';
import { TenantRepository } from '../tenancy/tenant-repository.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The products of a workspace. */
export class ProductsRepository extends TenantRepository<
  ProductEntity,
  'version' | 'status' | 'unit' | 'optionNames' | 'specs' | 'certificates' | 'searchText'
> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, ProductEntity);
  }
}
