import { gradeRank, type BuyerGrade } from '@dangol/crm';
import { createTestDatabase, seedTwoWorkspaces, type SeededWorkspace, type TestDatabase } from '@dangol/db/testing';
import pg from 'pg';
import type { BoardReader } from './board-cards.sql.ts';
import { queryBoardCard, queryBoardColumn } from './board-column.query.ts';
import { BoardFilter, BoardGroup, type BoardCard } from './board.model.ts';
import { queryBoard } from './board.query.ts';
import { BuyerStage } from './stage.model.ts';

const NOW = new Date('2026-03-09T01:00:00Z');

/** 300 buyers in all stages, grades and levels; a fifth of them waits, some in two conversations; two currencies. */
const FILL = `
  with made as (
    insert into buyers (workspace_id, id, name, company, grade, computed_grade, grade_rank, platform_level, level_rank, stage, stage_since,
      owner_id, order_count, paid_year_minor, created_at, updated_at)
    select $1, gen_random_uuid(), 'Buyer ' || n, case when n % 10 = 0 then '루모 Lumo' end, (array['A', 'B', 'C'])[g], (array['A', 'B', 'C'])[g], g,
      (array['L4', 'L3', 'L2', 'L1'])[l], l, (array['new', 'qualified', 'sampling', 'quoted', 'first_order', 'repeat', 'dormant'])[1 + n % 7],
      $2::timestamptz - n * interval '1 hour', case when n % 3 = 0 then $4::uuid end, n % 4, n * 10, $2, $2
    from generate_series(1, 300) n, lateral (select 1 + n % 4 as g, 1 + n % 5 as l) x returning id, name),
  numbered as (select id, substr(name, 7)::int as n from made),
  totals as (
    insert into buyer_order_totals (workspace_id, id, buyer_id, currency, order_count, paid_year_minor, paid_total_minor)
    select $1, gen_random_uuid(), id, currency, 1, n * amount, n * amount
    from numbered, (values ('USD', 10), ('KRW', 1000), ('XQX', 1)) c (currency, amount) where n % 2 = 0),
  rates as (
    insert into exchange_rates (workspace_id, id, currency, base_currency, on_date, rate, source, created_at)
    values ($1, gen_random_uuid(), 'KRW', 'USD', '2026-03-05', 0.0007, 'entered', $2))
  insert into conversations (workspace_id, id, channel_id, external_id, buyer_id, status, grade_rank, level_rank, waiting_since, due_at, preview,
    last_message_at, last_direction, created_at)
  select $1, gen_random_uuid(), $3, 't-' || n || '-' || c, id, case when n % 5 = 0 then 'waiting' else 'answered' end, 1, 1, $2,
    $2::timestamptz + (n % 6 + c) * interval '1 minute', 'x', $2, 'inbound', $2
  from numbered, generate_series(1, 2) c where c = 1 or n % 15 = 0`;

interface Stored {
  id: string;
  stage: string;
  grade: BuyerGrade | null;
  level: string | null;
  levelRank: number;
  ownerId: string | null;
  company: string | null;
  n: number;
  dueAt: Date | null;
}
const STORED = `
  select b.id, b.stage, b.grade, b.platform_level as level, b.level_rank as "levelRank", b.owner_id as "ownerId", b.company,
    nullif(regexp_replace(b.name, '\\D', '', 'g'), '')::int as n,
    (select min(c.due_at) from conversations c where c.workspace_id = b.workspace_id and c.buyer_id = b.id and c.status = 'waiting') as "dueAt"
  from buyers b where b.workspace_id = $1 and b.name like 'Buyer _%' and b.name not like 'Buyer of%'`;

let db: TestDatabase;
let workspaces: { a: SeededWorkspace; b: SeededWorkspace };
let stored: Record<'a' | 'b', Stored[]>;

