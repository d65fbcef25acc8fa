export { customValue, MAX_CUSTOM_TEXT, type CustomKind } from './custom-value.ts';
export { duplicateReasons, type DuplicateReason, type SharedTraits } from './find-duplicates.ts';
export {
  matchRows,
  nameKey,
  type IdentityKey,
  type KnownBuyers,
  type RowIdentity,
  type RowMatch,
} from './match-rows.ts';
export { nameSimilarity, plainName, SIMILAR_NAME } from './similar-names.ts';
export { tagOfOrders, type OrderTag } from './tag-of-orders.ts';
export { visibleLine, visibleText } from './visible-text.ts';
export { companyDomain, webAddress } from './web-address.ts';
