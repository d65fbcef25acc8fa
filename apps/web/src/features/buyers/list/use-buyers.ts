'use client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useClient } from 'urql';
import {
  type BuyerFilter,
  type BuyerRowFieldsFragment,
  type BuyersListQuery,
  BuyersListDocument,
} from '../../../generated/graphql.ts';
import { type Failure, toFailure } from '../../../platform/graphql/failure.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { layFreshPage } from './lay-fresh-page.ts';

export interface BuyersPageState {
  key: string;
  rows: readonly BuyerRowFieldsFragment[];
  hasMore: boolean;
  endCursor: string | null;
  /** The server's list differs in more than the content of the shown rows. */
  changed: boolean;
}

export interface BuyersList {
  rows: readonly BuyerRowFieldsFragment[] | null;
  /** How many buyers match; `capped` when there are more than were counted. */
  total: { count: number; capped: boolean } | null;
  hasMore: boolean;
  changed: boolean;
  loadingMore: boolean;
  failure: Failure | null;
  /** Why the next page did not come; it is only asked for again by hand. */
  moreFailure: Failure | null;
  accept: () => void;
  loadMore: () => void;
  reload: () => void;
}

const PAGE = 50;

/** Buyers by filter and search, the best first; `filter` must stay the same object while it says the same. Live changes refresh what a row says, never where it stands; the rest waits for `accept`. */
export function useBuyers(filter: BuyerFilter, search: string): BuyersList {
  const client = useClient();
  const key = JSON.stringify([filter, search]);
  const variables = useMemo(() => ({ first: PAGE, filter, search: search === '' ? null : search }), [filter, search]);
  const query = useScreenQuery(BuyersListDocument, variables, { refreshOn: ({ buyerId }) => buyerId !== null });
  const fresh = query.data;
  const [shown, setShown] = useState<BuyersPageState | null>(null);
  const [loadingMore, setLoadingMore] = useState(false);
  const [moreFailure, setMoreFailure] = useState<Failure | null>(null);

  useEffect(() => {
    if (fresh)
      setShown((before) =>
        before?.key === key ? { ...before, ...layFreshPage(before.rows, toPage(fresh, key)) } : toPage(fresh, key),
      );
  }, [fresh, key]);

  // Before the effect has run, a cached answer is shown as it is, so that Back finds the list where it was.
  const current = shown?.key === key ? shown : fresh ? toPage(fresh, key) : null;
  const endCursor = current?.hasMore ? current.endCursor : null;
  const loadMore = useCallback(async () => {
    if (endCursor === null || loadingMore) return;
    setLoadingMore(true);
    const { data, error } = await client
      .query(BuyersListDocument, { ...variables, after: endCursor }, { requestPolicy: 'network-only' })
      .toPromise();
    setLoadingMore(false);
    setMoreFailure(error ? toFailure(error) : null);
    if (!data) return;
    const page = toPage(data, key);
    setShown((before) => {
      if (before?.key !== key || before.endCursor !== endCursor) return before;
      const known = new Set(before.rows.map(({ id }) => id));
      return {
        ...page,
        changed: before.changed,
        rows: [...before.rows, ...page.rows.filter(({ id }) => !known.has(id))],
      };
    });
  }, [client, endCursor, key, loadingMore, variables]);

  useEffect(() => setMoreFailure(null), [key]);

  return {
    rows: current?.rows ?? null,
    total: fresh ? { count: fresh.buyers.totalCount, capped: fresh.buyers.countCapped } : null,
    hasMore: current?.hasMore ?? false,
    changed: current?.changed ?? false,
    loadingMore,
    failure: query.failure,
    moreFailure,
    accept: () => fresh && setShown(toPage(fresh, key)),
    loadMore: () => void loadMore(),
    reload: query.reload,
  };
}

function toPage({ buyers }: BuyersListQuery, key: string): BuyersPageState {
  return {
    key,
    rows: buyers.edges.map(({ node }) => node),
    hasMore: buyers.pageInfo.hasNextPage,
    endCursor: buyers.pageInfo.endCursor,
    changed: false,
  };
}
