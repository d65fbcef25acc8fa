'use client';
import type { ReactNode } from 'react';
import { FailureState, Loading } from '../../../../components/states.tsx';
import type { ScreenQuery } from '../../../../platform/graphql/use-screen-query.ts';

/** What every tab shows before and around its content: waiting, or what went wrong with what was shown kept below. */
export function TabState<Data>({ query, children }: { query: ScreenQuery<Data>; children: (data: Data) => ReactNode }) {
  return (
    <>
      {query.loading && <Loading onRetry={query.reload} rows={4} />}
      {query.failure && <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />}
      {query.data !== null && children(query.data)}
    </>
  );
}
