import { type UrlField, type UrlState, id, oneOf, someOf, text, urlState } from '../../platform/url-state/url-state.ts';

export const GRADES = ['A', 'B', 'C'] as const;
export const LEVELS = ['L4', 'L3', 'L2', 'L1'] as const;
export const STAGES = ['NEW', 'QUALIFIED', 'SAMPLING', 'QUOTED', 'FIRST_ORDER', 'REPEAT', 'DORMANT'] as const;

/** Stands in the address for "buyers without an owner". */
export const NO_OWNER = 'none';

/** A member's id, or those whom nobody owns. */
function owner(): UrlField<string | null> {
  const member = id();
  return { ...member, read: (raw) => (raw === NO_OWNER ? NO_OWNER : member.read(raw)) };
}

/** What the board shows and how; the address of a saved view. */
export const pipelineUrl = urlState({
  group: oneOf(['stage', 'grade'], 'stage'),
  layout: oneOf(['board', 'list'], 'board'),
  owner: owner(),
  grade: someOf(GRADES),
  level: someOf(LEVELS),
  tag: id(),
  q: text(100),
});

export type PipelineFields = typeof pipelineUrl extends UrlState<infer Fields> ? Fields : never;
