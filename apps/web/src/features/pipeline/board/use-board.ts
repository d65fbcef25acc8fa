'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import {
  type BoardFilter,
  type BoardGroup,
  type PipelineBoardQuery,
  MoreBoardCardsDocument,
  PipelineBoardDocument,
} from '../../../generated/graphql.ts';
import { type Failure, toFailure } from '../../../platform/graphql/failure.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import {
  type Card,
  type Column,
  type HeldBoard,
  NOTHING_LEFT,
  appendCards,
  holdBoard,
  placeOf,
  putCard,
  takeBoard,
} from './lay-board.ts';

const PER_COLUMN = 30;
const FURTHER = 50;

interface Shown extends HeldBoard {
  question: string;
}

export interface BoardState {
  columns: readonly Column[] | null;
  left: HeldBoard['left'];
  /** Cards whose change waits. */
  changes: number;
  baseCurrency: string | null;
  failure: Failure | null;
  loadingMore: string | null;
  accept: () => void;
  loadMore: (key: string) => void;
  reload: () => void;
  /** Shows `card` in another column before the server has answered; news keeps it there until `settle`. */
  put: (card: Card, toKey: string, index?: number) => void;
  settle: (cardId: string) => void;
}

/** The board of one group and filter. While `holding`, news waits instead of moving cards; otherwise it is taken at once. */
export function useBoard(group: BoardGroup, filter: BoardFilter, holding: boolean): BoardState {
  const client = useClient();
  const question = JSON.stringify([group, filter]);
  const query = useScreenQuery(
    PipelineBoardDocument,
    { group, filter, perColumn: PER_COLUMN },
    { refreshOn: ({ buyerId }) => buyerId !== null },
  );
  const fresh = query.data;
  const [shown, setShown] = useState<Shown | null>(null);
  const [loadingMore, setLoadingMore] = useState<string | null>(null);
  const [moreFailure, setMoreFailure] = useState<Failure | null>(null);
  /** Own moves on their way: an answer that was made before them must not put the card back. */
  const underWay = useRef(new Map<string, { card: Card; toKey: string; index: number; answered: boolean }>());
  const lastFresh = useRef(fresh);

  const columnsOf = useCallback(({ board }: PipelineBoardQuery): readonly Column[] => {
    let columns: readonly Column[] = board.columns;
    for (const { card, toKey, index } of underWay.current.values())
      if (placeOf(columns, card.id)?.key !== toKey) columns = putCard(columns, card, toKey, index);
    return columns;
  }, []);

  useEffect(() => {
    if (!fresh) return;
    if (fresh !== lastFresh.current)
      for (const [id, { answered }] of underWay.current) if (answered) underWay.current.delete(id);
    lastFresh.current = fresh;
    const columns = columnsOf(fresh);
    setShown((before) => {
      if (before?.question !== question) return { question, columns, left: NOTHING_LEFT, changes: 0 };
      const held = holdBoard(before.columns, columns);
      if (holding && held.changes > 0) return { question, ...held };
      return { question, columns: takeBoard(before.columns, columns), left: NOTHING_LEFT, changes: 0 };
    });
  }, [fresh, question, holding, columnsOf]);

  // Before the effect has run, a cached answer is shown as it is.
  const current = useMemo(
    () =>
      shown?.question === question ? shown : fresh && { columns: fresh.board.columns, left: NOTHING_LEFT, changes: 0 },
    [shown, fresh, question],
  );

  const accept = useCallback(() => {
    if (fresh) setShown({ question, columns: columnsOf(fresh), left: NOTHING_LEFT, changes: 0 });
  }, [fresh, question, columnsOf]);

  const change = useCallback(
    (next: (columns: readonly Column[]) => readonly Column[]) =>
      // A page that was asked for under other filters is not this board's.
      setShown((before) => (before?.question === question ? { ...before, columns: next(before.columns) } : before)),
    [question],
  );

  const loadMore = useCallback(
    async (key: string) => {
      const column = current?.columns.find((each) => each.key === key);
      // After a failure only the reader's Retry asks again: a column near its end would ask without end.
      if (!column?.hasMore || column.endCursor === null || loadingMore !== null || moreFailure !== null) return;
      setLoadingMore(key);
      const { data, error } = await client
        .query(
          MoreBoardCardsDocument,
          { group, key, filter, first: FURTHER, after: column.endCursor },
          { requestPolicy: 'network-only' },
        )
        .toPromise();
      setLoadingMore(null);
      setMoreFailure(error ? toFailure(error) : null);
      if (data) change((columns) => appendCards(columns, key, data.boardColumn));
    },
    [client, group, filter, current, loadingMore, moreFailure, change],
  );

  const put = useCallback(
    (card: Card, toKey: string, index = 0) => {
      underWay.current.set(card.id, { card, toKey, index, answered: false });
      change((columns) => putCard(columns, card, toKey, index));
    },
    [change],
  );
  const { reload } = query;
  const retry = useCallback(() => {
    setMoreFailure(null);
    reload();
  }, [reload]);
  const settle = useCallback(
    (cardId: string) => {
      const own = underWay.current.get(cardId);
      if (own) own.answered = true;
      reload(); // also drops an answer that began before the move
    },
    [reload],
  );

  return {
    columns: current?.columns ?? null,
    left: current?.left ?? NOTHING_LEFT,
    changes: current?.changes ?? 0,
    baseCurrency: fresh?.board.baseCurrency ?? null,
    failure: query.failure ?? moreFailure,
    loadingMore,
    accept,
    loadMore: (key) => void loadMore(key),
    reload: retry,
    put,
    settle,
  };
}
