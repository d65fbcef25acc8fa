import { type Card, type Column, appendCards, holdBoard, placeOf, putCard, takeBoard } from './lay-board.ts';

const card = (id: string, name = id): Card => ({
  __typename: 'BoardCard',
  id,
  name,
  company: null,
  country: null,
  grade: 'B',
  computedGrade: 'B',
  overridden: false,
  platformLevel: null,
  stage: 'NEW',
  stageSince: '2026-03-01T00:00:00Z',
  ownerName: null,
  waitingDueAt: null,
  orderCount: 0,
  paidLastYear: null,
  openSample: null,
});
const column = (key: string, ids: string[], hasMore = false, count = ids.length): Column => ({
  __typename: 'BoardColumn',
  key,
  stage: null,
  grade: null,
  count,
  handMovable: true,
  sums: [],
  converted: null,
  cards: ids.map((id) => card(id)),
  endCursor: ids.at(-1) ?? null,
  hasMore,
});
const ids = (columns: readonly Column[]) => columns.map(({ cards }) => cards.map(({ id }) => id).join(''));

describe('holdBoard', () => {
  it('moves no card: what came, went and changed its column is counted and waits', () => {
    const shown = [column('NEW', ['a', 'b', 'c']), column('QUOTED', ['x'])];
    const fresh = [column('NEW', ['n', 'a', 'c']), column('QUOTED', ['b', 'x'])];
    const held = holdBoard(shown, fresh);
    expect(ids(held.columns)).toEqual(['abc', 'x']);
    expect([...held.left]).toEqual([['b', 'QUOTED']]);
    expect(held.changes).toBe(2);
  });

  it('renews what cards and headers say in place', () => {
    const fresh = [{ ...column('NEW', ['a']), count: 7, cards: [card('a', 'Renamed')] }];
    const held = holdBoard([column('NEW', ['a'])], fresh);
    expect(held.columns[0]!.cards[0]!.name).toBe('Renamed');
    expect(held.columns[0]!.count).toBe(7);
    expect(held.changes).toBe(0);
  });

  it('does not call a card gone, or news, that only stands beyond the loaded pages', () => {
    const shown = [column('NEW', ['a', 'b', 'c', 'd'], true)];
    expect(holdBoard(shown, [column('NEW', ['a', 'b'], true)]).changes).toBe(0);
    expect(holdBoard([column('NEW', ['a', 'b'], true)], [column('NEW', ['a', 'c'], true)]).changes).toBe(0);
    expect(holdBoard(shown, [column('NEW', ['a', 'c'], true)]).left.has('b')).toBe(true);
  });
});

describe('takeBoard', () => {
  it('keeps further pages, without a card twice', () => {
    const shown = [column('NEW', ['a', 'b', 'c', 'd'], true), column('QUOTED', ['x'])];
    const fresh = [column('NEW', ['b', 'a'], true), column('QUOTED', ['d', 'x'])];
    const taken = takeBoard(shown, fresh);
    expect(ids(taken)).toEqual(['bac', 'dx']);
    expect(taken[0]!.endCursor).toBe('d');
  });
});

describe('putCard', () => {
  const board = [column('NEW', ['a', 'b'], false, 40), column('QUOTED', ['x'])];

  it('counts the card where it went, and going back restores the board', () => {
    const moved = putCard(board, card('b'), 'QUOTED');
    expect(ids(moved)).toEqual(['a', 'bx']);
    expect(moved.map(({ count }) => count)).toEqual([39, 2]);
    expect(putCard(moved, card('b'), 'NEW', placeOf(board, 'b')!.index)).toEqual(board);
  });

  it('leaves the other columns the same objects, so that they are not drawn again', () => {
    const other = column('REPEAT', ['r']);
    expect(putCard([...board, other], card('b'), 'QUOTED')[2]).toBe(other);
  });
});

describe('appendCards', () => {
  it('adds a page to its column only, and no card twice', () => {
    const added = appendCards([column('NEW', ['a'], true), column('QUOTED', ['x'])], 'NEW', {
      cards: [card('x'), card('b')],
      endCursor: 'b',
      hasMore: false,
    });
    expect(ids(added)).toEqual(['ab', 'x']);
    expect(added[0]!.hasMore).toBe(false);
  });
});
