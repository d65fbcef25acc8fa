import { id, maybeOneOf, oneOf, someOf, urlState } from '../../platform/url-state/url-state.ts';

export const VIEWS = ['WAITING', 'MINE', 'ANSWERED', 'CLOSED', 'ALL'] as const;
export const GRADES = ['A', 'B', 'C'] as const;
export const LEVELS = ['L4', 'L3', 'L2', 'L1'] as const;

/** What the inbox's address says beside the open conversation. */
export const inboxUrl = urlState({
  view: oneOf(VIEWS, 'WAITING'),
  grade: someOf(GRADES),
  level: someOf(LEVELS),
  channel: id(),
  assignee: id(),
  panel: maybeOneOf(['draft', 'buyer']),
});
