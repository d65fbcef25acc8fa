import {
  type UrlField,
  type UrlState,
  id,
  maybeOneOf,
  oneOf,
  someOf,
  urlState,
} from '../../platform/url-state/url-state.ts';
import { INTENTS } from './draft/verdict-codes.ts';

export const VIEWS = ['WAITING', 'MINE', 'SNOOZED', 'ANSWERED', 'CLOSED', 'ALL'] as const;
export const GRADES = ['A', 'B', 'C'] as const;
export const LEVELS = ['L4', 'L3', 'L2', 'L1'] as const;
/** Most values of one filter that an address may hold. */
const MOST = 20;

/** Several codes of one form, comma-separated, in the order of their choosing. */
function codes(form: RegExp): UrlField<readonly string[]> {
  return {
    fallback: [],
    read: (raw) => {
      const all = [...new Set(raw.split(','))];
      return all.length <= MOST && all.every((code) => form.test(code)) ? all : undefined;
    },
    write: (all) => (all.length === 0 ? null : all.join(',')),
  };
}

/** What the inbox's address says beside the open conversation. */
export const inboxUrl = urlState({
  view: oneOf(VIEWS, 'WAITING'),
  grade: someOf(GRADES),
  level: someOf(LEVELS),
  channel: id(),
  assignee: id(),
  country: codes(/^[A-Z]{2}$/),
  language: codes(/^[a-z]{2,3}$/),
  topic: someOf(INTENTS),
  panel: maybeOneOf(['draft', 'buyer', 'files']),
});

export type InboxFields = typeof inboxUrl extends UrlState<infer Fields> ? Fields : never;

/** What of the address is the reader's own place and not the list: left out of what is shared or kept under a name. */
export const OWN_PLACE: readonly string[] = ['panel'];
