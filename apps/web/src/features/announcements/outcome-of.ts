import type { AnnouncementFactsFragment } from '../../generated/graphql.ts';

/** The figures of the sentence that says what came of an announcement. */
export function outcomeOf({ sentCount, repliedCount, orderedCount }: AnnouncementFactsFragment) {
  return { sentCount, repliedCount, orderedCount };
}
