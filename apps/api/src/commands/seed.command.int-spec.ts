import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkspacesRepository, type TenantContext } from '@dangol/db';
import { createTestDatabase, seedTwoWorkspaces, type TestDatabase } from '@dangol/db/testing';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { AppModule } from '../app.module.ts';
import { readEnv } from '../config/env.ts';
import { DEMO, DemoConflict } from '../demo/index.ts';
import { FixedClock } from '../platform/clock/clock.ts';
import { DEFAULT_ROLES } from '../platform/permissions/permissions.ts';
import { RefreshClocksUseCase } from '../sla/index.ts';
import { seedDemo } from './seed.command.ts';

/** A Wednesday, 14:12 in Seoul. */
const NOW = new Date('2026-11-25T05:12:30Z');
const SEED_TIMEOUT_MS = 300_000;
const demo: TenantContext = { workspaceId: DEMO.workspace.id, actor: { kind: 'system', id: null } };
const other: TenantContext = { workspaceId: DEMO.otherWorkspace.id, actor: { kind: 'system', id: null } };

let db: TestDatabase;
let owner: pg.Client;

function envOf({ url }: TestDatabase) {
  const DANGOL_SECRET_KEYS = `test:${Buffer.alloc(32, 7).toString('base64')}`;
  const files = { FILES_DIR: join(tmpdir(), 'dangol-seed-test') };
  return readEnv({
    ...files,
    NODE_ENV: 'test',
    DATABASE_URL: url,
    DANGOL_ROLE: 'http',
    DANGOL_SECRET_KEYS,
    LOG_LEVEL: 'silent',
  });
}

const one = async <Row>(ctx: TenantContext, sql: string): Promise<Row> => (await db.database.query<Row>(ctx, sql))[0]!;
const count = async (ctx: TenantContext, from: string): Promise<number> =>
  (await one<{ n: number }>(ctx, `select count(*)::int as n from ${from}`)).n;

