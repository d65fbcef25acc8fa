import { compareQueue, isUrgent, type BuyerGrade, type PlatformLevel } from '@dangol/crm';
import { createTestDatabase, seedTwoWorkspaces, type SeededWorkspace, type TestDatabase } from '@dangol/db/testing';
import pg from 'pg';
import { queryInboxCounts } from './inbox-counts.query.ts';
import { queryInboxFacets } from './inbox-facets.query.ts';
import { InboxFilter, InboxView, type InboxFacet } from './inbox.model.ts';
import { queryInbox } from './list-inbox.query.ts';

const NOW = new Date('2026-03-02T09:00:00Z');
const HOUR_MS = 3_600_000;

/**
 * 400 conversations of 20 buyers, one for each grade and level, none included. Instants are few, so that ids have to decide;
 * among them are the bound of the urgent band and the microsecond-free instants around it.
 */
const FILL = `
  with levels as (select g, l, (g - 1) * 5 + l as n from generate_series(1, 4) g, generate_series(1, 5) l),
  made as (
    insert into buyers (workspace_id, id, name, grade, grade_rank, platform_level, level_rank, country, stage_since, created_at, updated_at)
    select $1, gen_random_uuid(), 'Buyer ' || n, (array['A', 'B', 'C'])[g], g, (array['L4', 'L3', 'L2', 'L1'])[l], l, (array['HU', 'KR', null])[1 + n % 3], $2, $2, $2 from levels
    returning id, grade_rank, level_rank),
  channels_made as (
    insert into channels (workspace_id, id, name, kind, platform, signing_secret, created_at)
    values ($1, gen_random_uuid(), 'Second', 'webhook', 'email', '\\x00', $2) returning id)
  insert into conversations (workspace_id, id, channel_id, external_id, buyer_id, status, assignee_id, grade_rank, level_rank,
    waiting_since, due_at, preview, last_message_at, last_direction, created_at,
    snoozed_until, language, topic)
  select $1, gen_random_uuid(), case when n % 3 = 0 then channels_made.id else $3 end, 'thread-' || b.grade_rank || '-' || b.level_rank || '-' || n, b.id,
    (array['waiting', 'waiting', 'waiting', 'answered', 'closed', 'spam'])[1 + n % 6], (array[$4, $5, null]::uuid[])[1 + n % 3], b.grade_rank, b.level_rank,
    case when n % 6 < 3 then $2::timestamptz end,
    case when n % 6 < 3 then $2::timestamptz + (array[-120, -1, 59, 60, 61, 600])[1 + (n * 7 + b.level_rank) % 6] * interval '1 minute' - (n % 2) * interval '1 millisecond' end,
    'text', $2::timestamptz - (n % 5) * interval '1 hour', 'inbound', $2,
    case when n % 6 < 3 then (array[$2::timestamptz + interval '30 minutes', $2::timestamptz, null, null, null])[1 + n % 5] end,
    (array['hu', 'en', null])[1 + (n + b.level_rank) % 3], (array['moq', 'shipping', null, 'payment'])[1 + (n * 3 + b.grade_rank) % 4]
  from made b, channels_made, generate_series(1, 20) n`;

interface Stored {
  id: string;
  status: string;
  dueAt: Date | null;
  lastMessageAt: Date;
  assigneeId: string | null;
  channelId: string;
  grade: BuyerGrade | null;
  level: PlatformLevel | null;
  country: string | null;
  language: string | null;
  topic: string | null;
  snoozedUntil: Date | null;
}

const STORED = `
  select c.id, c.status, c.due_at as "dueAt", c.last_message_at as "lastMessageAt", c.assignee_id as "assigneeId", c.channel_id as "channelId",
    b.grade, b.platform_level as level, b.country, c.language, c.topic, c.snoozed_until as "snoozedUntil"
  from conversations c join buyers b on b.workspace_id = c.workspace_id and b.id = c.buyer_id where c.workspace_id = $1`;

let db: TestDatabase;
let workspaces: { a: SeededWorkspace; b: SeededWorkspace };
let stored: Record<'a' | 'b', Stored[]>;

beforeAll(async () => {
  db = await createTestDatabase();
  workspaces = await seedTwoWorkspaces(db);
  const admin = new pg.Client(db.url);
  await admin.connect();
  const fill = async ({ workspaceId, channelId, ownerId, viewerId }: SeededWorkspace): Promise<Stored[]> => {
    await admin.query(FILL, [workspaceId, NOW, channelId, ownerId, viewerId]);
    return (await admin.query<Stored>(STORED, [workspaceId])).rows;
  };
  stored = { a: await fill(workspaces.a), b: await fill(workspaces.b) };
  await admin.end();
});

