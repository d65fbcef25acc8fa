'use client';
import { useCallback, useState } from 'react';
import { type AnyVariables, type TypedDocumentNode, useClient } from 'urql';
import { type Failure, toFailure } from './failure.ts';

const NOTHING_ELSE: string[] = [];

export type ActResult<Data> = { data: Data; failure: null } | { data: null; failure: Failure };

/**
 * Sends a mutation. Expected refusals arrive in `data` (switch on `__typename`); `failure` is everything else.
 * Ids of things to be created are made before the call, so that a repeat is harmless. `touches`: types that the act changes
 * without answering one of them, such as what it removes; cached answers that hold them are asked for anew. A constant.
 */
export function useAct<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  touches: string[] = NOTHING_ELSE,
): [act: (variables: Variables) => Promise<ActResult<Data>>, running: boolean] {
  const client = useClient();
  const [runs, setRuns] = useState(0);
  const act = useCallback(
    async (variables: Variables): Promise<ActResult<Data>> => {
      setRuns((count) => count + 1);
      try {
        const result = await client.mutation(document, variables, { additionalTypenames: touches }).toPromise();
        if (result.error) return { data: null, failure: toFailure(result.error) };
        if (result.data === undefined) throw new Error('An answer without data and without error');
        return { data: result.data, failure: null };
      } finally {
        setRuns((count) => count - 1);
      }
    },
    [client, document, touches],
  );
  return [act, runs > 0];
}
