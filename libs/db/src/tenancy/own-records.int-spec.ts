import pg from 'pg';
import { newId } from '../ids.ts';
import { BuyersRepository, ConversationsRepository } from '../repositories/index.ts';
import { createTestDatabase, type SeededWorkspace, seedTwoWorkspaces, type TestDatabase } from '../testing/index.ts';
import { type TenantContext, wholeWorkspace } from './tenant-context.ts';

let db: TestDatabase;
let owner: pg.Client;
let a: SeededWorkspace;
let b: SeededWorkspace;
/** Each sees the buyers of one member of workspace `a`: the seeded buyer is the owner's, its copy the viewer's. */
let mine: TenantContext;
let theirs: TenantContext;
let tables: string[];

/** Tables whose rows are the workspace's and not a buyer's (nor one's own imports); every other table is narrowed. */
const SHARED = [
  'announcement_products',
  'announcements',
  'api_keys',
  'assignment_rules',
  'business_calendars',
  'channels',
  'custom_fields',
  'exchange_rates',
  'goals',
  'grading_rules',
  'import_mappings',
  'invitations',
  'knowledge_entries',
  'macros',
  'mail_cursors',
  'members',
  'product_prices',
  'product_variants',
  'product_versions',
  'products',
  'roles',
  'sample_policies',
  'saved_views',
  'sla_policies',
  'tags',
  'workspaces',
];

beforeAll(async () => {
  db = await createTestDatabase();
  ({ a, b } = await seedTwoWorkspaces(db));
  owner = new pg.Client({ connectionString: db.url });
  await owner.connect();
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations' order by 1`,
  );
  tables = rows.map((row) => row.name);
  // Files of products are everybody's; the table is narrowed for all others.
  await owner.query('delete from attachments where product_id is not null');
  await copyBuyerFor(a.viewerId);
  mine = { ...a, ownRecordsOf: a.ownerId };
  theirs = { ...a, ownRecordsOf: a.viewerId };
}, 30_000);
afterAll(async () => {
  await owner.end();
  await db.drop();
});

/** Nobody's own: raw deliveries, and addresses that no mail may reach. */
const NOBODYS = ['inbound_messages', 'mail_suppressions'];

const narrowed = () => tables.filter((table) => !SHARED.includes(table));
const idsOf = async (ctx: TenantContext, table: string) =>
  (await db.database.query<{ id: string }>(ctx, `select id from ${table} order by id`)).map(({ id }) => id);
const refused = (code: string) => expect.objectContaining({ code });

/** Repeats every row of workspace `a` that belongs to its buyer for a buyer of another member, with new ids throughout. */
async function copyBuyerFor(memberId: string): Promise<void> {
  const ids = new Map<string, string>();
  const fresh = (text: string) => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => ids.get(id) ?? id);
  const rows = new Map<string, string[]>();
  for (const table of narrowed()) {
    const found = await owner.query<{ id: string; row: string }>(
      `select id, to_json(t)::text as row from ${table} t where workspace_id = $1`,
      [a.workspaceId],
    );
    for (const { id } of found.rows) ids.set(id, newId());
    rows.set(table, found.rows.map(({ row }) => row)); // prettier-ignore
  }
  await owner.query(`begin; set session_replication_role = replica`); // in any order: foreign keys hold at the end
  for (const [table, all] of rows)
    for (const row of all) {
      const copy: Record<string, unknown> = JSON.parse(fresh(row));
      if (table === 'buyers') copy['owner_id'] = memberId;
      if (copy['started_by']) copy['started_by'] = memberId;
      if (table === 'events') copy['position'] = 1_000;
      if (copy['token_hash']) copy['token_hash'] = `\\x${newId().replaceAll('-', '')}`;
      if (table === 'mail_suppressions') copy['address'] = `copy-${String(copy['address'])}`;
      if (copy['external_id']) copy['external_id'] = `copy of ${String(copy['external_id'])}`;
      if (table === 'duplicate_dismissals') copy['other_id'] = 'fffffffe-ffff-7fff-bfff-ffffffffffff';
      await owner.query(`insert into ${table} select * from json_populate_record(null::${table}, $1)`, [
        JSON.stringify(copy),
      ]);
    }
  // The dismissed duplicates are buyers of the same members, or neither could see that two of them were compared.
  for (const [of, other] of [
    [a.ownerId, 'f'],
    [memberId, 'e'],
  ])
    // prettier-ignore
    await owner.query(
      `insert into buyers (workspace_id, id, name, owner_id, stage_since, created_at, updated_at)
       values ($1, 'fffffff${other === 'f' ? 'f' : 'e'}-ffff-7fff-bfff-ffffffffffff', 'Other', $2, now(), now(), now())`,
      [a.workspaceId, of],
    );
  await owner.query('set session_replication_role = default; commit');
}

test('each table has rows of two owners, so that the tests below have something to hold back', async () => {
  for (const table of narrowed().filter((name) => !NOBODYS.includes(name))) {
    const own = await idsOf(mine, table);
    const others = await idsOf(theirs, table);
    expect({ table, own: own.length > 0, others: others.length > 0 }).toEqual({ table, own: true, others: true });
    expect({ table, both: own.filter((id) => others.includes(id)) }).toEqual({ table, both: [] });
    expect({ table, all: [...own, ...others].sort() }).toEqual({ table, all: await idsOf(a, table) });
  }
});

test('what came in and is not yet anybody’s is not shown', async () => {
  expect(await idsOf(a, 'inbound_messages')).not.toEqual([]);
  expect(await idsOf(mine, 'inbound_messages')).toEqual([]);
});

