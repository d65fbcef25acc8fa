import type { BoardCardFieldsFragment, BoardColumnFieldsFragment } from '../../../generated/graphql.ts';

export type Card = BoardCardFieldsFragment;
export type Column = BoardColumnFieldsFragment;

/** The board on screen while news waits: the same cards in the same places, with what has changed around them. */
export interface HeldBoard {
  columns: readonly Column[];
  /** Cards on screen that are no longer where they stand: the key of their column now, or null when they left the board. */
  left: ReadonlyMap<string, string | null>;
  /** Cards that came, went or changed their column. */
  changes: number;
}

export const NOTHING_LEFT: ReadonlyMap<string, string | null> = new Map();

/** Lays a fresh board over the shown one without moving a card (UX principle 10). Counts and sums are always the fresh ones. */
export function holdBoard(shown: readonly Column[], fresh: readonly Column[]): HeldBoard {
  const now = placesOf(fresh);
  const before = placesOf(shown);
  const left = new Map<string, string | null>();
  let arrivals = 0;
  const columns = shown.map((column): Column => {
    const news = fresh.find(({ key }) => key === column.key);
    if (!news) return column;
    const stays = (card: Card) => now.get(card.id)?.key === column.key;
    const lastKept = column.cards.findLastIndex(stays);
    column.cards.forEach((card, index) => {
      if (stays(card)) return;
      const elsewhere = now.get(card.id)?.key;
      // Below the last card that both know, a fresh page that goes on says nothing about a card.
      if (elsewhere !== undefined || !news.hasMore || index < lastKept) left.set(card.id, elsewhere ?? null);
    });
    const lastKnown = news.cards.findLastIndex((card) => before.get(card.id)?.key === column.key);
    arrivals += news.cards.filter(
      (card, index) => !before.has(card.id) && (!column.hasMore || index < lastKnown),
    ).length;
    return {
      ...news,
      cards: column.cards.map((card) => now.get(card.id)?.card ?? card),
      endCursor: column.endCursor,
      hasMore: column.hasMore,
    };
  });
  return { columns, left, changes: arrivals + left.size };
}

/** Takes a fresh board, keeping the further cards that were loaded below its first page. */
export function takeBoard(shown: readonly Column[], fresh: readonly Column[]): Column[] {
  const now = placesOf(fresh);
  return fresh.map((column) => {
    const before = shown.find(({ key }) => key === column.key);
    if (!before || !column.hasMore || before.cards.length <= column.cards.length) return column;
    const further = before.cards.slice(column.cards.length).filter(({ id }) => !now.has(id));
    return { ...column, cards: [...column.cards, ...further], endCursor: before.endCursor, hasMore: before.hasMore };
  });
}

/** Adds a further page to one column, skipping cards that stand on the board already. */
export function appendCards(
  columns: readonly Column[],
  key: string,
  page: { readonly cards: readonly Card[]; readonly endCursor: string | null; readonly hasMore: boolean },
): Column[] {
  const known = placesOf(columns);
  return columns.map((column) =>
    column.key === key
      ? {
          ...column,
          cards: [...column.cards, ...page.cards.filter(({ id }) => !known.has(id))],
          endCursor: page.endCursor,
          hasMore: page.hasMore,
        }
      : column,
  );
}

/** Where a card stands: the column's key and its place in it. */
export interface Place {
  readonly key: string;
  readonly index: number;
  readonly card: Card;
}

/** The place of a card on the board, or null when it is not loaded. */
export function placeOf(columns: readonly Column[], cardId: string): Place | null {
  for (const { key, cards } of columns) {
    const index = cards.findIndex(({ id }) => id === cardId);
    const card = cards[index];
    if (card) return { key, index, card };
  }
  return null;
}

/** Puts `card` into another column (or back) and counts it there. Sums follow from the server. */
export function putCard(columns: readonly Column[], card: Card, toKey: string, index = 0): Column[] {
  const from = placeOf(columns, card.id);
  return columns.map((column) => {
    const had = column.key === from?.key;
    const gets = column.key === toKey;
    if (!had && !gets) return column;
    const cards = column.cards.filter(({ id }) => id !== card.id);
    return {
      ...column,
      count: column.count - Number(had) + Number(gets),
      cards: gets ? [...cards.slice(0, index), card, ...cards.slice(index)] : cards,
    };
  });
}

function placesOf(columns: readonly Column[]): Map<string, { key: string; card: Card }> {
  return new Map(columns.flatMap(({ key, cards }) => cards.map((card) => [card.id, { key, card }] as const)));
}