/** Content of every table of the database, as its owner sees it: rows and a hash. */
async function contentOf(client: pg.Client): Promise<Record<string, string>> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'identity', 'jobs') order by 1`,
  );
  const content: Record<string, string> = {};
  for (const { name } of tables) {
    const hash = `select count(*) || ':' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as sum from ${name} t`;
    content[name] = (await client.query<{ sum: string }>(hash)).rows[0]!.sum;
  }
  return content;
}

beforeAll(async () => {
  db = await createTestDatabase();
  owner = new pg.Client({ connectionString: db.url });
  await owner.connect();
  await seedTwoWorkspaces(db); // somebody else's, which must not change
  expect(await seedDemo(envOf(db), NOW)).toEqual({ made: ['busan-parts', 'demo'], kept: [] });
}, SEED_TIMEOUT_MS);

afterAll(async () => {
  await owner.end();
  await db.drop();
});

describe('the demo workspace', () => {
  it('has staff of every role, and the printed account owns it', async () => {
    const staff = await db.database.query<{ role: string; email: string }>(
      demo,
      `select r.key as role, m.email from members m join roles r on r.workspace_id = m.workspace_id and r.id = m.role_id`,
    );
    expect(staff.map(({ role }) => role).sort()).toEqual(Object.keys(DEFAULT_ROLES).sort());
    expect(staff).toContainEqual({ role: 'owner', email: DEMO.ownerEmail });
    expect(await db.identity.findCredentials(DEMO.ownerEmail)).not.toBeNull();
  });

  it('has the knowledge base, and every inquiry word for word as a message', async () => {
    expect(await count(demo, 'knowledge_entries')).toBe(70);
    expect(await count(demo, `messages where external_id ~ '^INQ-D[0-9]{3}$' and direction = 'inbound'`)).toBe(120);
    const message = await one<{ text: string }>(demo, `select text from messages where external_id = 'INQ-D029'`);
    expect(message.text).toBe('hi price?');
    expect(await count(demo, `inbound_messages where status <> 'applied'`)).toBe(0);
  });

  it('has 200 buyers with orders that end yesterday', async () => {
    expect(await count(demo, 'buyers b where exists (select from orders o where o.buyer_id = b.id)')).toBe(200);
    const orders = await one(
      demo,
      `select count(*)::int as count, to_char(max(placed_at) at time zone 'Asia/Seoul', 'YYYY-MM-DD') as last,
         (count(*) filter (where state = 'CANCELLED' and cancelled_at is not null))::int as cancelled from orders`,
    );
    expect(orders).toEqual({ count: 1946, last: '2026-11-24', cancelled: 13 });
    expect(
      await count(
        demo,
        `orders o join conversations c on c.buyer_id = o.buyer_id where (o.external_id, c.external_id) in
      (('20610', 'INQ-D036'), ('20551', 'INQ-D104'), ('20433', 'INQ-D119'))`,
      ),
    ).toBe(3);
  });

  it('has a catalogue with its versions, and recent orders with lines that sum up to them', async () => {
    const catalogue = await one(
      demo,
      `select count(*)::int as products, (count(*) filter (where status = 'draft'))::int as drafts,
         (count(*) filter (where status = 'discontinued'))::int as discontinued,
         (count(*) filter (where launched_on > date '2026-11-25' - 90))::int as new, count(v.id)::int as versions
       from products p left join product_versions v on v.product_id = p.id and v.version = p.version`,
    );
    expect(catalogue).toEqual({ products: 22, drafts: 1, discontinued: 1, new: 3, versions: 22 });
    expect(await count(demo, 'order_lines where product_id is not null and variant_id is not null')).toBeGreaterThan(
      300,
    );
    const off = `orders o join (select order_id, sum(total_minor) as total from order_lines group by 1) l on l.order_id = o.id where l.total <> o.total_minor`;
    expect(await count(demo, off)).toBe(0);
    expect(await count(other, 'products')).toBe(3);
  });

  it('has grades of every kind, as the product computes them', async () => {
    const grades = await one<{ a: number; b: number; c: number; none: number }>(
      demo,
      `select (count(*) filter (where grade = 'A'))::int as a, (count(*) filter (where grade = 'B'))::int as b,
         (count(*) filter (where grade = 'C'))::int as c, (count(*) filter (where grading is null))::int as none
       from buyers where order_count > 0`,
    );
    expect(grades.none).toBe(0);
    expect(grades.a).toBeGreaterThanOrEqual(20);
    expect(grades.a).toBeLessThanOrEqual(30);
    expect(grades.b).toBeGreaterThanOrEqual(55);
    expect(grades.c).toBeGreaterThan(grades.b);
    expect(await count(demo, `buyers where grade = 'A' and owner_id is null`)).toBe(0);
  });

  it('has about 20 waiting: some overdue, some within the hour, of every grade', async () => {
    const waiting = await db.database.query<{ grade: string; dueMinutes: number; draft: boolean }>(
      demo,
      `select b.grade, extract(epoch from c.due_at - $1::timestamptz)::float / 60 as "dueMinutes",
         exists (select from drafts d where d.conversation_id = c.id and d.status = 'ready') as draft
       from conversations c join buyers b on b.id = c.buyer_id where c.status = 'waiting'`,
      [NOW],
    );
    expect(waiting).toHaveLength(21);
    expect(waiting.filter(({ dueMinutes }) => dueMinutes < 0)).toHaveLength(3);
    expect(waiting.filter(({ dueMinutes }) => dueMinutes >= 0 && dueMinutes < 60).length).toBeGreaterThanOrEqual(4);
    expect(new Set(waiting.map(({ grade }) => grade))).toEqual(new Set(['A', 'B', 'C']));
    expect(waiting.filter(({ draft }) => draft).length).toBeGreaterThanOrEqual(15);
  });

  it('was answered at believable speeds by several people, some with the draft', async () => {
    const means = await db.database.query<{ platform: string; hours: number }>(
      demo,
      `select ch.platform, (avg(i.response_wall_ms) / 3600000)::float as hours from inquiries i join channels ch on ch.id = i.channel_id
       where i.status = 'answered' and i.ended_at > $1::timestamptz - interval '30 days' group by 1`,
      [NOW],
    );
    const hours = Object.fromEntries(means.map((mean) => [mean.platform, mean.hours]));
    expect(hours['alibaba']).toBeLessThan(4);
    expect(hours['web_form']).toBeLessThan(4);
    expect(hours['email']).toBeGreaterThan(4.5);
    expect(hours['aliexpress']).toBeLessThan(12);
    const replies = await one<{ authors: number; assisted: number; own: number; undelivered: number }>(
      demo,
      `select count(distinct author_member_id)::int as authors, (count(*) filter (where ai_assisted))::int as assisted,
         (count(*) filter (where not ai_assisted))::int as own, (count(*) filter (where delivery_status <> 'delivered'))::int as undelivered
       from messages where direction = 'outbound'`,
    );
    expect(replies.authors).toBeGreaterThanOrEqual(4);
    expect(Math.min(replies.assisted, replies.own)).toBeGreaterThanOrEqual(30);
    expect(replies.undelivered).toBe(0);
  });

  it('has samples of five months in every stage', async () => {
    const samples = await db.database.query<{ stage: string; n: number }>(
      demo,
      `select stage, count(*)::int as n from sample_requests group by stage order by stage`,
    );
    expect(samples.map(({ stage }) => stage)).toEqual([
      ...['approved', 'arrived', 'converted', 'dropped', 'feedback', 'requested', 'sent'],
    ]);
    expect(samples.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThanOrEqual(22);
    expect(
      await count(
        demo,
        `sample_requests s where s.stage = 'converted' and not exists (
      select from orders o where o.id = s.order_id and o.buyer_id = s.buyer_id and o.paid_at > s.requested_at)`,
      ),
    ).toBe(0);
  });

  it('has buyers in every stage, where their orders put them, each with one unbroken history', async () => {
    expect(await count(demo, `(select distinct stage from buyers) s`)).toBe(7);
    expect(
      await count(
        demo,
        `buyers where stage <> 'dormant' and (stage in ('first_order', 'repeat')) <> (order_count > 0)`,
      ),
    ).toBe(0);
    const broken = `(select lag(to_stage) over w as before, from_stage, lag(changed_at) over w as since, changed_at, buyer_id
      from stage_changes window w as (partition by buyer_id order by changed_at, id)) s
      where before is distinct from from_stage or since >= changed_at`;
    expect(await count(demo, broken)).toBe(0);
    expect(
      await count(
        demo,
        `buyers b where b.stage is distinct from (
      select to_stage from stage_changes s where s.buyer_id = b.id order by changed_at desc, id desc limit 1)`,
      ),
    ).toBe(0);
  });

  it('plans with rates of two days, capacities of its own, and the goal of the source', async () => {
    expect(await count(demo, `exchange_rates where source = 'demo'`)).toBe(8);
    expect(await count(demo, 'members where capacity is not null')).toBe(3);
    const goal = await one<{ planned: string; missing: string }>(
      demo,
      `select sum((g ->> 'buyers')::bigint * (g ->> 'averageOrderMinor')::bigint)::text as planned,
         (target_minor - sum((g ->> 'buyers')::bigint * (g ->> 'averageOrderMinor')::bigint))::text as missing
       from goals, jsonb_array_elements(groups) g where year = 2026 group by target_minor`,
    );
    expect(goal).toEqual({ planned: '499500000', missing: '500000' });
  });

  it('keeps what people wrote out of the event log', async () => {
    const leaks = `events e where exists (select from messages m where length(m.text) > 8 and position(m.text in e.data::text) > 0)`;
    expect(await count(demo, leaks)).toBe(0);
    expect(await count(demo, `events where data::text ~ '@|whsec_'`)).toBe(0);
  });
});

it('keeps the second workspace apart', async () => {
  expect(await count(other, 'conversations')).toBe(6);
  expect(await count(other, `knowledge_entries where code like 'BP-%'`)).toBe(5);
  for (const table of ['conversations', 'messages', 'buyers', 'orders', 'members', 'events', 'channels'])
    expect(await count(demo, `${table} where workspace_id <> '${demo.workspaceId}'`)).toBe(0);
  expect(await count(demo, `members where email = 'owner@busan.demo'`)).toBe(0);
});

it(
  'agrees with its own logs: deriving every clock anew changes nothing',
  async () => {
    const before = await contentOf(owner);
    const clock = new FixedClock(NOW);
    const app = await NestFactory.createApplicationContext(AppModule.with({ env: envOf(db), clock }), {
      logger: false,
    });
    const conversations = await db.database.query<{ id: string }>(demo, 'select id from conversations');
    for (const { id } of conversations) await app.get(RefreshClocksUseCase).execute(demo, id, NOW);
    await app.close();
    const after = await contentOf(owner);
    for (const table of ['public.inquiries', 'public.conversations', 'public.events'])
      expect([table, after[table]]).toEqual([table, before[table]]);
  },
  SEED_TIMEOUT_MS,
);

it('leaves no job of the past behind, but those of each workspace that always wait for the next moment', async () => {
  const { rows } = await owner.query(
    `select t.identifier as task, j.payload ->> 'workspaceId' as "workspaceId" from jobs._private_jobs j join jobs._private_tasks t on t.id = j.task_id`,
  );
  const left = rows.map(({ task, workspaceId }) => `${String(workspaceId)} ${String(task)}`);
  expect(left.toSorted()).toEqual(
    [demo, other]
      .flatMap(({ workspaceId }) =>
        ['assign-conversations', 'nightly-upkeep', 'ring-alarms'].map((task) => `${workspaceId} ${task}`),
      )
      .toSorted(),
  );
});

it(
  'changes nothing when it is run again, whenever that is',
  async () => {
    const before = await contentOf(owner);
    expect(await seedDemo(envOf(db), new Date(NOW.getTime() + 3 * 86_400_000))).toEqual({
      made: [],
      kept: ['busan-parts', 'demo'],
    });
    expect(await contentOf(owner)).toEqual(before);
  },
  SEED_TIMEOUT_MS,
);

describe('in a database where its place is taken', () => {
  let taken: TestDatabase;
  beforeEach(async () => void (taken = await createTestDatabase()));
  afterEach(() => taken.drop());

  const fails = async () => {
    const client = new pg.Client({ connectionString: taken.url });
    await client.connect();
    try {
      await expect(seedDemo(envOf(taken), NOW)).rejects.toThrow(DemoConflict);
      return await contentOf(client);
    } finally {
      await client.end();
    }
  };

  it(
    'says so and leaves an account alone that has a demo e-mail',
    async () => {
      const account = { id: demo.workspaceId, name: 'Kim', passwordHash: 'x', language: 'ko', now: NOW };
      await taken.identity.createAccount({ ...account, email: 'owner@busan.demo' });
      const content = await fails();
      expect(content['identity.accounts']).toMatch(/^1:/);
      expect(content['public.workspaces']).toBe('0:');
    },
    SEED_TIMEOUT_MS,
  );

  it(
    'says so and leaves a workspace alone that has the address',
    async () => {
      const settings = { name: 'Mine', timeZone: 'Asia/Seoul', baseCurrency: 'USD', language: 'ko', createdAt: NOW };
      const mine: TenantContext = { ...demo, workspaceId: '0198f000-0000-7000-8000-000000000001' };
      await taken.unitOfWork.run(mine, () =>
        new WorkspacesRepository(taken.unitOfWork).insert(mine, { ...settings, slug: 'busan-parts' }),
      );
      const content = await fails();
      expect(content['public.workspaces']).toMatch(/^1:/);
      expect(content['identity.accounts']).toBe('0:');
    },
    SEED_TIMEOUT_MS,
  );
});
