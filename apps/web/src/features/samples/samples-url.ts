import { type UrlState, id, oneOf, someOf, urlState } from '../../platform/url-state/url-state.ts';

export const GRADES = ['A', 'B', 'C'] as const;
export const STAGES = ['REQUESTED', 'APPROVED', 'SENT', 'ARRIVED', 'FEEDBACK', 'CONVERTED', 'DROPPED'] as const;
export const PERIODS = ['90', '180', '365'] as const;

/**
 * Which samples are listed (`open`: those still under way), over how many days the funnel looks, and a request that is being
 * written for a buyer (`new`), perhaps out of a conversation.
 */
export const samplesUrl = urlState({
  status: oneOf(['open', 'all', ...STAGES], 'open'),
  grade: someOf(GRADES),
  days: oneOf(PERIODS, '90'),
  new: id(),
  conversation: id(),
});

export type SamplesFields = typeof samplesUrl extends UrlState<infer Fields> ? Fields : never;