afterAll(() => db.drop());

/** Every page after the other, each asked for an hour later than the one before. */
async function readAll(ctx: SeededWorkspace, filter: Partial<InboxFilter>, first: number) {
  const asked = Object.assign(new InboxFilter(), filter);
  const rows: { id: string; urgent: boolean }[] = [];
  const instants = new Set<string>();
  let after: string | undefined;
  for (let page = 0; page < 200; page += 1) {
    const now = new Date(NOW.getTime() + page * HOUR_MS);
    const { edges, pageInfo, asOf } = await queryInbox(db.database, ctx, { first, after }, asked, ctx.ownerId, now);
    expect(edges.length).toBe(pageInfo.hasNextPage ? first : edges.length);
    expect(pageInfo.hasPreviousPage).toBe(page > 0);
    expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
    rows.push(...edges.map(({ node: { id, urgent } }) => ({ id, urgent })));
    instants.add(asOf.toISOString());
    if (!pageInfo.hasNextPage) return { rows, instants: [...instants] };
    after = pageInfo.endCursor ?? undefined;
  }
  throw new Error('the list has no end');
}

/** Counts that stand beside each other in a facet. */
const neighbours = (lists: InboxFacet[][]) =>
  lists.flatMap((list) => list.slice(1).map(({ count }, index) => ({ count: list[index]!.count, next: count })));

type Keep = (row: Stored, ctx: SeededWorkspace) => boolean;
const everyRow: Keep = () => true;
const isSnoozed = ({ snoozedUntil }: Stored): boolean => snoozedUntil !== null && snoozedUntil > NOW;

