import pg from 'pg';
import { migrate, undoMigrations } from '../migrate.ts';
import { MIGRATIONS } from '../migrations/index.ts';
import { availableServers, startOwnServer } from '../testing/own-server.ts';
import { seedTwoWorkspaces } from '../testing/index.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { findSchemaFaults } from './schema-rules.ts';

/** Everything in the schema that a migration could have left or forgotten, as text that can be compared. */
const SNAPSHOT = `
  select concat_ws(' ', 'table', c.oid::regclass, c.relkind, c.relacl, c.relowner::regrole, c.relrowsecurity, c.relforcerowsecurity) as item
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'identity', 'queue', 'jobs')
  union all
  select concat_ws(' ', 'column', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid))
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where n.nspname in ('public', 'identity', 'queue') and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
  union all
  select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(k.oid))
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace where n.nspname in ('public', 'identity', 'queue') and conrelid <> 0
  union all
  select concat_ws(' ', 'index', indexdef) from pg_indexes where schemaname in ('public', 'identity', 'queue')
  union all
  select concat_ws(' ', 'policy', tablename, policyname, roles, cmd, qual, with_check)
    from pg_policies where schemaname in ('public', 'identity', 'queue')
  union all
  select concat_ws(' ', 'function', p.oid::regprocedure, p.proowner::regrole, p.proacl, md5(p.prosrc))
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'identity', 'queue')
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

/** Rights on schema public come and go with `revoke`, which leaves their absence written out. */
function withoutGrants(item: string): string {
  return item.startsWith('schema public') ? item.replace(/\{.*\}$/, '') : item;
}
