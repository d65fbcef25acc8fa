'use client';
import { SignOutDocument, SignOutEverywhereDocument } from '../../generated/graphql.ts';
import type { Failure } from '../graphql/failure.ts';
import { useAct } from '../graphql/use-act.ts';

/** Keys of what this browser keeps of unsent words; see inbox/reply. */
const KEPT_WORDS = /^dangol\.(unsaved|note)\./;

/** Unsent words are the person's own: the next one at this computer must not find them. Saved drafts stay on the server. */
function forgetWords(): void {
  for (const key of Object.keys(window.localStorage)) if (KEPT_WORDS.test(key)) window.localStorage.removeItem(key);
}

/** Ends this session, or all of the account's; leaves with a whole page load so that nothing stays in memory. */
export function useSignOut(onFailure?: (failure: Failure) => void) {
  const [endHere, endingHere] = useAct(SignOutDocument);
  const [endEverywhere, endingEverywhere] = useAct(SignOutEverywhereDocument);
  const leave = (failure: Failure | null) => {
    if (failure !== null && failure.kind !== 'unauthenticated') return onFailure?.(failure);
    forgetWords();
    window.location.assign('/sign-in');
  };
  return {
    running: endingHere || endingEverywhere,
    signOut: async () => leave((await endHere({})).failure),
    signOutEverywhere: async () => leave((await endEverywhere({})).failure),
  };
}
