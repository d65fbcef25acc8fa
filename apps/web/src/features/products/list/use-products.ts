'use client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useClient } from 'urql';
import {
  type ProductFilter,
  type ProductRowFieldsFragment,
  type ProductsListQuery,
  ProductsListDocument,
} from '../../../generated/graphql.ts';
import { type Failure, toFailure } from '../../../platform/graphql/failure.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { holdStill } from './hold-still.ts';

interface Shown {
  readonly key: string;
  readonly rows: readonly ProductRowFieldsFragment[];
  readonly hasMore: boolean;
  readonly endCursor: string | null;
  readonly changed: boolean;
}

const PAGE = 50;

/** The catalogue by filter, by code; `filter` must stay the same object while it says the same. */
export function useProducts(filter: ProductFilter) {
  const client = useClient();
  const key = JSON.stringify(filter);
  const variables = useMemo(() => ({ first: PAGE, filter }), [filter]);
  const query = useScreenQuery(ProductsListDocument, variables, {
    refreshOn: ({ subjectKind }) => subjectKind === 'product' || subjectKind === 'file',
  });
  const fresh = query.data;
  const [shown, setShown] = useState<Shown | null>(null);
  const [loadingMore, setLoadingMore] = useState(false);
  const [moreFailure, setMoreFailure] = useState<Failure | null>(null);
  useEffect(() => {
    if (!fresh) return;
    const page = toShown(fresh, key);
    setShown((before) =>
      before?.key === key ? { ...before, ...holdStill(before.rows, page.rows, !page.hasMore) } : page,
    );
  }, [fresh, key]);
  useEffect(() => setMoreFailure(null), [key]);

  // Before the effect has run, a cached answer is shown as it is, so that Back finds the list where it was.
  const current = shown?.key === key ? shown : fresh ? toShown(fresh, key) : null;
  const endCursor = current?.hasMore ? current.endCursor : null;
  const loadMore = useCallback(async () => {
    if (endCursor === null) return;
    setLoadingMore(true);
    const { data, error } = await client
      .query(ProductsListDocument, { ...variables, after: endCursor }, { requestPolicy: 'network-only' })
      .toPromise();
    setLoadingMore(false);
    setMoreFailure(error ? toFailure(error) : null);
    if (!data) return;
    const page = toShown(data, key);
    setShown((before) => {
      if (before?.key !== key || before.endCursor !== endCursor) return before;
      const known = new Set(before.rows.map(({ id }) => id));
      return { ...page, rows: [...before.rows, ...page.rows.filter(({ id }) => !known.has(id))] };
    });
  }, [client, endCursor, key, variables]);

  return {
    rows: current?.rows ?? null,
    total: fresh?.products.totalCount ?? null,
    hasMore: current?.hasMore ?? false,
    changed: current?.changed ?? false,
    loadingMore,
    failure: query.failure,
    moreFailure,
    accept: () => fresh && setShown(toShown(fresh, key)),
    loadMore: () => void loadMore(),
    reload: query.reload,
  };
}

export type ProductsList = ReturnType<typeof useProducts>;

function toShown({ products }: ProductsListQuery, key: string): Shown {
  return {
    key,
    rows: products.edges.map(({ node }) => node),
    hasMore: products.pageInfo.hasNextPage,
    endCursor: products.pageInfo.endCursor,
    changed: false,
  };
}