beforeAll(async () => {
  db = await createTestDatabase();
  workspaces = await seedTwoWorkspaces(db);
  const admin = new pg.Client(db.url);
  await admin.connect();
  const fill = async ({ workspaceId, channelId, ownerId, buyerId }: SeededWorkspace): Promise<Stored[]> => {
    await admin.query(FILL, [workspaceId, NOW, channelId, ownerId]);
    await admin.query(`delete from buyer_order_totals where workspace_id = $1 and buyer_id = $2`, [
      ...[workspaceId, buyerId],
    ]);
    await admin.query(`update conversations set status = 'closed' where workspace_id = $1 and buyer_id = $2`, [
      ...[workspaceId, buyerId],
    ]);
    return (await admin.query<Stored>(STORED, [workspaceId])).rows;
  };
  stored = { a: await fill(workspaces.a), b: await fill(workspaces.b) };
  await admin.end();
});
afterAll(() => db.drop());

const readerOf = (ctx: SeededWorkspace, more: Partial<BoardReader> = {}): BoardReader => ({
  ...{ ctx, seesMoney: true, seesContacts: true, ...more },
});
const filterOf = (filter: Partial<BoardFilter>): BoardFilter => Object.assign(new BoardFilter(), filter);

/** Who waits first, by due time, then grade, level, id. */
function inOrder(rows: readonly Stored[]): string[] {
  const due = ({ dueAt }: Stored): number => dueAt?.getTime() ?? Infinity;
  return rows
    .toSorted(
      (x, y) =>
        (due(x) === due(y) ? 0 : due(x) - due(y)) ||
        gradeRank(x.grade) - gradeRank(y.grade) ||
        x.levelRank - y.levelRank ||
        (x.id < y.id ? -1 : 1),
    )
    .map(({ id }) => id);
}

/** A column from the board on to its end. */
async function wholeColumn(reader: BoardReader, group: BoardGroup, key: string, filter: BoardFilter, first: number) {
  const board = await queryBoard(db.database, reader, group, filter, first, NOW);
  const column = board.columns.find((candidate) => candidate.key === key);
  if (!column) throw new Error(`no column ${key}`);
  const cards: BoardCard[] = [...column.cards];
  let { endCursor, hasMore } = column;
  while (hasMore) {
    const page = await queryBoardColumn(db.database, reader, group, key, filter, { first, after: endCursor! });
    expect(page.cards.length).toBe(page.hasMore ? first : page.cards.length);
    cards.push(...page.cards);
    ({ endCursor, hasMore } = page);
  }
  return { column, cards };
}

describe.each(['a', 'b'] as const)('workspace %s', (which) => {
  it.each<[string, (ctx: SeededWorkspace) => Partial<BoardFilter>, (row: Stored, ctx: SeededWorkspace) => boolean]>([
    ['everything', () => ({}), () => true],
    ['what one member has', (ctx) => ({ ownerId: ctx.ownerId }), (row, ctx) => row.ownerId === ctx.ownerId],
    ['what nobody has', () => ({ unowned: true }), (row) => row.ownerId === null],
    ['two grades', () => ({ grade: ['A', 'C'] }), (row) => row.grade === 'A' || row.grade === 'C'],
    ['a level', () => ({ platformLevel: ['L2'] }), (row) => row.level === 'L2'],
    ['what a search finds', () => ({ search: '루모' }), (row) => row.company !== null],
  ])('shows of %s every card once, in order, with counts and sums of all', async (_what, filter, keep) => {
    const ctx = workspaces[which];
    const asked = filterOf(filter(ctx));
    for (const [stageName, stage] of Object.entries(BuyerStage)) {
      const mine = stored[which].filter((row) => row.stage === stage && keep(row, ctx));
      const { column, cards } = await wholeColumn(readerOf(ctx), BoardGroup.STAGE, stageName, asked, 7);
      const ids = cards.map(({ id }) => id).filter((id) => id !== ctx.buyerId);
      expect(ids).toEqual(inOrder(mine));
      expect(column.count).toBe(cards.length);
      const even = mine.filter(({ n }) => n % 2 === 0).reduce((sum, { n }) => sum + n, 0);
      const sums = even === 0 ? [] : [`${even * 1000} KRW`, `${even * 10} USD`, `${even} XQX`];
      expect(column.sums.map(({ minor, currency }) => `${minor} ${currency}`)).toEqual(sums);
      expect(column.converted?.total).toEqual({ minor: BigInt(even * 10 + even * 70), currency: 'USD' });
    }
  });

  it('groups by grade as well, ungraded last', async () => {
    const ctx = workspaces[which];
    const board = await queryBoard(db.database, readerOf(ctx), BoardGroup.GRADE, filterOf({}), 5, NOW);
    expect(board.columns.map(({ key, grade, handMovable }) => [key, grade, handMovable])).toEqual([
      ...[
        ['A', 'A', false],
        ['B', 'B', false],
        ['C', 'C', false],
        ['NONE', null, false],
      ],
    ]);
    for (const grade of ['A', 'B', 'C'] as const) {
      const { cards } = await wholeColumn(readerOf(ctx), BoardGroup.GRADE, grade, filterOf({}), 20);
      expect(cards.map(({ id }) => id)).toEqual(inOrder(stored[which].filter((row) => row.grade === grade)));
    }
  });
});

