import { EventLog, newId, UnitOfWork } from '@dangol/db';
import {
  followEvents,
  FixedClock,
  newMember,
  newWorkspace,
  ok,
  openSession,
  startTestApp,
  until,
} from './harness/index.ts';
import type { TestApp, TestWorkspace } from './harness/index.ts';

const UNAUTHORIZED = 4401;
const FORBIDDEN = 4403;

const clock = new FixedClock('2026-03-02T00:00:00Z');
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock });
});
afterAll(() => app.stop());

/** Appends events to the log as a use case does. */
async function append(from: TestApp, { workspaceId }: { workspaceId: string }, ...verbs: string[]): Promise<void> {
  const ctx = { workspaceId, actor: { kind: 'system' as const, id: null } };
  await from.app.get(UnitOfWork).run(ctx, async () => {
    for (const verb of verbs)
      from.app
        .get(EventLog)
        .append(ctx, { verb, subjectKind: 'test', subjectId: newId(), data: { secret: 'not for sockets' } });
  });
}

/** Makes a workspace and forgets the event of its making. */
async function workspaceAtPosition(): Promise<TestWorkspace & { position: string }> {
  const workspace = await newWorkspace(app);
  const [row] = await app.sql<{ position: string }>(
    'select last_event_position as position from workspaces where id = $1',
    [workspace.workspaceId],
  );
  return { ...workspace, position: row?.position ?? '' };
}

test('events arrive in order, once each, from any process', async () => {
  const second = await startTestApp({ clock, databaseUrl: app.databaseUrl });
  try {
    const workspace = await workspaceAtPosition();
    const live = followEvents(app, workspace.owner, { after: workspace.position });
    await append(second, workspace, 'one', 'two');
    expect([(await live.next()).verb, (await live.next()).verb]).toEqual(['one', 'two']);
    await append(app, workspace, 'three');
    await append(second, workspace, 'four');
    const rest = [await live.next(), await live.next()];
    expect(rest.map(({ verb }) => verb)).toEqual(['three', 'four']);
    expect(Number(rest[1]?.position) - Number(rest[0]?.position)).toBe(1);
    await live.stop();
  } finally {
    await second.stop();
  }
});

test('many sockets of one workspace each get every event in order', async () => {
  const workspace = await workspaceAtPosition();
  const sockets = Array.from({ length: 20 }, () => followEvents(app, workspace.owner, { after: workspace.position }));
  await Promise.all(sockets.map(({ connected }) => connected));
  const verbs = Array.from({ length: 20 }, (_, i) => `event ${i}`);
  const read = sockets.map(async (socket) => {
    const seen: string[] = [];
    while (seen.length < verbs.length) seen.push((await socket.next()).verb);
    return seen;
  });
  for (const verb of verbs) await append(app, workspace, verb);
  for (const seen of await Promise.all(read)) expect(seen).toEqual(verbs);
  await Promise.all(sockets.map((socket) => socket.stop()));
});

test('a reader that comes back gets everything it missed, more than one page of it', async () => {
  const workspace = await workspaceAtPosition();
  const verbs = Array.from({ length: 450 }, (_, i) => `event ${i}`);
  await append(app, workspace, ...verbs);
  const live = followEvents(app, workspace.owner, { after: workspace.position });
  const seen: string[] = [];
  while (seen.length < verbs.length) seen.push((await live.next()).verb);
  expect(seen).toEqual(verbs);
  await live.stop();
});

test('without a position events count from now', async () => {
  const workspace = await workspaceAtPosition();
  const live = followEvents(app, workspace.owner);
  let first = '';
  void live.next().then(({ verb }) => (first = verb));
  await until(async () => {
    await append(app, workspace, 'later');
    return first !== '';
  });
  expect(first).toBe('later'); // and not the making of the workspace
  await live.stop();
});

test('another workspace hears nothing, and events carry no data', async () => {
  const [mine, theirs] = [await workspaceAtPosition(), await workspaceAtPosition()];
  const live = followEvents(app, mine.owner, { after: mine.position });
  await live.connected;
  await append(app, theirs, 'theirs');
  await append(app, mine, 'mine');
  const event = await live.next();
  expect(event.verb).toBe('mine');
  expect(JSON.stringify(event)).not.toContain('not for sockets');
  await live.stop();
});

