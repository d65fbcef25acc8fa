'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import {
  type InboxFilter,
  type InboxQueueQuery,
  type InboxRowFieldsFragment,
  InboxFurtherDocument,
  InboxQueueDocument,
} from '../../../generated/graphql.ts';
import { type Failure, toFailure } from '../../../platform/graphql/failure.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { type HeldQueue, appendPage, holdQueue } from './hold-queue.ts';
import { type QueueView, compareFor } from './queue-order.ts';

export type InboxRow = InboxRowFieldsFragment;
export type InboxCounts = InboxQueueQuery['inboxCounts'];

/** What is loaded of one list. */
export interface ShownQueue extends HeldQueue<InboxRow> {
  key: string;
  hasMore: boolean;
  endCursor: string | null;
}

export interface Queue {
  rows: readonly InboxRow[] | null;
  /** The list by value: another key is another list. */
  key: string;
  shown: ShownQueue | null;
  /** The instant of the latest answer. */
  asOf: string | null;
  gone: ReadonlySet<string>;
  /** What waits behind the pill. */
  arrivals: number;
  reordered: boolean;
  counts: InboxCounts | null;
  hasMore: boolean;
  loadingMore: boolean;
  failure: Failure | null;
  /** Takes the news: the list as the server has it now. */
  accept: () => void;
  loadMore: () => void;
  reload: () => void;
}

/** Read again at each live event, so it is short. */
const FIRST_PAGE = 50;
const FURTHER_PAGE = 100;
const NONE_GONE: ReadonlySet<string> = new Set();

/**
 * One view of the inbox. While `holding`, news waits instead of moving rows; otherwise it is taken at once. `leftBehind` is the list as
 * its reader left it, to go on from there.
 */
export function useQueue(
  filter: InboxFilter & { view: QueueView },
  key: string,
  holding: boolean,
  leftBehind: ShownQueue | null,
): Queue {
  const client = useClient();
  const query = useScreenQuery(
    InboxQueueDocument,
    { first: FIRST_PAGE, filter },
    { refreshOn: ({ conversationId, buyerId }) => conversationId !== null || buyerId !== null },
  );
  const fresh = query.data;
  const [shown, setShown] = useState<ShownQueue | null>(leftBehind);
  const [loadingMore, setLoadingMore] = useState(false);
  const [moreFailure, setMoreFailure] = useState<Failure | null>(null);

  useEffect(() => {
    if (fresh) setShown((previous) => nextShown(previous, fresh, key, filter.view, holding));
  }, [fresh, key, filter.view, holding]);

  // Before the effect has run, a cached answer is shown as it is.
  const current = useMemo(() => (shown?.key === key ? shown : fresh ? asShown(fresh, key) : null), [shown, fresh, key]);
  const accept = useCallback(() => {
    if (fresh) setShown(asShown(fresh, key));
  }, [fresh, key]);

  const endCursor = current?.hasMore ? current.endCursor : null;
  const asked = useRef<string | null>(null);
  const loadMore = useCallback(async () => {
    if (endCursor === null || asked.current === endCursor) return;
    asked.current = endCursor;
    setLoadingMore(true);
    const { data, error } = await client
      .query(InboxFurtherDocument, { first: FURTHER_PAGE, after: endCursor, filter }, { requestPolicy: 'network-only' })
      .toPromise();
    asked.current = null;
    setLoadingMore(false);
    setMoreFailure(error ? toFailure(error) : null);
    if (!data) return;
    const page = asShown(data, key);
    setShown((previous) =>
      previous?.key === key && previous.endCursor === endCursor
        ? { ...previous, rows: appendPage(previous.rows, page.rows), hasMore: page.hasMore, endCursor: page.endCursor }
        : previous,
    );
  }, [client, endCursor, filter, key]);

  return useMemo(
    () => ({
      rows: current?.rows ?? null,
      key,
      shown: current,
      asOf: fresh?.inbox.asOf ?? null,
      gone: current?.gone ?? NONE_GONE,
      arrivals: current?.arrivals ?? 0,
      reordered: (current?.reordered ?? false) || (current?.gone.size ?? 0) > 0,
      counts: fresh?.inboxCounts ?? null,
      hasMore: current?.hasMore ?? false,
      loadingMore,
      failure: query.failure ?? moreFailure,
      accept,
      loadMore: () => void loadMore(),
      reload: query.reload,
    }),
    [current, fresh, key, loadingMore, query.failure, query.reload, moreFailure, accept, loadMore],
  );
}

function asShown({ inbox }: Pick<InboxQueueQuery, 'inbox'>, key: string): ShownQueue {
  return {
    key,
    rows: inbox.edges.map(({ node }) => node),
    gone: NONE_GONE,
    arrivals: 0,
    reordered: false,
    hasMore: inbox.pageInfo.hasNextPage,
    endCursor: inbox.pageInfo.endCursor,
  };
}

function nextShown(
  previous: ShownQueue | null,
  fresh: InboxQueueQuery,
  key: string,
  view: QueueView,
  holding: boolean,
): ShownQueue {
  const page = asShown(fresh, key);
  // An empty list has no row that could move.
  if (previous?.key !== key || previous.rows.length === 0) return page;
  const held = holdQueue(previous, page, compareFor(view, fresh.inbox.asOf));
  const changed = held.arrivals > 0 || held.gone.size > 0 || held.reordered;
  return changed && !holding ? page : { ...previous, ...held };
}
