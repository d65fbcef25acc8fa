import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import request from 'supertest';
import { FixedClock, graphql, headersOf, newWorkspace, ok, startTestApp, until } from './harness/index.ts';
import type { TestApp } from './harness/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'dangol-static-'));
let web: Server;
let app: TestApp;
beforeAll(async () => {
  writeFileSync(join(folder, 'main-abc123.js'), 'console.info("page")');
  web = createServer((incoming, reply) => {
    reply.setHeader('content-type', 'text/html');
    reply.end(`<p>${incoming.method} ${incoming.url}</p>`);
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  const { port } = web.address() as AddressInfo;
  app = await startTestApp({
    env: {
      WEB_UPSTREAM: `http://127.0.0.1:${port}`,
      WEB_STATIC_DIR: folder,
      PUBLIC_URL: 'https://app.example.com',
      TRUST_PROXY: '127.0.0.1',
    },
  });
});
afterAll(async () => {
  await app.stop();
  web.close();
  rmSync(folder, { recursive: true });
});

describe('one origin', () => {
  test('pages come from the web server, its hashed files from the disk for a year', async () => {
    const page = await request(app.url).get('/ko/inbox?view=mine');
    expect([page.status, page.text]).toEqual([200, '<p>GET /ko/inbox?view=mine</p>']);
    const file = await request(app.url).get('/_next/static/main-abc123.js');
    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await request(app.url).get('/_next/static/../../package.json')).text).not.toContain('"dangol"');
  });

  test('nothing but reading goes through', async () => {
    for (const method of ['post', 'put', 'patch', 'delete'] as const) {
      const response = await request(app.url)[method]('/ko/inbox').send({});
      expect([response.status, response.body.error.code]).toEqual([404, 'NOT_FOUND']);
    }
  });

  test('while the web server is down a page says so in both languages, and the API goes on', async () => {
    const lonely = await startTestApp({ databaseUrl: app.databaseUrl, env: { WEB_UPSTREAM: 'http://127.0.0.1:1' } });
    try {
      const page = await request(lonely.url).get('/ko');
      expect(page.status).toBe(502);
      expect(page.text).toContain('화면을 불러올 수 없습니다');
      expect(page.text).toContain('The screen cannot be loaded');
      expect(await ok(lonely, null, '{ viewer { account { id } } }')).toEqual({ viewer: null });
    } finally {
      await lonely.stop();
    }
  });

  test('behind https the cookie is secure and browsers are told to stay', async () => {
    const { owner } = await newWorkspace(app);
    const { response } = await graphql(app, owner, 'mutation { signOut { sessionsClosed } }');
    expect(response.headers['set-cookie']?.[0]).toMatch(/; Secure$/);
    expect(response.headers['strict-transport-security']).toBe('max-age=31536000');
  });
});

describe('every answer', () => {
  test('has security headers and the id of its request', async () => {
    for (const path of ['/health/live', '/ko', '/graphql']) {
      const { headers } = await request(app.url).get(path).set('x-request-id', 'my-request-1');
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'x-request-id': 'my-request-1',
      });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    }
    const { headers } = await request(app.url).get('/health/live').set('x-request-id', 'bad id\twith <spaces>');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('that fails outside GraphQL is coded JSON', async () => {
    const missing = await request(app.url).post('/nowhere').send({});
    expect(missing.body.error).toMatchObject({ code: 'NOT_FOUND', requestId: missing.headers['x-request-id'] });
    const broken = await request(app.url).post('/nowhere').set('content-type', 'application/json').send('{"a": sec');
    expect(broken.body.error.code).toMatch(/^(NOT_FOUND|BAD_REQUEST)$/);
    expect(JSON.stringify(broken.body)).not.toContain('sec"');
  });
});

