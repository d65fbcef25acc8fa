import { EventLog, IdentityStore, UnitOfWork } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { EXPORT_LISTS } from '../src/exports/lists/index.ts';
import { PERMISSIONS } from '../src/platform/permissions/permissions.ts';
import { eventually, openSession, startTestApp, type TestApp } from './harness/index.ts';
import { readWorkbook } from './harness/read-workbook.ts';

let app: TestApp;
let a: SeededWorkspace;
let b: SeededWorkspace;
let owner: string;
let viewer: string;

beforeAll(async () => {
  app = await startTestApp();
  const get = app.app.get.bind(app.app);
  const parts = { unitOfWork: get(UnitOfWork), identity: get(IdentityStore), events: get(EventLog) };
  ({ a, b } = await seedTwoWorkspaces(parts));
  await app.sql(`update roles set permissions = $1 where key = 'owner'`, [PERMISSIONS]);
  [owner, viewer] = [await openSession(app, a.ownerAccountId), await openSession(app, a.viewerAccountId)];
});
afterAll(() => app.stop());

const PERIOD = '&from=2026-01-01&to=2026-12-31';
const address = (file: string, more = '') => `${app.url}/exports/${file}?workspace=${a.slug}${more}`;
const get = (file: string, more = '', cookie = owner) => fetch(address(file, more), { headers: { cookie } });
const filterOf = (filter: object) => `&filter=${encodeURIComponent(JSON.stringify(filter))}`;

async function rowsOf(file: string, more = '', cookie = owner): Promise<Record<string, string>[]> {
  const answer = await get(file, more, cookie);
  if (answer.status !== 200) throw new Error(`${await answer.text()} ${app.log.errors}`);
  return parse(Buffer.from(await answer.arrayBuffer()), { bom: true, columns: true, relax_quotes: false });
}
const sheetOf = async (file: string) => {
  const [sheet] = await readWorkbook(Buffer.from(await (await get(file)).arrayBuffer()));
  return sheet!.rows;
};
const asRole = async (permissions: readonly string[], own = false) => {
  await app.sql(`update roles set permissions = $1, own_records_only = $3 where workspace_id = $2 and key = 'viewer'`, [
    permissions,
    a.workspaceId,
    own,
  ]);
  await app.sql(`select pg_notify('dangol_sessions', 'role:' || $1)`, [a.workspaceId]);
  viewer = await openSession(app, a.viewerAccountId);
};

describe('every list', () => {
  it.each([...EXPORT_LISTS.keys()])('%s comes as CSV and as a workbook, with the same rows', async (key) => {
    const asked = key.startsWith('sla-') ? filterOf({ from: '2026-01-01', to: '2026-12-31' }) : PERIOD;
    const csv = await rowsOf(`${key}.csv`, asked);
    const answer = await get(`${key}.xlsx`, asked);
    const book = Buffer.from(await answer.arrayBuffer());
    expect(answer.status).toBe(200);
    const [sheet, about] = await readWorkbook(book);
    const [headers, ...rows] = sheet!.rows;
    const expected = csv.length + (key === 'audit' ? 1 : 0); // the first file is in the log by then
    expect(about?.name).toBe('About');
    expect(about?.rows).toContainEqual(['Rows', String(expected)]);
    expect(rows.length).toBe(expected);
    if (csv[0]) expect(headers).toEqual(Object.keys(csv[0]));
    const [made] = await app.sql<{ data: { rows: number; complete: boolean } }>(
      `select data from events where workspace_id = $1 and verb = 'export.made' order by position desc limit 1`,
      [a.workspaceId],
    );
    expect(made?.data).toMatchObject({ list: key, format: 'xlsx', rows: expected, complete: true });
  });
});

