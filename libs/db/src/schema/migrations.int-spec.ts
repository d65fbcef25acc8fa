import pg from 'pg';
import { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.ts';
import { newId } from '../ids.ts';
import { migrate, undoMigrations } from '../migrate.ts';
import { MIGRATIONS } from '../migrations/index.ts';
import { availableServers, startOwnServer } from '../testing/own-server.ts';
import { seedTwoWorkspaces } from '../testing/index.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { findSchemaFaults } from './schema-rules.ts';

/** Everything in the schema that a migration could have left or forgotten, as text that can be compared. */
const SNAPSHOT = `
  select concat_ws(' ', 'table', c.oid::regclass, c.relkind, c.relacl, c.relowner::regrole, c.relrowsecurity, c.relforcerowsecurity) as item
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'identity', 'queue', 'search', 'jobs')
  union all
  select concat_ws(' ', 'column', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid))
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where n.nspname in ('public', 'identity', 'queue', 'search') and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
  union all
  select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(k.oid))
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace where n.nspname in ('public', 'identity', 'queue', 'search') and conrelid <> 0
  union all
  select concat_ws(' ', 'index', indexdef) from pg_indexes where schemaname in ('public', 'identity', 'queue', 'search')
  union all
  select concat_ws(' ', 'policy', tablename, policyname, roles, cmd, qual, with_check)
    from pg_policies where schemaname in ('public', 'identity', 'queue', 'search')
  union all
  select concat_ws(' ', 'function', p.oid::regprocedure, p.proowner::regrole, p.proacl, md5(p.prosrc))
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'identity', 'queue', 'search')
  union all
  select concat_ws(' ', 'schema', nspname, nspowner::regrole, nspacl)
    from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
  order by 1`;

describe.each(availableServers().map((server) => [server.name, server] as const))(
  'migrations on %s',
  (_name, available) => {
    let url: string;
    let owner: pg.Client;
    let stop: () => Promise<void>;

    beforeAll(async () => {
      const server = await startOwnServer(available);
      stop = server.stop;
      // As in production: a login that may make roles and owns the database, and is no superuser.
      const admin = new pg.Client({ connectionString: server.urlOf('postgres') });
      await admin.connect();
      await admin.query(`create role dangol_owner login createrole password 'owner'`);
      await admin.query('create database dangol owner dangol_owner');
      await admin.end();
      const address = new URL(server.urlOf('dangol'));
      [address.username, address.password] = ['dangol_owner', 'owner'];
      url = address.href;
      owner = new pg.Client({ connectionString: url });
      await owner.connect();
    }, 30_000);
    afterAll(async () => {
      await owner.end();
      await stop();
    });

    const snapshot = async () => (await owner.query<{ item: string }>(SNAPSHOT)).rows.map((row) => row.item);
    // TypeORM's own record of what ran stays when everything has been undone.
    const ours = (items: string[]) => items.filter((item) => !/ (migrations|"PK_)/.test(item));

    test('run forward, back to nothing, and forward again to the same schema', async () => {
      const empty = await snapshot();
      await migrate(url);
      const forward = await snapshot();
      expect(forward.length).toBeGreaterThan(empty.length + 200);
      await undoMigrations(url);
      expect(ours(await snapshot()).map(withoutGrants)).toEqual(empty.map(withoutGrants));
      await migrate(url);
      expect(await snapshot()).toEqual(forward);
    }, 30_000);

    test('of buyers reach the rows of every workspace, although their owner is bound by row-level security too', async () => {
      await undoMigrations(url);
      await migrateTo(url, 'Assistant1763800000005');
      const made = await fillAsOfIssueTwo(url);
      await migrate(url);
      for (const { workspaceId, buyerId } of made) {
        await owner.query('begin');
        await owner.query(`select set_config('role', 'dangol_app', true), set_config('app.workspace_id', $1, true)`, [
          workspaceId,
        ]);
        const { rows } = await owner.query(
          `select b.stage, b.stage_since = b.created_at as "since", b.computed_grade as grade, b.score::text, b.provisional,
             (select array_agg(cause) from stage_changes where buyer_id = $1) as causes,
             (select permissions from roles where key = 'finance') as finance, (select permissions from roles where key = 'own') as own
           from buyers b where b.id = $1`,
          [buyerId],
        );
        await owner.query('rollback');
        const added = ['product:read', 'data:export', 'announcement:read'];
        const finance = ['inbox:read', 'money:read', 'contact:read', 'sample:read', 'report:read', ...added];
        const graded = { stage: 'new', since: true, grade: 'B', score: '55.50', provisional: true };
        expect(rows).toEqual([{ ...graded, causes: ['registered'], finance, own: ['inbox:read'] }]);
      }
      await undoMigrations(url);
      await migrate(url);
    }, 60_000);

    test('of the catalogue and of attachments keep products and files, and ask for contents to be moved', async () => {
      await migrate(url);
      await undoTo(url, 'Assistant1763800000005');
      const made = await fillAsOfIssueTwo(url);
      await migrateTo(url, 'Board1763800000011');
      for (const ids of made) await addFileAndProduct(owner, ids);
      await migrate(url);
      for (const { workspaceId, buyerId } of made) {
        await owner.query('begin');
        await owner.query(`select set_config('role', 'dangol_app', true), set_config('app.workspace_id', $1, true)`, [
          workspaceId,
        ]);
        const { rows } = await owner.query(
          `select p.code, p.version, p.status, p.updated_at = p.created_at as same, position('세럼' in p.search_text) > 0 as found,
             f.buyer_id = $1 as kept, f.name, f.content, f.product_id, w.setup
           from products p, attachments f, workspaces w`,
          [buyerId],
        );
        await owner.query('rollback');
        const product = { code: 'serum', version: 1, status: 'active', same: true, found: true };
        const file = { kept: true, name: 'card.txt', content: Buffer.from('card'), product_id: null };
        expect(rows).toEqual([{ ...product, ...file, setup: { hidden: true } }]);
      }
      const { rows: jobs } = await owner.query<{ workspaceId: string }>(
        `select payload ->> 'workspaceId' as "workspaceId" from jobs._private_jobs j join jobs._private_tasks t on t.id = j.task_id
         where t.identifier = 'attachment-move-contents'`,
      );
      expect(jobs.map(({ workspaceId }) => workspaceId).sort()).toEqual(
        made.map(({ workspaceId }) => workspaceId).sort(),
      );
      await undoMigrations(url);
      await migrate(url);
    }, 60_000);

    test('of the clocks turn targets into a list per measure and back, give marketplaces their day, and have the past derived', async () => {
      await migrate(url);
      await undoTo(url, 'Assistant1763800000005');
      const made = await fillAsOfIssueTwo(url);
      await migrateTo(url, 'Outreach1763800000015');
      const ids = made.map(({ workspaceId }) => workspaceId);
      const old = {
        version: 1,
        defaultMinutes: { A: 30, B: 60, C: 90 },
        channelMinutes: { alibaba: { A: 10, B: 20, C: 30 } },
        levelCountsAs: { L4: 'A' },
      };
      for (const id of ids) await addTargetsAndChannels(owner, id, old);
      await migrate(url);
      const read = async (id: string) => {
        await owner.query('begin');
        await owner.query(`select set_config('role', 'dangol_app', true), set_config('app.workspace_id', $1, true)`, [
          id,
        ]);
        const { rows } = await owner.query<{ policy: object }>(`select policy from sla_policies`);
        await owner.query('rollback');
        return rows.map(({ policy }) => policy);
      };
      const nothing = { standard: null, channels: {}, platforms: {} };
      for (const id of ids) {
        const first = { standard: old.defaultMinutes, channels: {}, platforms: old.channelMinutes };
        const { levelCountsAs } = old;
        expect(await read(id)).toEqual([{ version: 1, first, next: nothing, resolution: nothing, levelCountsAs }]);
        await owner.query('begin');
        await owner.query(`select set_config('role', 'dangol_app', true), set_config('app.workspace_id', $1, true)`, [
          id,
        ]);
        const { rows } = await owner.query(
          `select platform, platform_zone as zone, mean_target_minutes as minutes from channels order by platform`,
        );
        await owner.query('rollback');
        expect(rows).toEqual([
          { platform: 'alibaba', zone: 'America/Los_Angeles', minutes: 240 },
          { platform: 'aliexpress', zone: 'America/Los_Angeles', minutes: 720 },
          { platform: 'email', zone: null, minutes: 240 },
        ]);
      }
      const { rows: jobs } = await owner.query<{ id: string }>(
        `select payload ->> 'workspaceId' as id from jobs._private_jobs j join jobs._private_tasks t on t.id = j.task_id where t.identifier = 'derive-clocks'`,
      );
      expect(jobs.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
      await undoTo(url, 'Outreach1763800000015');
      for (const id of ids) expect(await read(id)).toEqual([old]);
      await undoMigrations(url);
      await migrate(url);
    }, 60_000);

    test('that have run are not run again, also when two processes try at once', async () => {
      const before = await snapshot();
      await Promise.all([migrate(url), migrate(url)]);
      expect(await snapshot()).toEqual(before);
      const { rows } = await owner.query<{ name: string }>('select name from migrations order by id');
      expect(rows.map((row) => row.name)).toEqual(MIGRATIONS.map((migration) => migration.name));
    });

    test('give the schema that the rules ask for, owned by a login that is no superuser', async () => {
      expect(await findSchemaFaults(owner)).toEqual([]);
    });

    test('give a schema that both workspaces work in', async () => {
      const db = await openTestDatabase(url);
      try {
        const { a, b } = await seedTwoWorkspaces(db);
        for (const ctx of [a, b]) {
          expect(await db.database.query(ctx, 'select slug from workspaces')).toEqual([{ slug: ctx.slug }]);
          for (const [ownRecordsOf, ids] of [
            [null, [ctx.buyerId]],
            [ctx.ownerId, [ctx.buyerId]],
            [ctx.viewerId, []],
          ] as const)
            expect(
              await db.database.query({ ...ctx, ownRecordsOf }, `select search_buyers('buyer of') as ids`),
            ).toEqual([{ ids }]);
          expect(await db.events.readAfter(ctx, '0', 10)).toHaveLength(1);
          await db.unitOfWork.run(ctx, () => db.jobs.enqueue(ctx, { task: 'probe', payload: {} }));
        }
        expect((await db.identity.findCredentials(a.ownerEmail))?.accountId).toBe(a.ownerAccountId);
        // Forced: not even the owner of the tables sees rows without a workspace.
        expect((await owner.query('select from buyers')).rowCount).toBe(0);
      } finally {
        await db.close();
      }
    });
  },
);

/** Runs the migrations up to and including the one named. */
async function migrateTo(url: string, last: string): Promise<void> {
  const { options } = createDataSource({ url, poolSize: 2 });
  const upTo = MIGRATIONS.slice(0, MIGRATIONS.findIndex(({ name }) => name === last) + 1);
  const source = await new DataSource(Object.assign({}, options, { migrations: upTo })).initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

/** Undoes the migrations after the one named; the queue stays, as it is where a newer version is installed over an older one. */
async function undoTo(url: string, last: string): Promise<void> {
  const source = await createDataSource({ url, poolSize: 2 }).initialize();
  try {
    for (let n = MIGRATIONS.findIndex(({ name }) => name === last) + 1; n < MIGRATIONS.length; n += 1)
      await source.undoLastMigration();
  } finally {
    await source.destroy();
  }
}

/** Two workspaces as the second issue left them: a graded buyer, a role that came with the workspace, one made by hand. */
async function fillAsOfIssueTwo(url: string): Promise<{ workspaceId: string; buyerId: string }[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const made = [0, 1].map(() => ({ workspaceId: newId(), buyerId: newId() }));
  for (const { workspaceId, buyerId } of made) {
    await client.query('begin');
    await client.query(`select set_config('app.workspace_id', $1, true)`, [workspaceId]);
    await client.query(
      `insert into workspaces (id, slug, name, time_zone, base_currency, language, created_at)
       values ($1, $2, 'Old', 'Asia/Seoul', 'USD', 'ko', now())`,
      [workspaceId, `old-${workspaceId}`],
    );
    await client.query(
      `insert into roles (workspace_id, id, key, permissions, created_at) values
         ($1, gen_random_uuid(), 'finance', '{inbox:read,money:read}', now()), ($1, gen_random_uuid(), 'own', '{inbox:read}', now())`,
      [workspaceId],
    );
    await client.query(
      `insert into buyers (workspace_id, id, name, grade, grading, created_at, updated_at)
       values ($1, $2, 'Old', 'B', '{"score": 55.5, "provisional": true}', now() - interval '1 year', now())`,
      [workspaceId, buyerId],
    );
    await client.query('commit');
  }
  await client.end();
  return made;
}

/** Targets as they were before each measure had its own, and channels of two marketplaces and a mailbox. */
async function addTargetsAndChannels(client: pg.Client, workspaceId: string, policy: object) {
  await client.query('begin');
  await client.query(`select set_config('role', 'dangol_app', true), set_config('app.workspace_id', $1, true)`, [
    workspaceId,
  ]);
  await client.query(
    `insert into sla_policies (workspace_id, id, version, policy, created_at) values ($1, gen_random_uuid(), 1, $2, now())`,
    [workspaceId, policy],
  );
  await client.query(
    `insert into channels (workspace_id, id, name, kind, platform, signing_secret, created_at)
     select $1, gen_random_uuid(), platform, 'webhook', platform, '', now() from unnest('{alibaba,aliexpress,email}'::text[]) platform`,
    [workspaceId],
  );
  await client.query('commit');
}

/** What the third issue let a workspace keep: a product by its slug, and a file of a buyer with its content. */
async function addFileAndProduct(
  client: pg.Client,
  { workspaceId, buyerId }: { workspaceId: string; buyerId: string },
) {
  await client.query('begin');
  await client.query(`select set_config('role', 'dangol_app', true), set_config('app.workspace_id', $1, true)`, [
    workspaceId,
  ]);
  await client.query(
    `insert into products (workspace_id, id, slug, names, created_at) values ($1, gen_random_uuid(), 'serum', '{"ko": "세럼"}', now())`,
    [workspaceId],
  );
  await client.query(
    `insert into buyer_files (workspace_id, id, buyer_id, name, content_type, size_bytes, sha256, content, created_at)
     values ($1, gen_random_uuid(), $2, 'card.txt', 'text/plain', 4, '', 'card', now())`,
    [workspaceId, buyerId],
  );
  await client.query('commit');
}

/** Rights on schema public come and go with `revoke`, which leaves their absence written out. */
function withoutGrants(item: string): string {
  return item.startsWith('schema public') ? item.replace(/\{.*\}$/, '') : item;
}
