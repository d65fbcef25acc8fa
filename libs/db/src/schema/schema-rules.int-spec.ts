import pg from 'pg';
import { createEmptyDatabase } from '../testing/index.ts';
import { findSchemaFaults, type SchemaRule } from './schema-rules.ts';

let owner: pg.Client;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createEmptyDatabase({ migrated: true });
  drop = database.drop;
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await drop();
});

const faultsWith = async (change: string) => {
  await owner.query('begin');
  try {
    await owner.query(change);
    return await findSchemaFaults(owner);
  } finally {
    await owner.query('rollback');
  }
};

const POLICY = `(workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))`;
const SECURED = `
  alter table probe enable row level security;
  alter table probe force row level security;
  create policy workspace_isolation on probe using ${POLICY} with check ${POLICY};
  create policy own_records on probe as restrictive to dangol_own_records using (buyer_id in (select b.id from buyers b));`;
const columns = (more = '') => `create table probe (
  workspace_id uuid not null references workspaces (id), id uuid not null, buyer_id uuid, name text${more});`;
const SOUND = `${columns(', primary key (workspace_id, id)')} ${SECURED} grant select, insert, update, delete on probe to dangol_app;`;

test('the migrated schema keeps every rule', async () => {
  expect(await findSchemaFaults(owner)).toEqual([]);
});

test('the walk covers every table of the schema', async () => {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int as count from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  expect(rows[0]?.count).toBeGreaterThanOrEqual(23);
});

test('a sound new table passes, so that the faults below are of the one thing they change', async () => {
  expect(await faultsWith(SOUND)).toEqual([]);
});

