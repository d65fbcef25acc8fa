import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request as rawRequest } from 'node:http';
import { newMember, newWorkspace, headersOf, ok, startTestApp, until } from './harness/index.ts';
import type { Session, TestApp, TestWorkspace } from './harness/index.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await newWorkspace(app);
});
afterAll(() => app.stop());

const PARTS = `status revision totalRows goodRows badRows createdRows updatedRows unchangedRows failedRows failuresPath problemCode missingFields
  preview { newBuyers newRecords knownRecords } sameFileAs { id } canUndo dependents { what }`;

interface Shown {
  status: string;
  failuresPath: string | null;
  sameFileAs: { id: string } | null;
  [field: string]: unknown;
}

const put = (id: string, body: string, who: Session = workspace.owner, query = '&kind=orders') =>
  fetch(`${app.url}/imports/${id}?workspace=${workspace.slug}&name=orders.csv${query}`, {
    method: 'PUT',
    headers: headersOf(who),
    body,
  });
const show = async (id: string): Promise<Shown> =>
  (await ok<{ import: Shown }>(app, workspace.owner, `query ($id: ID!) { import(id: $id) { ${PARTS} } }`, { id }))
    .import;
const act = (name: string, id: string) =>
  ok<Record<string, { __typename: string }>>(
    app,
    workspace.owner,
    `mutation ($id: ID!) { ${name}(id: $id) { __typename } }`,
    { id },
  );
const ended = async (id: string, ...statuses: string[]): Promise<Shown> => {
  await until(async () => statuses.includes((await show(id)).status));
  return show(id);
};
const send = async (body: string): Promise<string> => {
  const id = randomUUID();
  expect((await put(id, body)).status).toBe(201);
  expect((await ended(id, 'CHECKED', 'MAPPING', 'FAILED')).status).toBe('CHECKED');
  return id;
};
const orders = (prefix: string, count: number, badAt: readonly number[] = []): string =>
  [
    'order id,buyer id,order date,total,currency',
    ...Array.from(
      { length: count },
      (_, n) =>
        `${prefix}-${n},${prefix}-B${n % 20},2026-01-${String((n % 28) + 1).padStart(2, '0')},${badAt.includes(n) ? '=SUM(' : '12.50'},USD`,
    ),
  ].join('\n');

test('6 bad rows of 200: 194 are in, 6 come back with reasons, and the corrected file brings the rest without doubling', async () => {
  const id = await send(orders('SIX', 200, [3, 40, 41, 99, 150, 199]));
  expect(await show(id)).toMatchObject({
    totalRows: 200,
    goodRows: 194,
    badRows: 6,
    preview: { newBuyers: 20, newRecords: 194 },
  });
  await act('runImport', id);
  const done = await ended(id, 'DONE');
  expect(done).toMatchObject({ createdRows: 194, failedRows: 6, canUndo: true });
  const answer = await fetch(`${app.url}${done.failuresPath}&language=ko`, { headers: headersOf(workspace.owner) });
  const text = Buffer.from(await answer.arrayBuffer()).toString('utf8');
  const lines = text.trimEnd().split('\r\n');
  expect(lines[0]).toBe('\uFEFForder id,buyer id,order date,total,currency,가져오지 못한 이유');
  expect(lines).toHaveLength(7);
  expect(lines[1]).toContain("'=SUM(");
  const again = await send(text.replaceAll("'=SUM(", '12.50'));
  expect(await show(again)).toMatchObject({ totalRows: 6, goodRows: 6, badRows: 0 });
  await act('runImport', again);
  await ended(again, 'DONE');
  expect(
    await app.sql(
      `select count(*)::int as n, count(distinct external_id)::int as numbers from orders where external_id like 'SIX-%'`,
    ),
  ).toEqual([{ n: 200, numbers: 200 }]);
  const whole = await send(orders('SIX', 200));
  await act('runImport', whole);
  expect(await ended(whole, 'DONE')).toMatchObject({ createdRows: 0, unchangedRows: 200 });
});

test('the same file twice at once: the second waits, and nothing is doubled', async () => {
  const file = orders('TWICE', 6_000);
  const ids = await Promise.all([send(file), send(file)]);
  expect(await Promise.all(ids.map((id) => act('runImport', id)))).toEqual(
    ids.map(() => ({ runImport: { __typename: 'ImportSaved' } })),
  );
  const [one, other] = await Promise.all(ids.map((id) => ended(id, 'DONE')));
  expect([one!['createdRows'], other!['createdRows']].sort()).toEqual([0, 6_000]);
  expect(await app.sql(`select count(*)::int as n from orders where external_id like 'TWICE-%'`)).toEqual([
    { n: 6_000 },
  ]);
  expect(await app.sql(`select count(*)::int as n from buyer_identities where external_id like 'TWICE-%'`)).toEqual([
    { n: 20 },
  ]);
});

test('a file that was brought in before is told; undone it is gone, and another can be dropped', async () => {
  const file = orders('SAME', 30);
  const id = await send(file);
  await act('runImport', id);
  await ended(id, 'DONE');
  const again = await send(file);
  expect((await show(again)).sameFileAs).toEqual({ id });
  await act('cancelImport', again);
  expect((await show(again)).status).toBe('CANCELLED');
  await act('undoImport', id);
  await ended(id, 'UNDONE');
  expect(await app.sql(`select from orders where external_id like 'SAME-%'`)).toEqual([]);
});

describe('an upload', () => {
  test('is taken once, and empty, unnamed and strangers are refused', async () => {
    const id = randomUUID();
    expect((await put(id, orders('ONCE', 2))).status).toBe(201);
    expect((await put(id, orders('ONCE', 2))).status).toBe(200);
    expect((await put(randomUUID(), '')).status).toBe(400);
    const viewer = await newMember(app, workspace, 'viewer');
    expect((await put(randomUUID(), 'a,b', viewer)).status).toBe(403);
    expect((await put(randomUUID(), 'a,b', {})).status).toBe(401);
    const missing = await fetch(`${app.url}/imports/${randomUUID()}/failures.csv?workspace=${workspace.slug}`, {
      headers: headersOf(workspace.owner),
    });
    expect(missing.status).toBe(404);
  });

  test('that breaks off or says the wrong length leaves nothing', async () => {
    const before = await readdir(app.filesFolder, { recursive: true });
    const id = randomUUID();
    await new Promise<void>((done) => {
      const sending = rawRequest(`${app.url}/imports/${id}?workspace=${workspace.slug}&name=a.csv`, {
        method: 'PUT',
        headers: { ...headersOf(workspace.owner), 'content-length': '1000000' },
      });
      sending.on('error', () => done());
      sending.write('order id,total\n', () => sending.destroy());
      sending.on('close', () => done());
    });
    await until(async () => (await readdir(app.filesFolder, { recursive: true })).length === before.length);
    expect(await app.sql(`select from imports where id = $1`, [id])).toEqual([]);
  });
});
