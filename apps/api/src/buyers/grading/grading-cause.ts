/** Why a grade is computed anew; kept with the event. */
export type GradingCause =
  'message' | 'orders' | 'inquiry_read' | 'inquiry_ended' | 'facts' | 'rules' | 'nightly' | 'merge';

/** What moved, so that the caller can re-derive what depends on it. */
export interface GradingEffect {
  /** The effective grade or the level moved, and with it the buyer's place in the queue. */
  changed: boolean;
}
