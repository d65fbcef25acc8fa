'use client';
import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import {
  type SampleFieldsFragment,
  type SampleFilter,
  type SamplesQuery,
  SamplesDocument,
} from '../../generated/graphql.ts';
import { type Failure, toFailure } from '../../platform/graphql/failure.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';

export type Sample = SampleFieldsFragment;

interface Shown {
  question: string;
  rows: readonly Sample[];
  hasMore: boolean;
  endCursor: string | null;
  /** The server's list holds other rows, or in another order. */
  changed: boolean;
}

const PAGE = 30;

/** Samples, the newest first. Live changes renew what a sample says, never where it stands; the rest waits for `accept`. */
export function useSamples(filter: SampleFilter) {
  const client = useClient();
  const question = JSON.stringify(filter);
  const query = useScreenQuery(
    SamplesDocument,
    { first: PAGE, filter },
    { refreshOn: ({ subjectKind }) => subjectKind.startsWith('sample') },
  );
  const fresh = query.data;
  const [shown, setShown] = useState<Shown | null>(null);
  const [loadingMore, setLoadingMore] = useState(false);
  const [moreFailure, setMoreFailure] = useState<Failure | null>(null);

  useEffect(() => {
    if (fresh)
      setShown((before) =>
        before?.question === question && before.rows.length > 0
          ? renew(before, asShown(fresh, question))
          : asShown(fresh, question),
      );
  }, [fresh, question]);

  const current = shown?.question === question ? shown : fresh ? asShown(fresh, question) : null;
  const endCursor = current?.hasMore ? current.endCursor : null;
  const loadMore = useCallback(async () => {
    if (endCursor === null || loadingMore) return;
    setLoadingMore(true);
    const { data, error } = await client
      .query(SamplesDocument, { first: PAGE, after: endCursor, filter }, { requestPolicy: 'network-only' })
      .toPromise();
    setLoadingMore(false);
    setMoreFailure(error ? toFailure(error) : null);
    if (!data) return;
    const page = asShown(data, question);
    setShown((before) => {
      if (before?.question !== question) return before;
      const known = new Set(before.rows.map(({ id }) => id));
      return {
        ...page,
        changed: before.changed,
        rows: [...before.rows, ...page.rows.filter(({ id }) => !known.has(id))],
      };
    });
  }, [client, endCursor, filter, question, loadingMore]);

  /** Puts an answered act into the list at once; a sample that is not listed yet goes on top. */
  const put = useCallback(
    (sample: Sample) =>
      setShown((before) => {
        if (before === null) return before;
        const known = before.rows.some(({ id }) => id === sample.id);
        const rows = before.rows.map((row) => (row.id === sample.id ? sample : row));
        return { ...before, rows: known ? rows : [sample, ...rows] };
      }),
    [],
  );

  useEffect(() => setMoreFailure(null), [question]);

  return {
    rows: current?.rows ?? null,
    hasMore: current?.hasMore ?? false,
    changed: current?.changed ?? false,
    loadingMore,
    failure: query.failure,
    moreFailure,
    accept: () => fresh && setShown(asShown(fresh, question)),
    loadMore: () => void loadMore(),
    reload: query.reload,
    put,
  };
}

function asShown({ samples }: SamplesQuery, question: string): Shown {
  return {
    question,
    rows: samples.edges.map(({ node }) => node),
    hasMore: samples.pageInfo.hasNextPage,
    endCursor: samples.pageInfo.endCursor,
    changed: false,
  };
}

function renew(before: Shown, fresh: Shown): Shown {
  const byId = new Map(fresh.rows.map((row) => [row.id, row]));
  const shorter = !fresh.hasMore && fresh.rows.length < before.rows.length;
  const changed = shorter || fresh.rows.some(({ id }, index) => before.rows[index]?.id !== id);
  return { ...before, rows: before.rows.map((row) => byId.get(row.id) ?? row), changed };
}
