import { id, oneOf, text, type UrlState, urlState } from '../../platform/url-state/url-state.ts';

export const VISIBILITIES = ['PUBLIC', 'INTERNAL'] as const;
export const STATES = ['valid', 'expired'] as const;

/** Which entries are listed, and the one that is open. */
export const knowledgeUrl = urlState({
  q: text(),
  category: text(40),
  visibility: oneOf(['all', ...VISIBILITIES], 'all'),
  state: oneOf(['all', ...STATES], 'all'),
  entry: id(),
});

export type KnowledgeFieldsOfUrl = typeof knowledgeUrl extends UrlState<infer Fields> ? Fields : never;
