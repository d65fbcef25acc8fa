import type { AssignmentRules } from './assignment-rules.ts';

/** What somebody did for buyers. */
export interface Acts {
  /** Replies that were delivered. */
  readonly replies: number;
  /** Internal notes. */
  readonly notes: number;
  /** Sample requests. */
  readonly samples: number;
}

/** Hours that acts are taken to last: each at the minutes of the rules. An estimate: nobody's time is measured. */
export function estimateHours(
  acts: Acts,
  rules: Pick<AssignmentRules, 'minutesPerReply' | 'minutesPerNote' | 'minutesPerSample'>,
): number {
  const minutes =
    acts.replies * rules.minutesPerReply + acts.notes * rules.minutesPerNote + acts.samples * rules.minutesPerSample;
  return minutes / 60;
}
