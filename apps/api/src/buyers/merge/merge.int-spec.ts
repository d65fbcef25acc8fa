import { newId, type Refused } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import pg from 'pg';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { deliverAndApply, armChannel, deliveryBody } from '../../testing/inbound-deliveries.ts';
import { memberContext } from '../../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { queryBuyer, queryTimeline } from '../buyer.query.ts';
import { RecountOrdersUseCase } from '../orders/recount-orders.use-case.ts';
import { CreateBuyerUseCase } from '../record/create-buyer.use-case.ts';
import { BUYER_TABLES } from './buyer-tables.ts';
import { MergeBuyersUseCase } from './merge-buyers.use-case.ts';
import { queryOpenMerges } from './merges.query.ts';
import { UndoMergeUseCase } from './undo-merge.use-case.ts';
import { fillRandomBuyer } from './random-buyer.fixture.ts';

const NOW = '2026-03-02T09:00:00Z';

let wired: WiredFeatures;
let admin: pg.Client;
let a: SeededWorkspace;
let b: SeededWorkspace;
let ctx: RequestContext;
let other: RequestContext;

beforeAll(async () => {
  wired = await wireFeatures(NOW);
  ({ a, b } = await seedTwoWorkspaces(wired.db));
  [ctx, other] = [memberContext(a), memberContext(b)];
  await armChannel(wired, a);
  admin = new pg.Client(wired.db.url);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await wired.close();
});
beforeEach(() => wired.clock.set(new Date(NOW)));

const merge = (keptId: string, mergedId: string, fieldsFromMerged: string[] = [], id = newId(), by = ctx) =>
  wired.get(MergeBuyersUseCase).execute(by, { id, keptId, mergedId, fieldsFromMerged });
const undo = (id: string, by = ctx) => wired.get(UndoMergeUseCase).execute(by, id);
const reasonOf = (outcome: unknown) => (outcome as Refused<{ reason?: string; code: string }>).refusal;
const idOf = (outcome: Awaited<ReturnType<typeof merge>>) => (outcome as { mergeId: string }).mergeId;

async function newBuyer(name: string, by = ctx): Promise<string> {
  const id = newId();
  await wired.get(CreateBuyerUseCase).execute(by, { id, name });
  return id;
}

/** Every row of every buyer table of both workspaces; what only tells when something was computed is left out. */
async function everything(): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const { table } of [...BUYER_TABLES, { table: 'buyers' }]) {
    if (table === 'buyer_merges') continue;
    const { rows } = await admin.query<{ row: string }>(
      `select (to_jsonb(t) - 'graded_at' #- '{grading,gradedAtMs}')::text as row from ${table} t order by workspace_id, id`,
    );
    tables[table] = rows.map(({ row }) => row);
  }
  return tables;
}

test('the list of buyer tables is that of the foreign keys', async () => {
  const { rows } = await admin.query<{ table: string; column: string }>(
    `select c.conrelid::regclass::text as table, a.attname as column from pg_constraint c
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'workspace_id'
     where c.contype = 'f' and c.confrelid = 'public.buyers'::regclass and c.confdeltype <> 'c' order by 1`,
  );
  expect(rows).toEqual(
    BUYER_TABLES.map(({ table, column }) => ({ table, column })).toSorted((x, y) => (x.table < y.table ? -1 : 1)),
  );
});

test.each([1, 2, 3, 4, 5, 6])('merge then undo is the identity over all buyer tables (seed %i)', async (seed) => {
  const [keptId, mergedId] = [await newBuyer(`Kept ${seed}`), await newBuyer(`Merged ${seed}`)];
  const chosen = await fillRandomBuyer(admin, a, seed, keptId, mergedId);
  await wired.get(RecountOrdersUseCase).execute(ctx, [keptId, mergedId], wired.clock.now());
  const before = await everything();
  const merged = await merge(keptId, mergedId, chosen);
  const between = await everything();
  expect(between).not.toEqual(before);
  expect(between['buyers']).toHaveLength(before['buyers']!.length - 1);
  wired.clock.set(new Date('2026-03-03T08:59:59Z'));
  expect(await undo(idOf(merged))).toEqual({ keptId, restoredId: mergedId });
  expect(await everything()).toEqual(before);
});