describe.each(['a', 'b'] as const)('workspace %s', (which) => {
  it.each<[string, (ctx: SeededWorkspace) => Partial<InboxFilter>, Keep, number]>([
    ['everything that waits', () => ({}), everyRow, 7],
    ['all of it on large pages', () => ({}), everyRow, 100],
    ['one row a page', () => ({ grade: ['A'] }), ({ grade }) => grade === 'A', 1],
    ['what is mine', () => ({ view: InboxView.MINE }), (row, ctx) => row.assigneeId === ctx.ownerId, 7],
    ['what a colleague has', (ctx) => ({ assigneeId: ctx.viewerId }), (row, ctx) => row.assigneeId === ctx.viewerId, 7],
    ['one channel', (ctx) => ({ channelId: [ctx.channelId] }), (row, ctx) => row.channelId === ctx.channelId, 7],
    ['two grades', () => ({ grade: ['C', 'B'] }), ({ grade }) => grade === 'B' || grade === 'C', 7],
    ['two levels', () => ({ platformLevel: ['L1', 'L3'] }), ({ level }) => level === 'L1' || level === 'L3', 7],
    ['two countries', () => ({ country: ['HU', 'FR'] }), ({ country }) => country === 'HU', 7],
    ['a language', () => ({ language: ['hu'] }), ({ language }) => language === 'hu', 7],
    ['a topic', () => ({ topic: ['moq', 'payment'] }), ({ topic }) => topic === 'moq' || topic === 'payment', 7],
    [
      'country, language and topic of what is mine',
      () => ({ view: InboxView.MINE, country: ['KR'], language: ['en'], topic: ['shipping'] }),
      (row, ctx) =>
        row.assigneeId === ctx.ownerId && row.country === 'KR' && row.language === 'en' && row.topic === 'shipping',
      1,
    ],
    [
      'all filters at once',
      (ctx) => ({ grade: ['B'], platformLevel: ['L2'], channelId: [ctx.channelId], assigneeId: ctx.viewerId }),
      (row, ctx) =>
        row.grade === 'B' && row.level === 'L2' && row.channelId === ctx.channelId && row.assigneeId === ctx.viewerId,
      2,
    ],
  ])(
    'has %s in the order of the queue, on pages that neither overlap nor leave out',
    async (_what, filter, keep, first) => {
      const ctx = workspaces[which];
      const { rows, instants } = await readAll(ctx, filter(ctx), first);
      const now = NOW.getTime();
      const expected = stored[which]
        .filter((row) => row.status === 'waiting' && !isSnoozed(row) && keep(row, ctx))
        .map((row) => ({ ...row, dueAtMs: row.dueAt?.getTime() ?? null }))
        .sort((x, y) => compareQueue(x, y, now))
        .map(({ id, dueAtMs }) => ({ id, urgent: isUrgent(dueAtMs, now) }));
      expect(expected.length).toBeGreaterThan(0);
      expect(rows).toEqual(expected);
      expect(instants).toEqual([NOW.toISOString()]);
    },
  );

  it.each<[InboxView, string[]]>([
    [InboxView.ANSWERED, ['answered']],
    [InboxView.CLOSED, ['closed', 'declined', 'spam']],
    [InboxView.ALL, ['waiting', 'answered', 'closed', 'declined', 'spam']],
  ])('has %s with the newest message first', async (view, statuses) => {
    const { rows } = await readAll(workspaces[which], { view }, 9);
    const expected = stored[which]
      .filter(({ status }) => statuses.includes(status))
      .sort((x, y) => y.lastMessageAt.getTime() - x.lastMessageAt.getTime() || (x.id < y.id ? 1 : -1))
      .map(({ id }) => id);
    expect(rows.map(({ id }) => id)).toEqual(expected);
  });

  it('has what is snoozed apart, until it ends', async () => {
    const { rows } = await readAll(workspaces[which], { view: InboxView.SNOOZED, country: ['HU', 'KR'] }, 9);
    const expected = stored[which].filter((row) => isSnoozed(row) && row.country !== null).map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(0);
    expect(rows.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
  });

  it.each<[string, Partial<InboxFilter>]>([
    ['what waits', {}],
    ['all conversations of a country', { view: InboxView.ALL, country: ['HU'] }],
    [
      'two languages and a topic of what is snoozed',
      { view: InboxView.SNOOZED, language: ['hu', 'en'], topic: ['moq'] },
    ],
    ['what is mine of a grade', { view: InboxView.MINE, grade: ['A', 'B'], topic: ['shipping'] }],
  ])('says by what %s can be narrowed: each filter counts under all the others', async (_what, filter) => {
    const ctx = workspaces[which];
    const asked = Object.assign(new InboxFilter(), filter);
    const inList = stored[which].filter(
      (row) =>
        (asked.view === InboxView.ALL || (row.status === 'waiting' && isSnoozed(row) === (asked.view === 'SNOOZED'))) &&
        (asked.view !== InboxView.MINE || row.assigneeId === ctx.ownerId) &&
        (!filter.grade || (row.grade !== null && filter.grade.includes(row.grade))),
    );
    const facet = (of: 'country' | 'language' | 'topic') => {
      const others = (['country', 'language', 'topic'] as const).filter((name) => name !== of);
      const left = inList.filter((row) => others.every((name) => !filter[name] || filter[name].includes(row[name]!)));
      const counts = Map.groupBy(left, (row) => row[of]);
      return [...counts].flatMap(([value, rows]) => (value === null ? [] : [{ value, count: rows.length }]));
    };
    const byValue = (list: { value: string; count: number }[]) => list.toSorted((x, y) => (x.value < y.value ? -1 : 1));
    const facets = await queryInboxFacets(db.database, ctx, asked, ctx.ownerId, NOW);
    for (const { count, next } of neighbours(Object.values(facets))) expect(count).toBeGreaterThanOrEqual(next);
    expect({
      countries: byValue(facets.countries),
      languages: byValue(facets.languages),
      topics: byValue(facets.topics),
    }).toEqual({
      countries: byValue(facet('country')),
      languages: byValue(facet('language')),
      topics: byValue(facet('topic')),
    });
  });

  it('counts what waits, what hides and what was put away unanswered', async () => {
    const ctx = workspaces[which];
    const all = stored[which];
    const waiting = all.filter((row) => row.status === 'waiting' && !isSnoozed(row));
    expect(await queryInboxCounts(db.database, ctx, ctx.ownerId, NOW)).toEqual({
      waiting: waiting.length,
      mine: waiting.filter(({ assigneeId }) => assigneeId === ctx.ownerId).length,
      overdue: waiting.filter(({ dueAt }) => dueAt! < NOW).length,
      urgent: waiting.filter(({ dueAt }) => isUrgent(dueAt!.getTime(), NOW.getTime())).length,
      snoozed: all.filter(isSnoozed).length,
      closedUnanswered: 0,
    });
  });
});
