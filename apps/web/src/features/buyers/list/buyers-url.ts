import {
  type UrlField,
  type UrlState,
  type UrlValues,
  id,
  maybeOneOf,
  oneOf,
  someOf,
  text,
  urlState,
} from '../../../platform/url-state/url-state.ts';
import { COUNTRIES } from '../countries.ts';
import { conditions } from './custom-conditions.ts';

export const GRADES = ['A', 'B', 'C'] as const;
export const LEVELS = ['L4', 'L3', 'L2', 'L1'] as const;
export const STAGES = ['NEW', 'QUALIFIED', 'SAMPLING', 'QUOTED', 'FIRST_ORDER', 'REPEAT', 'DORMANT'] as const;
export const RULE_TAGS = ['firstOrder', 'repeat', 'none'] as const;
export const SILENCES = ['7', '14', '30', '60', '90', '180', '365'] as const;
/** Tags that an address may hold. */
export const MOST_TAGS = 10;
export const TABS = ['timeline', 'inquiries', 'samples', 'orders', 'files', 'notes', 'growth'] as const;
export type Tab = (typeof TABS)[number];

/** Several ids, comma-separated. */
function ids(most: number): UrlField<readonly string[]> {
  const one = id();
  return {
    fallback: [],
    read: (raw) => {
      const read = raw.split(',').map((each) => one.read(each) ?? null);
      const valid = read.filter((each) => each !== null);
      return valid.length === read.length && valid.length <= most ? [...new Set(valid)] : undefined;
    },
    write: (all) => (all.length === 0 ? null : all.join(',')),
  };
}

/** A member, or 'none' for buyers that nobody looks after. */
function owner(): UrlField<string | null> {
  const one = id();
  return { fallback: null, read: (raw) => (raw === 'none' ? raw : one.read(raw)), write: (value) => value };
}

/** Filters of the list, kept in its address. */
export const buyersUrl = urlState({
  q: text(100),
  grade: someOf(GRADES),
  level: someOf(LEVELS),
  stage: someOf(STAGES),
  country: maybeOneOf(COUNTRIES),
  owner: owner(),
  tag: ids(MOST_TAGS),
  rule: someOf(RULE_TAGS),
  silent: maybeOneOf(SILENCES),
  waiting: maybeOneOf(['yes']),
  custom: conditions(),
});

export type BuyersFields = typeof buyersUrl extends UrlState<infer Fields> ? Fields : never;
export type BuyersValues = UrlValues<BuyersFields>;

/** Nothing filtered. */
export const NO_FILTERS: BuyersValues = buyersUrl.parse(new URLSearchParams()).values;

/** What is open on a buyer's page. */
export const buyerUrl = urlState({ tab: oneOf(TABS, 'timeline') });