test('the kept buyer has what both had, the chosen fields, one timeline, and the other id leads to it', async () => {
  const keptId = newId();
  const mergedId = newId();
  const create = wired.get(CreateBuyerUseCase);
  await create.execute(ctx, { id: keptId, name: 'Lumo', company: 'Lumo Kft', email: 'a@lumo.hu' });
  await create.execute(ctx, { id: mergedId, name: 'Lumo Budapest', country: 'HU', email: 'b@lumo.hu' });
  const merged = await merge(keptId, mergedId, ['name']);
  const buyer = await queryBuyer(wired.db.database, ctx, mergedId);
  expect(buyer).toMatchObject({ id: keptId, name: 'Lumo Budapest', company: 'Lumo Kft', country: 'HU' });
  const timeline = await queryTimeline(wired.db.database, ctx, keptId, { first: 50, before: null });
  expect(timeline.filter(({ verb }) => verb === 'buyer.registered')).toHaveLength(2);
  const { rows } = await admin.query(`select email from buyer_contacts where buyer_id = $1 order by email`, [keptId]);
  expect(rows).toEqual([{ email: 'a@lumo.hu' }, { email: 'b@lumo.hu' }]);
  const [open] = await queryOpenMerges(wired.db.database, ctx, keptId, wired.clock.now());
  expect(open).toMatchObject({ id: idOf(merged), mergedId, mergedName: 'Lumo Budapest', mergedById: a.ownerId });
  expect(await merge(keptId, mergedId, ['name'], idOf(merged))).toEqual(merged); // sent twice
});

test.each(['the whole workspace', 'their own buyers'])(
  'what arrives meanwhile goes to the side of its identity; what people changed stays: undone by one who sees %s',
  async (sees) => {
    const by = sees === 'their own buyers' ? { ...ctx, ownRecordsOnly: true, ownRecordsOf: a.ownerId } : ctx;
    const own = (name: string) => `${name} of ${sees}`;
    const deliver = (externalId: string, sender: string, thread: string) =>
      deliverAndApply(
        wired,
        a,
        deliveryBody({
          externalId: own(externalId),
          conversation: { externalId: own(thread) },
          sender: { externalId: own(sender), name: sender },
        }),
      );
    await deliver('m-1', 'side-kept', 't-kept');
    await deliver('m-2', 'side-merged', 't-merged');
    const buyerOf = async (external: string) =>
      (
        await admin.query<{ id: string }>(`select buyer_id as id from buyer_identities where external_id = $1`, [
          own(external),
        ])
      ).rows[0]!.id;
    const [keptId, mergedId] = [await buyerOf('side-kept'), await buyerOf('side-merged')];
    await admin.query(`update buyers set owner_id = $1 where id in ($2, $3)`, [a.ownerId, keptId, mergedId]);
    const merged = await merge(keptId, mergedId);
    await deliver('m-3', 'side-merged', 't-merged-new');
    await deliver('m-4', 'side-kept', 't-kept-new');
    await admin.query(`update inbound_messages set body = '' where external_id = $1`, [own('m-4')]); // as an erasure leaves it
    await admin.query(`update buyers set company = 'Typed meanwhile' where id = $1`, [keptId]);
    await undo(idOf(merged), by);
    const { rows } = await admin.query<{ thread: string; id: string }>(
      `select c.external_id as thread, c.buyer_id as id from conversations c where c.buyer_id in ($1, $2) order by 1`,
      [keptId, mergedId],
    );
    expect(rows).toEqual([
      { thread: own('t-kept'), id: keptId },
      { thread: own('t-kept-new'), id: keptId },
      { thread: own('t-merged'), id: mergedId },
      { thread: own('t-merged-new'), id: mergedId },
    ]);
    const strays = await admin.query(
      `select from inquiries i join conversations c on c.id = i.conversation_id where i.buyer_id <> c.buyer_id`,
    );
    expect(strays.rowCount).toBe(0);
    expect(await queryBuyer(wired.db.database, ctx, keptId)).toMatchObject({ company: 'Typed meanwhile' });
  },
);

test('moved conversations stand in the queue where the kept buyer stands; a grade that moved names the merge', async () => {
  const [keptId, mergedId] = [await newBuyer('Ranked'), await newBuyer('Unranked')];
  await fillRandomBuyer(admin, a, 2, keptId, mergedId);
  await admin.query(`update buyers set computed_grade = null where id = $1`, [keptId]);
  await merge(keptId, mergedId);
  const graded = await admin.query<{ cause: string }>(
    `select data ->> 'cause' as cause from events where buyer_id = $1 and verb = 'buyer.graded' order by position`,
    [keptId],
  );
  expect(graded.rows.map(({ cause }) => cause)).toEqual(['facts', 'merge']);
  const { rows } = await admin.query(
    `select from conversations c join buyers b on b.id = c.buyer_id where b.id = $1 and (c.grade_rank, c.level_rank) <> (b.grade_rank, b.level_rank)`,
    [keptId],
  );
  expect(rows).toEqual([]);
});

