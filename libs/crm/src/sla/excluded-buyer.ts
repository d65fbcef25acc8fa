import { isExcludedSender } from '../inbox/index.ts';

/**
 * True when a channel leaves a buyer out of its measures: each of their ids there is of an excluded sender. One that is not keeps
 * the buyer in: after a merge with a test account a real buyer must not fall out of the measures.
 */
export function isExcludedBuyer(excluded: readonly string[], externalIds: readonly string[]): boolean {
  return externalIds.length > 0 && externalIds.every((externalId) => isExcludedSender(excluded, { externalId }));
}