test('nobody follows without a session or key; an API key may', async () => {
  expect((await followEvents(app, null).closed).code).toBe(UNAUTHORIZED);
  expect((await followEvents(app, { token: 'dk_nonsense' }).closed).code).toBe(UNAUTHORIZED);
  const workspace = await workspaceAtPosition();
  const created = await ok<{ createApiKey: { token: string } }>(
    app,
    workspace.owner,
    `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { ... on ApiKeyCreated { token } } }`,
    { input: { id: newId(), name: 'Follower', role: 'viewer' } },
  );
  const live = followEvents(app, { token: created.createApiKey.token }, { after: workspace.position });
  expect((await live.next()).verb).toBe('api_key.created');
  await live.stop();
});

test('a page of another site cannot open a socket with the cookie', async () => {
  const { owner, position } = await workspaceAtPosition();
  await expect(followEvents(app, owner, { origin: 'https://evil.example' }).connected).rejects.toThrow();
  const own = followEvents(app, owner, { origin: app.url, after: String(Number(position) - 1) });
  expect((await own.next()).verb).toBe('workspace.created');
  await own.stop();
});

test('a role without event:read is refused on the socket as over HTTP', async () => {
  const workspace = await newWorkspace(app);
  await app.sql(`update roles set permissions = array_remove(permissions, 'event:read') where id = $1`, [
    workspace.roleIds.viewer,
  ]);
  const viewer = await newMember(app, workspace, 'viewer');
  await expect(followEvents(app, viewer).next()).rejects.toThrow('FORBIDDEN');
});

test('only subscriptions travel by socket, and limits hold there too', async () => {
  const { owner } = await newWorkspace(app);
  await expect(followEvents(app, owner, { query: '{ viewer { account { id } } }' }).next()).rejects.toThrow(
    'BAD_REQUEST',
  );
  await expect(followEvents(app, owner, { query: 'subscription { nonsense }' }).next()).rejects.toThrow(
    'GRAPHQL_VALIDATION_FAILED',
  );
  await expect(followEvents(app, owner, { query: 'subscription {' }).next()).rejects.toThrow('GRAPHQL_PARSE_FAILED');
  const aliases = Array.from({ length: 31 }, (_, i) => `a${i}: verb`).join(' ');
  const query = `subscription { workspaceEvents { ${aliases} } }`;
  await expect(followEvents(app, owner, { query }).next()).rejects.toThrow('OPERATION_TOO_LARGE');
});

test('signing out closes the sockets of that session, and only those', async () => {
  const { owner } = await newWorkspace(app);
  const other = { ...owner, cookie: await openSession(app, owner.accountId) };
  const [mine, others] = [followEvents(app, owner), followEvents(app, other)];
  await Promise.all([mine.connected, others.connected]);
  await ok(app, owner, 'mutation { signOut { sessionsClosed } }');
  expect((await mine.closed).code).toBe(UNAUTHORIZED);
  await ok(app, other, 'mutation { signOutEverywhere { sessionsClosed } }');
  expect((await others.closed).code).toBe(UNAUTHORIZED);
});

test('signing out everywhere closes sockets in other processes', async () => {
  const second = await startTestApp({ clock, databaseUrl: app.databaseUrl });
  try {
    const { owner } = await newWorkspace(app);
    const elsewhere = followEvents(second, { ...owner, cookie: await openSession(app, owner.accountId) });
    await elsewhere.connected;
    await ok(app, owner, 'mutation { signOutEverywhere { sessionsClosed } }');
    expect((await elsewhere.closed).code).toBe(UNAUTHORIZED);
  } finally {
    await second.stop();
  }
});

test('a changed role and a removal close the sockets of the member', async () => {
  const workspace = await newWorkspace(app);
  const [promoted, removed] = [await newMember(app, workspace, 'viewer'), await newMember(app, workspace, 'rep')];
  const sockets = [followEvents(app, promoted), followEvents(app, removed)] as const;
  await Promise.all(sockets.map(({ connected }) => connected));
  const change = `mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { __typename } }`;
  await ok(app, workspace.owner, change, { input: { memberId: promoted.memberId, role: 'manager' } });
  expect((await sockets[0].closed).code).toBe(FORBIDDEN);
  await ok(app, workspace.owner, 'mutation ($id: ID!) { removeMember(id: $id) { __typename } }', {
    id: removed.memberId,
  });
  expect((await sockets[1].closed).code).toBe(FORBIDDEN);
});

test('the LISTEN connection comes back by itself, and what happened meanwhile arrives', async () => {
  const workspace = await workspaceAtPosition();
  const live = followEvents(app, workspace.owner, { after: workspace.position });
  await append(app, workspace, 'before');
  await live.next();
  await app.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dangol-listen' and datname = current_database()`,
  );
  await append(app, workspace, 'while deaf');
  expect((await live.next()).verb).toBe('while deaf');
  await append(app, workspace, 'after');
  expect((await live.next()).verb).toBe('after');
  await live.stop();
});