describe('what cannot be', () => {
  it('a buyer with itself, one merged meanwhile, one erased, one that is not there, one of another workspace', async () => {
    const [one, two, three] = [await newBuyer('One'), await newBuyer('Two'), await newBuyer('Three')];
    expect(reasonOf(await merge(one, one)).reason).toBe('same_buyer');
    await merge(one, two);
    expect(reasonOf(await merge(three, two)).reason).toBe('merged_meanwhile');
    expect(reasonOf(await merge(two, three)).reason).toBe('merged_meanwhile');
    expect(reasonOf(await merge(three, newId())).code).toBe('NOT_FOUND');
    expect(reasonOf(await merge(three, b.buyerId)).code).toBe('NOT_FOUND');
    await admin.query(`update buyers set erased_at = now() where id = $1`, [three]);
    expect(reasonOf(await merge(one, three)).reason).toBe('erased');
  });

  it('undone twice, too late, by another workspace, or before the newer merge', async () => {
    const [one, two, three] = [await newBuyer('One'), await newBuyer('Two'), await newBuyer('Three')];
    const older = idOf(await merge(one, two));
    wired.clock.set(new Date('2026-03-02T10:00:00Z'));
    const newer = idOf(await merge(one, three));
    expect(reasonOf(await undo(older, other)).code).toBe('NOT_FOUND');
    expect(reasonOf(await undo(older)).reason).toBe('merged_meanwhile');
    expect(await undo(newer)).toEqual({ keptId: one, restoredId: three });
    expect(reasonOf(await undo(newer)).reason).toBe('already_undone');
    wired.clock.set(new Date('2026-03-03T09:00:01Z'));
    expect(reasonOf(await undo(older)).reason).toBe('too_late');
  });

  it('undone by one who sees only own buyers and would get one of somebody else', async () => {
    const [one, two] = [await newBuyer('One'), await newBuyer('Two')];
    await admin.query(`update buyers set owner_id = case when id = $1 then $3::uuid else $4 end where id in ($1, $2)`, [
      one,
      two,
      a.ownerId,
      a.viewerId,
    ]);
    const id = idOf(await merge(one, two));
    const before = await everything();
    const scoped = { ...ctx, ownRecordsOnly: true, ownRecordsOf: a.ownerId };
    expect(reasonOf(await undo(id, scoped)).code).toBe('NOT_FOUND');
    expect(await everything()).toEqual(before);
    expect(await undo(id)).toEqual({ keptId: one, restoredId: two });
  });

  it('made again by a create that is sent again', async () => {
    const [one, two] = [await newBuyer('One'), await newBuyer('Two')];
    const id = idOf(await merge(one, two));
    expect(await wired.get(CreateBuyerUseCase).execute(ctx, { id: two, name: 'Two' })).toEqual({ buyerId: two });
    expect((await queryBuyer(wired.db.database, ctx, two))?.id).toBe(one);
    expect(await undo(id)).toEqual({ keptId: one, restoredId: two });
  });

  it('two merges at once: one wins', async () => {
    const [one, two, three] = [await newBuyer('One'), await newBuyer('Two'), await newBuyer('Three')];
    const outcomes = await Promise.all([merge(one, two), merge(three, two), merge(two, one)]);
    const won = outcomes.filter((outcome) => 'mergeId' in outcome);
    expect(won).toHaveLength(1);
    for (const outcome of outcomes.filter((lost) => !('mergeId' in lost)))
      expect(reasonOf(outcome).reason).toBe('merged_meanwhile');
  });
});

test('a chain of merges comes apart link by link', async () => {
  const [one, two, three] = [await newBuyer('One'), await newBuyer('Two'), await newBuyer('Three')];
  await wired.get(RecountOrdersUseCase).execute(ctx, [one, two, three], wired.clock.now());
  const before = await everything();
  const first = idOf(await merge(two, three));
  wired.clock.set(new Date('2026-03-02T10:00:00Z'));
  const second = idOf(await merge(one, two));
  expect((await queryBuyer(wired.db.database, ctx, three))?.id).toBe(one);
  expect(reasonOf(await undo(first)).reason).toBe('merged_meanwhile');
  await undo(second);
  await undo(first);
  expect(await everything()).toEqual(before);
});
