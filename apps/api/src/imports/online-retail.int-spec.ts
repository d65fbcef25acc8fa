import { isRefused } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { memberContext } from '../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { ImportDriver } from './imported-file.fixture.ts';
import { ImportsModule } from './index.ts';
import { StartImportUseCase } from './start-import.use-case.ts';
import { UndoImportUseCase } from './undo-import.use-case.ts';

const NOW = '2012-01-10T09:00:00Z';
const FILE = resolve(import.meta.dirname, 'fixtures/online-retail-orders.csv.gz');

let wired: WiredFeatures;
let a: SeededWorkspace;
let driver: ImportDriver;
let admin: pg.Client;
let csv: string;
beforeAll(async () => {
  wired = await wireFeatures(NOW, [ImportsModule]);
  ({ a } = await seedTwoWorkspaces(wired.db));
  driver = new ImportDriver(wired, memberContext(a));
  admin = new pg.Client({ connectionString: wired.db.url });
  await admin.connect();
  csv = gunzipSync(await readFile(FILE)).toString('utf8');
  await admin.query(`update workspaces set base_currency = 'GBP', time_zone = 'Europe/London' where id = $1`, [
    a.workspaceId,
  ]);
});
afterAll(async () => {
  await admin.end();
  await wired.close();
});

const run = async (id: string): Promise<void> => {
  expect(isRefused(await wired.get(StartImportUseCase).run(driver.ctx, id))).toBe(false);
  await driver.work(id);
};

/** Tables that an undone import leaves traces in: its own, the log, and what counts the log's events. */
const TRACES = ['imports', 'import_rows', 'import_changes', 'import_mappings', 'events'];

/** Every row of every table of every workspace, as a digest by table. */
async function digest(): Promise<Record<string, string>> {
  const { rows: tables } = await admin.query<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.columns
     where column_name = 'workspace_id' and table_schema in ('public', 'search') order by 1`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    if (TRACES.includes(name.replace('public.', ''))) continue;
    const { rows } = await admin.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${name} t`,
    );
    digests[name] = rows[0]!.digest;
  }
  return digests;
}

/** What the file says by itself, without any of our code: buyers, and their orders that were not cancelled. */
async function plainFigures(): Promise<Record<string, { orders: number; minor: string; first: Date; last: Date }>> {
  await admin.query(`create temp table file (order_id text, buyer_id text, ordered_at timestamp, country text, currency text, kind text,
    line_count int, units int, amount numeric, cancelled_at timestamp, reverses text)`);
  const lines = csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  await admin.query(
    `insert into file select r[1], r[2], r[3]::timestamp, r[4], r[5], r[6], r[7]::int, r[8]::int, r[9]::numeric,
       nullif(r[10], '')::timestamp, nullif(r[11], '')
     from (select array(select jsonb_array_elements_text(j)) as r from jsonb_array_elements($1::jsonb) j) rows`,
    [JSON.stringify(lines)],
  );
  const { rows } = await admin.query<{ buyer: string; orders: number; minor: string; first: Date; last: Date }>(
    `select buyer_id as buyer, count(*) filter (where kind = 'order' and cancelled_at is null)::int as orders,
       coalesce(sum(round(amount * 100)) filter (where kind = 'order' and cancelled_at is null), 0)::bigint::text as minor,
       min(ordered_at at time zone 'Europe/London') filter (where kind = 'order' and cancelled_at is null) as first,
       max(ordered_at at time zone 'Europe/London') filter (where kind = 'order' and cancelled_at is null) as last
     from file group by buyer_id`,
  );
  await admin.query('drop table file');
  return Object.fromEntries(rows.map(({ buyer, ...figures }) => [buyer, figures]));
}