describe('what a cell says', () => {
  it('texts cannot be run, numbers stay numbers, lines and quotes survive', async () => {
    await app.sql(`update buyers set name = $2, company = $3, web_site = null where workspace_id = $1 and id = $4`, [
      ...[a.workspaceId, '=HYPERLINK("http://evil")', 'Lumo "A"\nKft, 한국'],
      a.buyerId,
    ]);
    await app.sql(`update buyer_contacts set phone = '+821012345678' where workspace_id = $1`, [a.workspaceId]);
    const [row] = await rowsOf('buyers.csv');
    expect(row).toMatchObject({ Name: `'=HYPERLINK("http://evil")`, Company: 'Lumo "A"\nKft, 한국' });
    expect(row?.['Telephone']).toBe("'+821012345678");
    const [, first] = await sheetOf('buyers.xlsx');
    expect(first).toContain('=HYPERLINK("http://evil")'); // a text cell of a workbook is never run
    expect(first).toContain('+821012345678');
  });

  it('headers name the zone and the currency, in the language of the caller; the mark is there, lines end with CRLF', async () => {
    const english = Buffer.from(await (await get('buyers.csv')).arrayBuffer());
    expect(english.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const [line] = english.toString('utf8').split('\r\n');
    expect(line).toContain('Last order (Asia/Seoul)');
    expect(line).toContain('Paid total (USD)');
    await app.sql(`update identity.accounts set language = 'ko' where id = $1`, [a.ownerAccountId]);
    const answer = await get('buyers.csv', '', await openSession(app, a.ownerAccountId));
    expect((await answer.text()).split('\r\n')[0]).toContain('마지막 주문 (Asia/Seoul)');
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toMatch(
      /단골-바이어-\d{4}-\d\d-\d\d\.csv/,
    );
    await app.sql(`update identity.accounts set language = 'en' where id = $1`, [a.ownerAccountId]);
  });

  it('money is written in units of its currency with its decimals', async () => {
    const order = (currency: string, minor: number) =>
      app.sql(`update orders set currency = $2, total_minor = $3 where workspace_id = $1`, [
        a.workspaceId,
        currency,
        minor,
      ]);
    for (const [currency, minor, written] of [
      ['KRW', 1_500_000, '1500000'],
      ['USD', 124_005, '1240.05'],
      ['USD', -5, '-0.05'],
      ['KWD', 1_500, '1.500'],
    ] as const) {
      await order(currency, minor);
      const rows = await rowsOf('orders.csv');
      expect(rows.find(({ Kind }) => Kind === 'Order')).toMatchObject({ Total: written, Currency: currency });
    }
  });

  it('instants are written in the zone of the workspace', async () => {
    await app.sql(`update buyers set created_at = '2026-03-01T20:15:30Z' where workspace_id = $1`, [a.workspaceId]);
    const [row] = await rowsOf('buyers.csv');
    expect(row?.['Registered (Asia/Seoul)']).toBe('2026-03-02 05:15:30');
    const sheet = await sheetOf('buyers.xlsx');
    const at = sheet[0]!.indexOf('Registered (Asia/Seoul)');
    expect((sheet[1]![at] as Date).toISOString()).toBe('2026-03-02T05:15:30.000Z');
  });
});

describe('which rows', () => {
  it('those of the filter of the screen, and no others', async () => {
    expect(await rowsOf('buyers.csv', filterOf({ country: ['ZZ'] }))).toEqual([]);
    expect(await rowsOf('contacts.csv', filterOf({ country: ['ZZ'] }))).toEqual([]);
    expect(await rowsOf('inbox.csv', filterOf({ view: 'CLOSED' }))).toEqual([]);
    expect(await rowsOf('samples.csv', filterOf({ stage: ['DROPPED'] }))).toEqual([]);
    expect((await rowsOf('buyers.csv', '&search=no%20such%20name')).length).toBe(0);
    expect((await rowsOf('buyers.csv')).length).toBeGreaterThan(0);
  });

  it.each([
    ['{', 'no JSON'],
    ['{"grade":["D"]}', 'no such grade'],
    ['{"gradez":["A"]}', 'no such field'],
    ['[1]', 'no object'],
  ])('a filter that the screen could not send is refused: %s', async (filter) => {
    const answer = await get('buyers.csv', `&filter=${encodeURIComponent(filter)}`);
    expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([
      400,
      'BAD_USER_INPUT',
    ]);
  });

  it('never those of another workspace', async () => {
    const text = await (await get('buyers.csv')).text();
    expect(text).not.toContain(b.buyerId);
    const other = await fetch(`${app.url}/exports/buyers.csv?workspace=${b.slug}`, { headers: { cookie: owner } });
    expect(other.status).toBe(400);
  });

  it('only own records for whom only those exist, without what the role may not see', async () => {
    await asRole(['buyer:read', 'data:export'], true);
    expect(await rowsOf('buyers.csv', '', viewer)).toEqual([]);
    await asRole(['buyer:read', 'data:export']);
    const [row] = await rowsOf('buyers.csv', '', viewer);
    expect(row).toBeDefined();
    for (const column of ['Paid total (USD)', 'Annual purchase (USD)', 'E-mail', 'Telephone', 'Address'])
      expect(row).not.toHaveProperty([column]);
    const [order] = await rowsOf('orders.csv', '', viewer);
    expect(order).not.toHaveProperty('Total');
    expect((await get('contacts.csv', '', viewer)).status).toBe(403);
    expect((await get('audit.csv', '', viewer)).status).toBe(403);
    // whoever may not open the screen of a list does not get the list
    await asRole(['buyer:read', 'buyer:grade', 'workspace:read', 'data:export']);
    for (const list of ['overrides.csv', 'exchange-rates.csv'])
      expect([list, (await get(list, '', viewer)).status]).toEqual([list, 403]);
    await asRole(['grading:manage', 'report:read', 'data:export']);
    for (const list of ['overrides.csv', 'exchange-rates.csv'])
      expect([list, (await get(list, '', viewer)).status]).toEqual([list, 200]);
  });

  it('for nobody without data:export', async () => {
    await asRole(['buyer:read']);
    expect((await get('buyers.csv', '', viewer)).status).toBe(403);
    expect((await fetch(address('buyers.csv'))).status).toBe(401);
    expect((await get('nothing.csv')).status).toBe(404);
    expect((await get('buyers.pdf')).status).toBe(404);
  });
});

it('an error in the middle never looks like a whole file, and is in the log as a part', async () => {
  // The last buyers of the list have a custom number that cannot be written: the statement fails after many rows.
  await app.sql(
    `insert into buyers (workspace_id, id, name, stage_since, created_at, updated_at, address, web_site)
     select $1, gen_random_uuid(), 'Buyer ' || n, now(), now(), now(), repeat('x', 2000), 'https://example.com' from generate_series(1, 5000) n`,
    [a.workspaceId],
  );
  await app.sql(`create function public.fails(text) returns text language plpgsql as $f$ begin
    if $1 = 'Buyer 5000' then raise exception 'broken in the middle'; end if; return $1; end $f$`);
  const list = EXPORT_LISTS.get('buyers')!;
  const rows = list.rows.bind(list);
  const broken = jest.spyOn(list, 'rows').mockImplementation(async (asked) => {
    const all = await rows(asked);
    return {
      ...all,
      columns: [...all.columns, { header: { ko: 'x', en: 'x' }, kind: 'text', sql: 'public.fails(b.name)' }],
    };
  });
  for (const file of ['buyers.csv', 'buyers.xlsx']) {
    await expect(
      get(file).then((answer) => (answer.status === 200 ? answer.arrayBuffer() : answer.json())),
    ).rejects.toThrow();
  }
  broken.mockRestore();
  const made = await eventually(
    () =>
      app.sql<{ data: object }>(
        `select data from events where workspace_id = $1 and verb = 'export.made' and data ->> 'complete' = 'false' order by position`,
        [a.workspaceId],
      ),
    (found) => found.length === 2,
  );
  expect(made.map(({ data }) => data)).toMatchObject([{ format: 'csv' }, { format: 'xlsx' }]);
  const whole = await rowsOf('buyers.csv'); // and the next one is whole
  expect(whole.length).toBeGreaterThan(5000);
});

it('a reader who goes away gives the connection back', async () => {
  for (let round = 0; round < 8; round += 1) {
    const stop = new AbortController();
    const answer = await fetch(address('buyers.csv'), { headers: { cookie: owner }, signal: stop.signal });
    expect(answer.status).toBe(200);
    stop.abort();
  }
  const rows = await eventually(
    () => rowsOf('buyers.csv').catch(() => []),
    (found) => found.length > 5000,
  );
  expect(rows.length).toBeGreaterThan(5000);
});

it('says beforehand whether a file would come', async () => {
  const asked = await get('buyers.xlsx', '&check=true');
  expect([asked.status, await asked.json()]).toEqual([200, { ok: true }]);
  expect((await get('buyers.csv', '&check=true&filter=x')).status).toBe(400);
});

it('the log names conditions, never what they were', async () => {
  await rowsOf('buyers.csv', `${filterOf({ country: ['HU'] })}&search=Secret`);
  const [made] = await app.sql<{ data: unknown }>(
    `select data from events where workspace_id = $1 and verb = 'export.made' order by position desc limit 1`,
    [a.workspaceId],
  );
  expect(made?.data).toMatchObject({ list: 'buyers', format: 'csv', filters: ['country', 'search'] });
  expect(JSON.stringify(made)).not.toContain('Secret');
});