describe('probes', () => {
  test('live and ready', async () => {
    expect((await request(app.url).get('/health/live')).body).toEqual({ status: 'ok' });
    const ready = await request(app.url).get('/health/ready');
    expect([ready.status, ready.body]).toEqual([200, { database: 'ok', migrations: 'ok' }]);
  });

  test('not ready while the database is away or the schema old', async () => {
    const other = await startTestApp();
    try {
      await other.sql(`update migrations set name = 'Old' || name where id = (select max(id) from migrations)`);
      const old = await request(other.url).get('/health/ready');
      expect([old.status, old.body]).toEqual([503, { database: 'ok', migrations: 'pending' }]);
      const name = new URL(other.databaseUrl).pathname.slice(1);
      await app.sql(`alter database ${name} allow_connections false`);
      await app.sql(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [name]);
      const away = await request(other.url).get('/health/ready');
      expect([away.status, away.body]).toEqual([503, { database: 'unreachable', migrations: 'unknown' }]);
      expect((await request(other.url).get('/health/live')).status).toBe(200);
      await app.sql(`alter database ${name} allow_connections true`);
    } finally {
      await other.stop();
    }
  });

  test('metrics are for this machine, with names of ours only', async () => {
    await ok(app, null, 'query MadeUpName { v: viewer { account { id } } }');
    const { text, status } = await request(app.url).get('/metrics');
    expect(status).toBe(200);
    expect(text).toMatch(/dangol_http_request_seconds_count\{method="POST",route="\/graphql",status="200"\} \d+/);
    expect(text).toMatch(/dangol_graphql_operation_seconds_count\{type="query",field="viewer",outcome="ok"\} \d+/);
    expect(text).toMatch(/dangol_pool_connections\{state="idle"\} \d+/);
    expect(text).toMatch(/dangol_job_lag_seconds \d/);
    expect(text).toMatch(/dangol_jobs\{state="waiting"\} \d+/);
    expect(text).not.toContain('MadeUpName');
    const forwarded = await request(app.url).get('/metrics').set('x-forwarded-for', '203.0.113.9');
    expect([forwarded.status, forwarded.body.error.code]).toEqual([404, 'NOT_FOUND']);
    const open = await startTestApp({ databaseUrl: app.databaseUrl, env: { METRICS: 'on' } });
    expect((await request(open.url).get('/metrics').set('x-forwarded-for', '203.0.113.9')).status).toBe(200);
    await open.stop();
  });

  test('a worker answers its probes and nothing else', async () => {
    const worker = await startTestApp({ databaseUrl: app.databaseUrl, env: { DANGOL_ROLE: 'worker' } });
    try {
      expect((await request(worker.url).get('/health/ready')).status).toBe(200);
      expect((await request(worker.url).get('/metrics')).status).toBe(200);
      expect((await request(worker.url).post('/graphql').send({ query: '{ viewer { account { id } } }' })).status).toBe(
        404,
      );
      expect((await request(worker.url).post('/channels/x/messages').send({})).status).toBe(404);
    } finally {
      await worker.stop();
    }
  });
});

test('a stop lets the requests under way finish', async () => {
  const other = await startTestApp({ databaseUrl: app.databaseUrl });
  const { owner } = await newWorkspace(other);
  const locker = new pg.Client({ connectionString: app.databaseUrl });
  await locker.connect();
  await locker.query('begin; lock table api_keys');
  const answer = graphql(other, owner, '{ apiKeys { id } }');
  await until(
    async () =>
      (await app.sql(`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`))
        .length > 0,
  );
  const stopped = other.stop();
  await locker.query('commit');
  expect((await answer).data).toEqual({ apiKeys: [] });
  await stopped;
  await locker.end();
});

describe('logs', () => {
  const SECRETS = [
    'correct horse battery',
    'wr0ng-guess',
    'secret.person@example.com',
    'Subject of a secret',
    'dangol_session',
  ];

  test('have the request id, route, caller and time, and no secret, cookie, address or text', async () => {
    const quiet = await startTestApp({
      databaseUrl: app.databaseUrl,
      env: { LOG_LEVEL: 'trace' },
      clock: new FixedClock('2026-03-02T00:00:00Z'),
    });
    try {
      const { owner } = await newWorkspace(quiet);
      const email = 'secret.person@example.com';
      const signUp = `mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }`;
      const input = {
        email,
        password: 'correct horse battery',
        name: 'Person',
        workspaceName: 'Company',
        language: 'ko',
      };
      await ok(quiet, null, signUp, { input });
      const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;
      await ok(quiet, null, signIn, { input: { email, password: 'wr0ng-guess' } });
      await graphql(quiet, owner, signIn, { input: { email: 7, password: 'wr0ng-guess' } });
      await graphql(quiet, owner, 'query { conversation(id: "Subject of a secret") { id } }');
      await graphql(quiet, owner, 'query ($after: String) { inbox(after: $after) { edges { cursor } } }', {
        after: 'Subject of a secret',
      });
      await request(quiet.url).get('/graphql').query({ query: '{ x }', variables: '{"a":"Subject of a secret"}' });
      await request(quiet.url)
        .post('/graphql')
        .set('content-type', 'application/json')
        .send('{"password": "wr0ng-guess');
      await request(quiet.url).post('/nowhere?mail=secret.person@example.com').set(headersOf(owner)).send({});
      const line = quiet.log.records.find((record) => record['msg'] === 'request' && record['workspaceId']);
      expect(line).toMatchObject({
        method: 'POST',
        route: '/graphql',
        status: 200,
        actor: 'member',
        actorId: owner.memberId,
      });
      expect(line?.['requestId']).toMatch(/^[0-9a-f-]{36}$/);
      expect(quiet.log.records.filter((record) => record['msg'] === 'request').length).toBeGreaterThanOrEqual(8);
      for (const secret of [...SECRETS, owner.cookie.split('=')[1] ?? '']) expect(quiet.log.text).not.toContain(secret);
    } finally {
      await quiet.stop();
    }
  });
});
