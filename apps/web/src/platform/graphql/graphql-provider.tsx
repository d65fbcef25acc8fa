'use client';
import { type ReactNode, useMemo } from 'react';
import { Provider } from 'urql';
import { createGraphqlClient, signInAddress } from './client.ts';

function leaveForSignIn() {
  // A whole page load on purpose: nothing of the ended session stays in memory.
  window.location.assign(signInAddress(window.location.pathname + window.location.search));
}

export function GraphqlProvider({ workspace, children }: { workspace: string | null; children: ReactNode }) {
  // Pages outside a workspace are for people who are not signed in: nothing to leave from there.
  const client = useMemo(
    () => createGraphqlClient({ workspace, onUnauthenticated: () => workspace !== null && leaveForSignIn() }),
    [workspace],
  );
  return <Provider value={client}>{children}</Provider>;
}
