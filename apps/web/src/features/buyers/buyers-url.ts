import { type UrlState, id, maybeOneOf, oneOf, someOf, text, urlState } from '../../platform/url-state/url-state.ts';
import { COUNTRIES } from './countries.ts';

export const GRADES = ['A', 'B', 'C'] as const;
export const LEVELS = ['L4', 'L3', 'L2', 'L1'] as const;
export const TABS = ['timeline', 'conversations', 'orders'] as const;

/** Filters of the list, kept in its address. */
export const buyersUrl = urlState({
  q: text(100),
  grade: someOf(GRADES),
  level: someOf(LEVELS),
  country: maybeOneOf(COUNTRIES),
  owner: id(),
});

export type BuyersFields = typeof buyersUrl extends UrlState<infer Fields> ? Fields : never;

/** What is open on a buyer's page. */
export const buyerUrl = urlState({ tab: oneOf(TABS, 'timeline') });