test('settings of the workspace are everybody’s', async () => {
  for (const table of SHARED)
    expect({ table, ids: await idsOf(mine, table) }).toEqual({ table, ids: await idsOf(a, table) });
});

test('events of no buyer are everybody’s', async () => {
  await db.unitOfWork.run(a, async () =>
    db.events.append(a, { verb: 'role.changed', subjectKind: 'role', subjectId: a.roleIds.owner }),
  );
  const verbs = (await db.events.readAfter(theirs, '0', 100)).map(({ verb }) => verb);
  expect(verbs).toEqual(['role.changed', 'message.received']);
});

test('a member without buyers sees no record, and the other workspace’s records stay away', async () => {
  const nobody = { ...a, ownRecordsOf: newId() };
  const elsewhere = { ...a, ownRecordsOf: b.ownerId };
  for (const table of narrowed().filter((name) => name !== 'events'))
    for (const ctx of [nobody, elsewhere]) expect({ table, ids: await idsOf(ctx, table) }).toEqual({ table, ids: [] });
});

test('updates and deletes without a condition reach own rows only', async () => {
  const before = await idsOf(a, 'reply_drafts');
  const own = await idsOf(mine, 'reply_drafts');
  const changed = db.unitOfWork.run(mine, async () => {
    const updated = await db.database.query(mine, `update reply_drafts set text = 'all' returning id`);
    const deleted = await db.database.query(mine, `delete from reply_drafts returning id`);
    expect([updated.length, deleted.length]).toEqual([own.length, own.length]);
    throw new Error('undo');
  });
  await expect(changed).rejects.toThrow('undo');
  expect(await idsOf(a, 'reply_drafts')).toEqual(before);
});

test('no row can be written for a buyer of somebody else, in any table', async () => {
  for (const table of narrowed()) {
    const visible = await idsOf(mine, table);
    const { rows } = await owner.query<{ row: string }>(
      `select to_json(t)::text as row from ${table} t where workspace_id = $1 and id <> all ($2::uuid[]) limit 1`,
      [a.workspaceId, visible],
    );
    const write = db.unitOfWork.run(mine, () =>
      db.database.query(mine, `insert into ${table} select * from json_populate_record(null::${table}, $1)`, [
        rows[0]?.row,
      ]),
    );
    await expect(write).rejects.toEqual(refused('42501'));
  }
});

test('an own buyer cannot be given away from inside, a whole-workspace unit can', async () => {
  const buyers = new BuyersRepository(db.unitOfWork);
  const give = (ctx: TenantContext, ownerId: string) =>
    db.unitOfWork.run(ctx, () => buyers.update(ctx, a.buyerId, { ownerId }));
  await expect(give(mine, a.viewerId)).rejects.toEqual(refused('42501'));
  await give(wholeWorkspace(mine), a.viewerId);
  expect(await buyers.findById(mine, a.buyerId)).toBeNull();
  expect(await buyers.findById(theirs, a.buyerId)).not.toBeNull();
  expect(await new ConversationsRepository(db.unitOfWork).findById(theirs, a.conversationId)).not.toBeNull();
  await give(a, a.ownerId);
});

test('a unit has one scope', async () => {
  const buyers = new BuyersRepository(db.unitOfWork);
  for (const [outer, inner] of [
    [a, mine],
    [mine, a],
    [mine, theirs],
  ] as const)
    // prettier-ignore
    await db.unitOfWork.run(outer, async () => {
      await expect(db.unitOfWork.run(inner, async () => null)).rejects.toMatchObject({ name: 'ScopeMismatch' });
      await expect(db.database.query(inner, 'select 1')).rejects.toMatchObject({ name: 'ScopeMismatch' });
      await expect(buyers.findById(inner, a.buyerId)).rejects.toMatchObject({ name: 'ScopeMismatch' });
    });
});

test('an id that is no UUID opens nothing', async () => {
  for (const ownRecordsOf of ['', `x'); select set_config('role', 'dangol_app', true); --`])
    await expect(db.database.query({ ...a, ownRecordsOf }, 'select 1')).rejects.toThrow(TypeError);
});

test('one connection, one prepared statement: planned anew whenever the scope changes, and bound again to all', async () => {
  const one = await createTestDatabase({ poolSize: 1 });
  try {
    const { a: ws } = await seedTwoWorkspaces(one);
    const own = { ...ws, ownRecordsOf: ws.ownerId };
    const none = { ...ws, ownRecordsOf: ws.viewerId };
    const count = async (ctx: TenantContext, table: string) =>
      (await one.database.query<{ n: number }>(ctx, statementOn(table), [ws.workspaceId], { name: table }))[0]?.n;
    const statementOn = (table: string) => `select count(*)::int as n from ${table} where workspace_id = $1`;
    for (let round = 0; round < 8; round += 1)
      // past the fifth run PostgreSQL considers a generic plan
      for (const table of ['buyers', 'conversations', 'messages', 'order_lines'])
        expect([
          await count(ws, table),
          await count(none, table),
          await count(own, table),
          await count(ws, table),
        ]).toEqual([1, 0, 1, 1]);
    const [role] = await one.database.query<{ role: string; member: string | null }>(
      ws,
      `select current_user::text as role, nullif(current_setting('app.own_member', true), '') as member`,
    );
    expect(role).toEqual({ role: 'dangol_app', member: null });
  } finally {
    await one.drop();
  }
});

test('the whole workspace pays nothing: its plans know nothing of owners', async () => {
  const plan = async (ctx: TenantContext) =>
    JSON.stringify(await db.database.query(ctx, 'explain select * from conversations'));
  expect(await plan(a)).not.toMatch(/buyers|owner_id/);
  expect(await plan(mine)).toMatch(/owner_id/);
});