const bad: [what: string, rule: SchemaRule, subject: string, change: string][] = [
  ['no primary key', 'primary-key', 'probe', `${columns()} ${SECURED} create index on probe (workspace_id)`],
  [
    'a key of id alone',
    'primary-key',
    'probe',
    `${columns(', primary key (id)')} ${SECURED} create index on probe (workspace_id)`,
  ],
  [
    'a key in the other order',
    'primary-key',
    'probe',
    `${columns(', primary key (id, workspace_id)')} ${SECURED} create index on probe (workspace_id)`,
  ],
  ['no workspace column', 'primary-key', 'probe', `create table probe (id uuid primary key)`],
  ['row security off', 'row-security', 'probe', `${SOUND} alter table probe disable row level security`],
  ['row security not forced', 'row-security', 'probe', `${SOUND} alter table probe no force row level security`],
  ['a view with its owner’s eyes', 'row-security', 'probe_view', `create view probe_view as select * from buyers`],
  ['no policy', 'policy', 'probe', `${SOUND} drop policy workspace_isolation on probe`],
  [
    'a policy without a check',
    'policy',
    'probe',
    `${SOUND} drop policy workspace_isolation on probe; create policy workspace_isolation on probe using ${POLICY}`,
  ],
  [
    'a policy that lets everything in',
    'policy',
    'probe',
    `${SOUND} drop policy workspace_isolation on probe; create policy workspace_isolation on probe using (true) with check (true)`,
  ],
  [
    'a policy for one command',
    'policy',
    'probe',
    `${SOUND} drop policy workspace_isolation on probe; create policy workspace_isolation on probe for select using ${POLICY}`,
  ],
  ['a second, wider policy', 'policy', 'probe', `${SOUND} create policy all_rows on probe for select using (true)`],
  [
    'a wider policy for the application',
    'policy',
    'probe',
    `${SOUND} create policy all_rows on probe for select to dangol_app using (true)`,
  ],
  [
    'a foreign key without the workspace',
    'foreign-key',
    'probe.probe_buyer',
    `create unique index on buyers (workspace_id, id) ; ${SOUND} alter table buyers add constraint probe_target unique (id); alter table probe add constraint probe_buyer foreign key (buyer_id) references buyers (id); create index on probe (buyer_id)`,
  ],
  [
    'the other workspace taken from another column',
    'foreign-key',
    'probe.probe_buyer',
    `${SOUND} alter table probe add constraint probe_buyer foreign key (buyer_id, id) references buyers (workspace_id, id); create index on probe (buyer_id, id)`,
  ],
  [
    'a foreign key without an index',
    'foreign-key-index',
    'probe.probe_buyer',
    `${SOUND} alter table probe add constraint probe_buyer foreign key (workspace_id, buyer_id) references buyers (workspace_id, id)`,
  ],
  [
    'a foreign key with an index in which another column comes first',
    'foreign-key-index',
    'probe.probe_buyer',
    `${SOUND} alter table probe add constraint probe_buyer foreign key (workspace_id, buyer_id) references buyers (workspace_id, id); create index on probe (workspace_id, name, buyer_id)`,
  ],
  [
    'a foreign key with an index of some rows',
    'foreign-key-index',
    'probe.probe_buyer',
    `${SOUND} alter table probe add constraint probe_buyer foreign key (workspace_id, buyer_id) references buyers (workspace_id, id); create index on probe (workspace_id, buyer_id) where name is not null`,
  ],
  [
    'a unique index over all workspaces',
    'unique-index',
    'probe.probe_name',
    `${SOUND} create unique index probe_name on probe (name)`,
  ],
  [
    'a unique index with the workspace last',
    'unique-index',
    'probe.probe_name',
    `${SOUND} create unique index probe_name on probe (name, workspace_id)`,
  ],
  [
    'a unique index on an expression',
    'unique-index',
    'probe.probe_name',
    `${SOUND} create unique index probe_name on probe (lower(name))`,
  ],
  [
    'a table of buyers without the policy for own records',
    'own-records',
    'probe',
    `${SOUND} drop policy own_records on probe`,
  ],
  [
    'a table that belongs to a buyer through another one',
    'own-records',
    'probe',
    `${SOUND} drop policy own_records on probe; alter table probe rename buyer_id to order_id; alter table probe add foreign key (workspace_id, order_id) references orders (workspace_id, id); create index on probe (workspace_id, order_id)`,
  ],
  [
    'a policy for own records that only adds rows',
    'own-records',
    'probe',
    `${SOUND} drop policy own_records on probe; create policy own_records on probe to dangol_own_records using (buyer_id in (select b.id from buyers b))`,
  ],
  [
    'a policy for own records that holds for reading only',
    'own-records',
    'probe',
    `${SOUND} drop policy own_records on probe; create policy own_records on probe as restrictive for select to dangol_own_records using (buyer_id in (select b.id from buyers b))`,
  ],
  [
    'a policy for own records that lets everything through',
    'own-records',
    'probe',
    `${SOUND} drop policy own_records on probe; create policy own_records on probe as restrictive to dangol_own_records using (true)`,
  ],
  [
    'a policy for own records that lets anything be written',
    'own-records',
    'probe',
    `${SOUND} drop policy own_records on probe; create policy own_records on probe as restrictive to dangol_own_records using (buyer_id in (select b.id from buyers b)) with check (true)`,
  ],
  [
    'an own-records role that bypasses row security',
    'own-records',
    'dangol_own_records',
    `alter role dangol_own_records bypassrls`,
  ],
  [
    'an application that is bound like the own-records role',
    'own-records',
    'dangol_app',
    `revoke dangol_app from dangol_own_records; grant dangol_own_records to dangol_app`,
  ],
  ['a table owned by the application', 'app-role', 'public.probe', `${SOUND} alter table probe owner to dangol_app`],
  ['an application that bypasses row security', 'app-role', 'dangol_app', `alter role dangol_app bypassrls`],
  ['an application that is a superuser', 'app-role', 'dangol_app', `alter role dangol_app superuser`],
  [
    'an application that may become a role which bypasses',
    'app-role',
    'probe_role',
    `create role probe_role bypassrls; grant probe_role to dangol_app`,
  ],
  ['an application that may truncate', 'app-rights', 'public.probe', `${SOUND} grant truncate on probe to dangol_app`],
  ['an application that may rewrite events', 'app-rights', 'public.events', `grant update on events to dangol_app`],
  [
    'an application that may rewrite one column of events',
    'app-rights',
    'public.events',
    `grant update (data) on events to dangol_app`,
  ],
  [
    'an application that reads accounts',
    'app-rights',
    'identity.accounts',
    `grant select on identity.accounts to dangol_app`,
  ],
  ['everybody reads accounts', 'app-rights', 'identity.accounts', `grant select on identity.accounts to public`],
  [
    'an application that reads the record of migrations',
    'app-rights',
    'public.migrations',
    `grant select on migrations to dangol_app`,
  ],
  [
    'a function with its owner’s rights',
    'security-definer',
    'probe()',
    `create function probe() returns int language sql security definer set search_path = pg_catalog as 'select 1'`,
  ],
  [
    'a function whose search path the caller sets',
    'security-definer',
    'identity.probe()',
    `create function identity.probe() returns int language sql security definer as 'select 1'`,
  ],
];

test.each(bad)('%s is found', async (_what, rule, subject, change) => {
  const faults = await faultsWith(change);
  expect(faults).toContainEqual(expect.objectContaining({ rule, subject }));
});

test('each rule is proven by a change that breaks that rule alone', async () => {
  const alone = new Set<SchemaRule>();
  for (const [, rule, , change] of bad) {
    const faults = await faultsWith(change);
    if (faults.every((fault) => fault.rule === rule)) alone.add(rule);
  }
  expect([...alone].sort()).toEqual([...new Set(bad.map(([, rule]) => rule))].sort());
});
