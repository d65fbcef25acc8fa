export { productsStatement } from './list-products.query.ts';
export {
  queryContentOfVersions,
  queryProductsByCode,
  queryProductsById,
  querySkuOwners,
  type KnownProduct,
} from './known-products.query.ts';
export { queryProductFacts, type ProductFactEntry } from './product-facts.query.ts';
export { ProductFilter } from './product-filter.input.ts';
export { ProductRow } from './product.model.ts';
export { ProductsModule } from './products.module.ts';
export { removeProducts } from './remove-products.ts';
export { SaveProductUseCase } from './save-product.use-case.ts';
export { queryToday } from './today.query.ts';
export { lockCatalogue, writeProducts, type ProductChange } from './write-products.ts';