async function storedFigures(): Promise<Awaited<ReturnType<typeof plainFigures>>> {
  const { rows } = await admin.query<{ buyer: string; orders: number; minor: string; first: Date; last: Date }>(
    `select i.external_id as buyer, b.order_count as orders, b.paid_total_minor::text as minor, b.first_order_at as first, b.last_order_at as last
     from buyers b join buyer_identities i on i.workspace_id = b.workspace_id and i.buyer_id = b.id
     where b.workspace_id = $1 and b.import_id is not null and b.id <> $2`,
    [a.workspaceId, a.buyerId],
  );
  return Object.fromEntries(rows.map(({ buyer, ...figures }) => [buyer, figures]));
}

test('23,644 real invoices: buyers, counts, amounts, tags and stages equal the file; again changes nothing; undone leaves no trace', async () => {
  const before = await digest();
  const id = await driver.send({ name: 'online-retail-orders.csv', content: csv });
  const checked = await driver.read(id);
  expect(checked).toMatchObject({
    kind: 'orders',
    status: 'checked',
    totalRows: 23_644,
    goodRows: 23_644,
    badRows: 0,
    preview: { newBuyers: 2_971, newRecords: 23_644, knownRecords: 0, repeatedInFile: 0 },
  });
  await run(id);
  expect(await driver.read(id)).toMatchObject({
    status: 'done',
    doneRows: 23_644,
    createdRows: 23_644,
    updatedRows: 0,
    unchangedRows: 0,
    failedRows: 0,
  });
  const plain = await plainFigures();
  const stored = await storedFigures();
  expect(Object.keys(stored)).toHaveLength(2_971);
  expect(stored).toEqual(plain);
  const { rows: kinds } = await admin.query(
    `select (select count(*)::int from orders where workspace_id = $1 and import_id = $2) as orders,
       (select count(distinct buyer_id)::int from orders where workspace_id = $1 and import_id = $2) as buyers,
       (select count(*) filter (where kind = 'cancellation')::int from order_adjustments where workspace_id = $1 and import_id = $2) as cancellations,
       (select count(*) filter (where kind = 'adjustment')::int from order_adjustments where workspace_id = $1 and import_id = $2) as adjustments`,
    [a.workspaceId, id],
  );
  expect(kinds).toEqual([{ orders: 19_253, buyers: 2_928, cancellations: 4_228, adjustments: 163 }]);
  const { rows: stages } = await admin.query<{ stage: string; n: number }>(
    `select stage, count(*)::int as n from buyers where workspace_id = $1 and import_id = $2 group by stage order by stage`,
    [a.workspaceId, id],
  );
  const counts = Object.values(plain).map(({ orders }) => orders);
  expect(Object.fromEntries(stages.map(({ stage, n }) => [stage, n]))).toEqual({
    first_order: counts.filter((n) => n === 1).length,
    repeat: counts.filter((n) => n > 1).length,
    new: counts.filter((n) => n === 0).length,
  });
  const { rows: tags } = await admin.query<{ tag: string; n: number }>(
    `select data ->> 'tag' as tag, count(*)::int as n from events where workspace_id = $1 and verb = 'buyer.tag_added' group by 1 order by 1`,
    [a.workspaceId],
  );
  expect(tags).toEqual([
    { tag: 'first_order', n: counts.filter((n) => n === 1).length },
    { tag: 'repeat', n: counts.filter((n) => n > 1).length },
  ]);

  const once = await digest();
  const again = await driver.send({ name: 'again.csv', content: csv });
  expect((await driver.read(again)).preview).toMatchObject({ newBuyers: 0, newRecords: 0, knownRecords: 23_644 });
  await run(again);
  expect(await driver.read(again)).toMatchObject({
    status: 'done',
    createdRows: 0,
    updatedRows: 0,
    unchangedRows: 23_644,
  });
  expect(await digest()).toEqual(once);

  for (const one of [again, id]) {
    expect(isRefused(await wired.get(UndoImportUseCase).execute(driver.ctx, one))).toBe(false);
    await driver.work(one);
    expect((await driver.read(one)).status).toBe('undone');
  }
  expect(await digest()).toEqual(before);
}, 300_000);
