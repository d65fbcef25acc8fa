import {
  type UrlField,
  type UrlState,
  type UrlValues,
  maybeOneOf,
  someOf,
  text,
  urlState,
} from '../../../platform/url-state/url-state.ts';
import type { ProductFilter } from '../../../generated/graphql.ts';

export const STATUSES = ['ACTIVE', 'DRAFT', 'DISCONTINUED'] as const;
/** What a quick answer to a buyer needs (requirement 004-87), in the order in which buyers ask. */
export const PARTS = ['PRICE', 'MOQ', 'LEAD_TIME', 'OPTIONS', 'CERTIFICATES'] as const;

/** A category by its name, whatever the workspace calls it; unlike other text it is not trimmed. */
function category(): UrlField<string | null> {
  return {
    fallback: null,
    read: (raw) => (raw !== '' && raw.length <= 200 ? raw : undefined),
    write: (value) => value,
  };
}

/** Filters of the catalogue, kept in its address. */
export const productsUrl = urlState({
  q: text(100),
  status: someOf(STATUSES),
  category: category(),
  missing: someOf([...PARTS, 'ANY']),
  new: maybeOneOf(['yes']),
});

export type ProductsFields = typeof productsUrl extends UrlState<infer Fields> ? Fields : never;
export type ProductsValues = UrlValues<ProductsFields>;

export const NO_FILTERS: ProductsValues = { q: '', status: [], category: null, missing: [], new: null };

/** The filters as the API takes them; what is not filtered is left out. Without a status, products no longer made are left out. */
export function toFilter({ q, status, category: group, missing, new: isNew }: ProductsValues): ProductFilter {
  const parts = missing.includes('ANY') ? PARTS : PARTS.filter((part) => missing.includes(part));
  return {
    ...(q !== '' && { q }),
    status: status.length > 0 ? [...status] : ['ACTIVE', 'DRAFT'],
    ...(group !== null && { category: [group] }),
    ...(parts.length > 0 && { missing: [...parts] }),
    ...(isNew !== null && { isNew: true }),
  };
}
