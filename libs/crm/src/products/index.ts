export { changedFields, type ProductField } from './changed-fields.ts';
export { writeDecisionPack, type DecisionPack, type PackReader } from './decision-pack.ts';
export type {
  EnteredCertificate,
  EnteredPrice,
  EnteredProduct,
  EnteredVariant,
  ProductProblem,
} from './entered-product.ts';
export { isNewProduct, NEW_FOR_DAYS } from './is-new-product.ts';
export type { ProductFileRow } from './file-rows.ts';
export { mergeProductRows, type MergedProduct } from './merge-product-rows.ts';
export { DECISION_PACK_PARTS, missingParts, type DecisionPackPart } from './missing-parts.ts';
export { productFacts, type ProductFact } from './product-facts.ts';
export {
  isExpired,
  PRODUCT_STATUSES,
  productName,
  type Certificate,
  type NamedValue,
  type PriceTier,
  type ProductContent,
  type ProductStatus,
  type Variant,
} from './product.ts';
export { quotePrice, type PriceQuote, type QuoteProblem, type QuoteRequest } from './quote-price.ts';
export { PRODUCT_LIMITS, readProduct } from './read-product.ts';