describe('the board', () => {
  it('tells the rate and its day, and names currencies without one', async () => {
    const [column] = (await queryBoard(db.database, readerOf(workspaces.a), BoardGroup.STAGE, filterOf({}), 1, NOW))
      .columns;
    expect(column?.converted).toMatchObject({
      rates: [{ currency: 'KRW', rate: '0.0007', onDate: '2026-03-05', source: 'entered' }],
      missing: ['XQX'],
    });
  });

  it('hides money without the permission, and finds nobody by a hidden address', async () => {
    const blind = readerOf(workspaces.a, { seesMoney: false, seesContacts: false });
    const { columns } = await queryBoard(db.database, blind, BoardGroup.STAGE, filterOf({}), 50, NOW);
    expect(columns.every(({ sums, converted }) => sums.length === 0 && converted === null)).toBe(true);
    expect(columns.flatMap(({ cards }) => cards).every(({ paidLastYear }) => paidLastYear === null)).toBe(true);
    const found = async (reader: BoardReader) => {
      const board = await queryBoard(
        db.database,
        reader,
        BoardGroup.STAGE,
        filterOf({ search: 'buyer@example' }),
        5,
        NOW,
      );
      return board.columns.reduce((sum, { count }) => sum + count, 0);
    };
    expect([await found(readerOf(workspaces.a)), await found(blind)]).toEqual([1, 0]);
  });

  it('leaves out the columns that a filter of stages leaves empty, and says which take cards by hand', async () => {
    const wanted = filterOf({ stage: [BuyerStage.QUOTED, BuyerStage.REPEAT] });
    const { columns } = await queryBoard(db.database, readerOf(workspaces.a), BoardGroup.STAGE, wanted, 5, NOW);
    expect(columns.map(({ key, handMovable }) => [key, handMovable])).toEqual([
      ...[
        ['QUOTED', true],
        ['REPEAT', false],
      ],
    ]);
  });

  it('shows one card as the column does, and none of another workspace', async () => {
    const { ctx, ...rest } = readerOf(workspaces.a);
    const [column] = (await queryBoard(db.database, { ctx, ...rest }, BoardGroup.STAGE, filterOf({}), 3, NOW)).columns;
    const card = column!.cards[0]!;
    expect(card.waitingDueAt).not.toBeNull();
    expect(await queryBoardCard(db.database, { ctx, ...rest }, card.id)).toEqual(card);
    expect(await queryBoardCard(db.database, readerOf(workspaces.b), card.id)).toBeNull();
  });

  it('refuses a column and a cursor that are not its own', async () => {
    const page = { first: 5, after: Buffer.from('[null,1,1,"x"]').toString('base64url') };
    const ask = (key: string, after: string) =>
      queryBoardColumn(db.database, readerOf(workspaces.a), BoardGroup.STAGE, key, filterOf({}), { ...page, after });
    await expect(ask('NEW', page.after)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    const good = Buffer.from(`[null,1,1,"${workspaces.a.buyerId}"]`).toString('base64url');
    await expect(ask('SHELVED', good)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
