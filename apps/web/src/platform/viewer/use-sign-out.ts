'use client';
import { SignOutDocument, SignOutEverywhereDocument } from '../../generated/graphql.ts';
import type { Failure } from '../graphql/failure.ts';
import { useAct } from '../graphql/use-act.ts';

/** Ends this session, or all of the account's; leaves with a whole page load so that nothing stays in memory. */
export function useSignOut(onFailure?: (failure: Failure) => void) {
  const [endHere, endingHere] = useAct(SignOutDocument);
  const [endEverywhere, endingEverywhere] = useAct(SignOutEverywhereDocument);
  const leave = (failure: Failure | null) => {
    if (failure === null || failure.kind === 'unauthenticated') window.location.assign('/sign-in');
    else onFailure?.(failure);
  };
  return {
    running: endingHere || endingEverywhere,
    signOut: async () => leave((await endHere({})).failure),
    signOutEverywhere: async () => leave((await endEverywhere({})).failure),
  };
}
