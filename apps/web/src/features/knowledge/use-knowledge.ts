'use client';
import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import {
  type KnowledgeEntryFieldsFragment,
  type KnowledgeFilter,
  KnowledgeListDocument,
  type KnowledgeListQuery,
} from '../../generated/graphql.ts';
import { type Failure, toFailure } from '../../platform/graphql/failure.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';

export type KnowledgeRow = KnowledgeEntryFieldsFragment;

interface Further {
  question: string;
  rows: readonly KnowledgeRow[];
  hasMore: boolean;
  endCursor: string | null;
}

const PAGE = 50;

/** Entries by code. The order never changes under the reader, because a code never does. */
export function useKnowledge(filter: KnowledgeFilter) {
  const client = useClient();
  const question = JSON.stringify(filter);
  const query = useScreenQuery(
    KnowledgeListDocument,
    { first: PAGE, filter },
    { refreshOn: ({ verb }) => /^(knowledge|import)\./.test(verb) },
  );
  const [further, setFurther] = useState<Further | null>(null);
  const [loadingMore, setLoadingMore] = useState(false);
  const [moreFailure, setMoreFailure] = useState<Failure | null>(null);
  const fresh = query.data?.knowledgeEntries ?? null;
  // A first page that has changed makes those behind it out of date.
  useEffect(() => setFurther(null), [fresh]);
  const more = further?.question === question ? further : null;
  const last = more ?? (fresh && pageOf(fresh, question));
  const endCursor = last?.hasMore ? last.endCursor : null;

  const loadMore = useCallback(async () => {
    if (endCursor === null || loadingMore) return;
    setLoadingMore(true);
    const { data, error } = await client
      .query(KnowledgeListDocument, { first: PAGE, after: endCursor, filter }, { requestPolicy: 'network-only' })
      .toPromise();
    setLoadingMore(false);
    setMoreFailure(error ? toFailure(error) : null);
    if (!data) return;
    const page = pageOf(data.knowledgeEntries, question);
    setFurther((before) => ({ ...page, rows: [...(before?.rows ?? []), ...page.rows] }));
  }, [client, endCursor, filter, loadingMore, question]);

  return {
    rows: fresh && [...fresh.edges.map(({ node }) => node), ...(more?.rows ?? [])],
    totalCount: fresh?.totalCount ?? 0,
    hasMore: last?.hasMore ?? false,
    loadingMore,
    loading: query.loading,
    failure: query.failure,
    moreFailure,
    loadMore: () => void loadMore(),
    reload: query.reload,
  };
}

function pageOf({ edges, pageInfo }: KnowledgeListQuery['knowledgeEntries'], question: string): Further {
  return {
    question,
    rows: edges.map(({ node }) => node),
    hasMore: pageInfo.hasNextPage,
    endCursor: pageInfo.endCursor,
  };
}
