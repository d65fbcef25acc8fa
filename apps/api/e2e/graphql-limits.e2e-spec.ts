import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import request from 'supertest';
import { FixedClock, graphql, headersOf, newWorkspace, ok, startTestApp } from './harness/index.ts';
import type { TestApp, TestWorkspace } from './harness/index.ts';

const PERSISTED = '{ viewer { account { email } } }';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const folder = mkdtempSync(join(tmpdir(), 'dangol-manifest-'));
const manifest = join(folder, 'persisted-operations.json');
const clock = new FixedClock('2026-03-02T00:00:00Z');
let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  writeFileSync(manifest, JSON.stringify({ [sha256(PERSISTED)]: PERSISTED }));
  app = await startTestApp({
    clock,
    env: {
      NODE_ENV: 'production',
      PERSISTED_OPERATIONS_FILE: manifest,
      GRAPHQL_MAX_COST: '600',
      GRAPHQL_MAX_DEPTH: '8',
      RATE_LIMIT_PER_MINUTE: '50',
    },
  });
  workspace = await newWorkspace(app);
});
afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => clock.advance(60_000)); // a fresh minute for the rate limit

async function refusal(
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Record<string, unknown> | undefined> {
  const { errors } = await graphql(app, workspace.owner, query, variables);
  return errors?.[0]?.extensions;
}

const tooLarge = (limit: string): object => ({ code: 'OPERATION_TOO_LARGE', limit });

test('depth counts levels of fields, through fragments too; the schema itself is not counted', async () => {
  const strict = await startTestApp({ clock, databaseUrl: app.databaseUrl, env: { GRAPHQL_MAX_DEPTH: '3' } });
  try {
    const code = async (query: string) => (await graphql(strict, workspace.owner, query)).errors?.[0]?.extensions;
    expect(await code('{ viewer { current { slug } } }')).toBeUndefined();
    expect(await code('{ __type(name: "Query") { fields { type { ofType { ofType { kind } } } } } }')).toBeUndefined();
    expect(await code('{ inbox(first: 1) { edges { node { id } } } }')).toMatchObject({
      ...tooLarge('depth'),
      max: 3,
      actual: 4,
    });
    expect(
      await code(
        '{ inbox(first: 1) { ...E } } fragment E on InboxConnection { edges { ...N } } fragment N on InboxEdge { node { id } }',
      ),
    ).toMatchObject(tooLarge('depth'));
    expect(await code('{ inbox(first: 1) { ... on InboxConnection { edges { node { id } } } } }')).toMatchObject(
      tooLarge('depth'),
    );
  } finally {
    await strict.stop();
  }
});

test('cost counts the rows that are asked for, wherever their number stands', async () => {
  const inbox = 'query ($n: Int! = 100) { inbox(first: $n) { edges { node { id } } } }';
  expect(await refusal(inbox)).toBeUndefined();
  const many = (n: string): string => {
    const fields = ['a', 'b', 'c', 'd'].map((alias) => `${alias}: inbox(first: ${n}) { edges { node { id } } }`);
    return `query ${n === '$n' ? '($n: Int! = 100) ' : ''}{ ${fields.join(' ')} }`;
  };
  expect(await refusal(many('100'))).toMatchObject({ ...tooLarge('cost'), max: 600 });
  expect(await refusal(many('$n'))).toMatchObject(tooLarge('cost'));
  expect(await refusal(many('$n'), { n: 10 })).toBeUndefined();
  expect(await refusal(many('$n'), { n: 99 })).toMatchObject(tooLarge('cost')); // the cheap one before is not remembered for it
  expect(await refusal(many('10'))).toBeUndefined();
});

test('fragments that double at each level are measured at once and refused', async () => {
  const levels = 40;
  const fragments = Array.from({ length: levels }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
  const query = `{ ...F0 } ${fragments.join(' ')} fragment F${levels} on Query { members { id } }`;
  expect(await refusal(query)).toMatchObject({ code: 'OPERATION_TOO_LARGE' });
});

test('aliases and root fields', async () => {
  const aliases = (n: number): string =>
    `{ viewer { ${Array.from({ length: n }, (_, i) => `a${i}: account { id }`).join(' ')} } }`;
  expect(await refusal(aliases(30))).toBeUndefined();
  expect(await refusal(aliases(31))).toMatchObject({ ...tooLarge('aliases'), max: 30, actual: 31 });
  const roots = Array.from({ length: 21 }, (_, i) => `r${i}: viewer { account { id } }`).join(' ');
  expect(await refusal(`{ ${roots} }`)).toMatchObject({ ...tooLarge('rootFields'), max: 20, actual: 21 });
});

test('tokens: the parser stops long before validation', async () => {
  const { errors } = await graphql(app, workspace.owner, `{ ${'viewer { __typename } '.repeat(2000)} }`);
  expect(errors?.[0]).toMatchObject({
    extensions: { code: 'GRAPHQL_PARSE_FAILED' },
    message: expect.stringContaining('4000 tokens'),
  });
});

test('batches are refused', async () => {
  const batch = [{ query: PERSISTED }, { query: PERSISTED }];
  const response = await request(app.url).post('/graphql').set(headersOf(workspace.owner)).send(batch);
  expect(response.status).toBe(400);
  expect(response.body.errors[0].message).toContain('batching');
});

test('bodies over 1 MB and broken JSON are answered in the shape of GraphQL', async () => {
  const big = await request(app.url)
    .post('/graphql')
    .send({ query: PERSISTED, variables: { x: 'x'.repeat(1024 * 1024) } });
  expect([big.status, big.body.errors[0].extensions.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  const broken = await request(app.url)
    .post('/graphql')
    .set('content-type', 'application/json')
    .send('{"query": "{ viewer');
  expect([broken.status, broken.body.errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
  expect(JSON.stringify(broken.body)).not.toContain('viewer');
});

test('simple requests of other sites are stopped before anything runs', async () => {
  const response = await request(app.url).get('/graphql').query({ query: PERSISTED });
  expect(response.status).toBe(400);
  expect(response.body.errors[0].message).toContain('CSRF');
  const form = await request(app.url)
    .post('/graphql')
    .type('text/plain')
    .send(JSON.stringify({ query: PERSISTED }));
  expect(form.status).toBeGreaterThanOrEqual(400);
  expect(form.body.data).toBeUndefined();
});

test('in production strangers learn nothing about the schema, the signed-in do', async () => {
  const stranger = await graphql(app, null, getIntrospectionQuery());
  expect(stranger.errors?.[0]?.extensions.code).toBe('INTROSPECTION_DISABLED');
  const hidden = await graphql(
    app,
    null,
    '{ v: viewer { account { id } } ...S } fragment S on Query { __schema { types { name } } }',
  );
  expect(hidden.errors?.[0]?.extensions.code).toBe('INTROSPECTION_DISABLED');
  expect(hidden.data).toBeNull();
  const signedIn = await graphql<{ __schema: unknown }>(app, workspace.owner, getIntrospectionQuery());
  expect(signedIn.data?.__schema).toBeDefined();
  const again = await graphql(app, null, getIntrospectionQuery()); // the signed-in one's measure is not the stranger's permission
  expect(again.errors?.[0]?.extensions.code).toBe('INTROSPECTION_DISABLED');
  const typo = await graphql(app, null, '{ viewr { account { id } } }');
  expect(typo.errors?.[0]?.message).not.toContain('viewer');
});

test('persisted operations run by hash; unknown hashes do not, and nobody can add one', async () => {
  const send = (hash: string, query?: string) =>
    request(app.url)
      .post('/graphql')
      .set(headersOf(workspace.owner))
      .send({ ...(query ? { query } : {}), extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });
  expect((await send(sha256(PERSISTED))).body).toEqual({
    data: { viewer: { account: { email: workspace.owner.email } } },
  });
  const own = '{ viewer { account { name } } }';
  expect((await send(sha256(own))).body.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  await send(sha256(own), own);
  expect((await send(sha256(own))).body.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
});

test('each caller has its own requests per minute', async () => {
  const other = await newWorkspace(app);
  for (let i = 0; i < 50; i += 1) await ok(app, workspace.owner, PERSISTED);
  const { response, errors } = await graphql(app, workspace.owner, PERSISTED);
  expect(response.status).toBe(429);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 60 });
  expect(await ok(app, other.owner, PERSISTED)).toBeTruthy();
  clock.advance(60_000);
  expect(await ok(app, workspace.owner, PERSISTED)).toBeTruthy();
});

test('what breaks inside is INTERNAL without a word about why, and is in the log', async () => {
  const secret = randomBytes(8).toString('hex');
  await app.sql(`alter table api_keys rename to "t_${secret}"`);
  const { errors, response } = await graphql(app, workspace.owner, '{ apiKeys { id } }');
  await app.sql(`alter table "t_${secret}" rename to api_keys`);
  expect(errors?.[0]).toMatchObject({ message: 'Something went wrong on our side', extensions: { code: 'INTERNAL' } });
  expect(JSON.stringify(errors)).not.toMatch(/relation|stack|sql/i);
  const logged = app.log.records.find((line) => line['msg'] === 'operation failed');
  expect(logged).toMatchObject({
    level: 'error',
    requestId: response.headers['x-request-id'],
    err: { code: '42P01' },
    path: 'apiKeys',
  });
});
