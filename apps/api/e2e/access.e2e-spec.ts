import { newId } from '@dangol/db';
import { CHANGE_ROLE, CREATE_KEY, INVITE, KEYS, MEMBERS, peopleOf, REMOVE, REVOKE_KEY } from './harness/access.ts';
import type { Outcome } from './harness/access.ts';
import {
  codeOf,
  FixedClock,
  givePassword,
  graphql,
  newMember,
  newWorkspace,
  ok,
  startTestApp,
  until,
} from './harness/index.ts';
import type { TestApp, TestMember, TestWorkspace } from './harness/index.ts';

const clock = new FixedClock('2026-03-02T00:00:00Z');
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock });
});
afterAll(() => app.stop());

const { one, invite, accept, verbsOf } = peopleOf(() => app);

describe('members', () => {
  let workspace: TestWorkspace;
  let rep: TestMember;
  beforeEach(async () => {
    workspace = await newWorkspace(app);
    rep = await newMember(app, workspace, 'rep');
  });

  test('get another role, which works at the next request', async () => {
    const invitations = '{ invitations { id } }';
    expect(await codeOf(app, rep, invitations)).toBe('FORBIDDEN');
    const outcome = await one(workspace.owner, CHANGE_ROLE, { input: { memberId: rep.memberId, role: 'manager' } });
    expect(outcome).toEqual({ __typename: 'Member', id: rep.memberId, role: 'manager', status: 'active' });
    expect(await ok(app, rep, invitations)).toEqual({ invitations: [] });
    const events = await app.sql<{ data: unknown }>(
      `select data from events where verb = 'member.role_changed' and subject_id = $1`,
      [rep.memberId],
    );
    expect(events).toEqual([{ data: { from: 'rep', to: 'manager' } }]);
  });

  test('removed are out at the next request, stay in the list, and can be invited back', async () => {
    expect(
      (await ok<{ viewer: { current: unknown } }>(app, rep, '{ viewer { current { slug } } }')).viewer.current,
    ).not.toBeNull();
    expect(await one(workspace.owner, REMOVE, { id: rep.memberId })).toEqual({
      __typename: 'Member',
      id: rep.memberId,
      status: 'removed',
    });
    expect(await codeOf(app, rep, MEMBERS)).toBe('WORKSPACE_REQUIRED');
    const { members } = await ok<{ members: Outcome[] }>(app, workspace.owner, MEMBERS);
    expect(members.find(({ id }) => id === rep.memberId)?.status).toBe('removed');
    expect((await one(workspace.owner, REMOVE, { id: rep.memberId })).__typename).toBe('NotFound');
    await givePassword(app, rep.accountId, 'correct horse');
    expect((await accept((await invite(workspace.owner, rep.email, 'viewer')).token)).__typename).toBe('SignedIn');
    const again = await ok<{ members: Outcome[] }>(app, rep, MEMBERS);
    expect(again.members.find(({ id }) => id === rep.memberId)).toMatchObject({ status: 'active', role: 'viewer' });
  });

  test('the last owner stays owner, also when two owners act on each other at once', async () => {
    expect(await one(workspace.owner, REMOVE, { id: workspace.ownerId })).toEqual({
      __typename: 'LastOwner',
      code: 'LAST_OWNER',
    });
    const demote = { input: { memberId: workspace.ownerId, role: 'viewer' } };
    expect((await one(workspace.owner, CHANGE_ROLE, demote)).__typename).toBe('LastOwner');
    const second = await newMember(app, workspace, 'owner');
    const outcomes = await Promise.all([
      graphql(app, workspace.owner, REMOVE, { id: second.memberId }),
      graphql(app, second, REMOVE, { id: workspace.ownerId }),
    ]);
    const removed = outcomes.filter(
      ({ data }) => (data?.['removeMember'] as Outcome | undefined)?.__typename === 'Member',
    );
    expect(removed).toHaveLength(1);
    const [left] = await app.sql<{ owners: number }>(
      `select count(*)::int as owners from members m join roles r on r.id = m.role_id where m.workspace_id = $1 and m.status = 'active' and r.key = 'owner'`,
      [workspace.workspaceId],
    );
    expect(left?.owners).toBe(1);
  });

  test('nobody hands out or takes away more than they hold', async () => {
    const manager = await newMember(app, workspace, 'manager');
    const owner = await newMember(app, workspace, 'owner');
    expect(await codeOf(app, manager, CHANGE_ROLE, { input: { memberId: manager.memberId, role: 'owner' } })).toBe(
      'FORBIDDEN',
    );
    expect(await codeOf(app, manager, CHANGE_ROLE, { input: { memberId: owner.memberId, role: 'viewer' } })).toBe(
      'FORBIDDEN',
    );
    expect(await codeOf(app, manager, REMOVE, { id: owner.memberId })).toBe('FORBIDDEN');
    expect(await codeOf(app, manager, INVITE, { input: { id: newId(), email: 'o@example.com', role: 'owner' } })).toBe(
      'FORBIDDEN',
    );
    expect((await one(manager, CHANGE_ROLE, { input: { memberId: rep.memberId, role: 'viewer' } })).__typename).toBe(
      'Member',
    );
  });

  test('of another workspace cannot be touched, nor seen', async () => {
    const other = await newWorkspace(app);
    expect((await one(other.owner, REMOVE, { id: rep.memberId })).__typename).toBe('NotFound');
    expect(
      (await one(other.owner, CHANGE_ROLE, { input: { memberId: rep.memberId, role: 'viewer' } })).__typename,
    ).toBe('NotFound');
    const session = { cookie: other.owner.cookie, workspace: workspace.slug };
    expect(await codeOf(app, session, MEMBERS)).toBe('WORKSPACE_REQUIRED');
    expect(await codeOf(app, { ...session, workspace: workspace.workspaceId }, MEMBERS)).toBe('WORKSPACE_REQUIRED');
  });

  test('of several workspaces say which one they mean, by slug or id', async () => {
    const other = await newWorkspace(app);
    const { token } = await invite(other.owner, rep.email, 'viewer');
    await givePassword(app, rep.accountId, 'correct horse');
    await accept(token);
    expect(await codeOf(app, { cookie: rep.cookie }, MEMBERS)).toBe('WORKSPACE_REQUIRED');
    for (const [workspaceName, role] of [
      [workspace.slug, 'rep'],
      [workspace.workspaceId, 'rep'],
      [other.slug, 'viewer'],
    ]) {
      const data = await ok<{ viewer: { current: { role: string } } }>(
        app,
        { cookie: rep.cookie, workspace: workspaceName! },
        '{ viewer { current { role } } }',
      );
      expect(data.viewer.current.role).toBe(role);
    }
  });
});

describe('API keys', () => {
  let workspace: TestWorkspace;
  beforeEach(async () => {
    workspace = await newWorkspace(app);
  });
  const create = async (role: string, id = newId()): Promise<{ id: string; token: string }> => {
    const outcome = await one(workspace.owner, CREATE_KEY, { input: { id, name: 'ERP', role } });
    expect(outcome.__typename).toBe('ApiKeyCreated');
    return { id, token: outcome.token ?? '' };
  };

  test('act with their role in their workspace, and are nobody’s viewer', async () => {
    const { token } = await create('viewer');
    expect(token).toMatch(/^dk_[A-Za-z0-9_-]{64}$/);
    const { members } = await ok<{ members: unknown[] }>(app, { token }, MEMBERS);
    expect(members).toHaveLength(1);
    expect(await codeOf(app, { token }, KEYS)).toBe('FORBIDDEN');
    expect(await ok(app, { token }, '{ viewer { account { id } } }')).toEqual({ viewer: null });
    expect(await codeOf(app, { token, workspace: (await newWorkspace(app)).slug }, MEMBERS)).toBe('WORKSPACE_REQUIRED');
    expect(await codeOf(app, { token }, 'mutation { signOutEverywhere { sessionsClosed } }')).toBe('FORBIDDEN');
  });

  test('win over a cookie, and a bad one is not rescued by it', async () => {
    expect(await codeOf(app, { ...workspace.owner, token: 'dk_nonsense' }, MEMBERS)).toBe('UNAUTHENTICATED');
  });

  test('cannot make what names a person', async () => {
    const { token } = await create('owner');
    expect(await codeOf(app, { token }, CREATE_KEY, { input: { id: newId(), name: 'x', role: 'viewer' } })).toBe(
      'FORBIDDEN',
    );
    expect(
      await codeOf(app, { token }, INVITE, { input: { id: newId(), email: 'k@example.com', role: 'viewer' } }),
    ).toBe('FORBIDDEN');
  });

  test('end at once when revoked, and only in their own workspace', async () => {
    const { id, token } = await create('viewer');
    await ok(app, { token }, MEMBERS);
    const other = await newWorkspace(app);
    expect((await one(other.owner, REVOKE_KEY, { id })).__typename).toBe('NotFound');
    expect((await one(workspace.owner, REVOKE_KEY, { id })).__typename).toBe('ApiKey');
    expect((await one(workspace.owner, REVOKE_KEY, { id })).__typename).toBe('ApiKey');
    expect(await codeOf(app, { token }, MEMBERS)).toBe('UNAUTHENTICATED');
    expect(await ok(app, workspace.owner, KEYS)).toEqual({ apiKeys: [] });
    expect(await verbsOf(workspace)).toEqual(['workspace.created', 'api_key.created', 'api_key.revoked']);
  });

  test('asked for again with the same id are one key with a fresh token, until it was used', async () => {
    const id = newId();
    const [first, again] = [await create('viewer', id), await create('viewer', id)];
    expect(await codeOf(app, { token: first.token }, MEMBERS)).toBe('UNAUTHENTICATED');
    await ok(app, { token: again.token }, MEMBERS);
    await until(async () => (await lastUse(id)) !== null);
    expect(await codeOf(app, workspace.owner, CREATE_KEY, { input: { id, name: 'ERP', role: 'viewer' } })).toBe(
      'CONFLICT',
    );
  });

  const lastUse = async (id: string): Promise<string | null> => {
    const { apiKeys } = await ok<{ apiKeys: { id: string; lastUsedAt: string | null }[] }>(app, workspace.owner, KEYS);
    return apiKeys.find((key) => key.id === id)?.lastUsedAt ?? null;
  };

  test('note their last use at most once a minute', async () => {
    const { id, token } = await create('viewer');
    const firstUse = clock.now().toISOString();
    await useInNewProcess(token);
    expect(await lastUse(id)).toBe(firstUse);
    clock.advance(59_999);
    await useInNewProcess(token);
    expect(await lastUse(id)).toBe(firstUse);
    clock.advance(1);
    await useInNewProcess(token);
    expect(await lastUse(id)).toBe(clock.now().toISOString());
  });

  /** A process that has not seen the key looks it up; its stop waits for what it still writes. */
  const useInNewProcess = async (token: string): Promise<void> => {
    const process = await startTestApp({ clock, databaseUrl: app.databaseUrl, env: { DANGOL_ROLE: 'http' } });
    await ok(process, { token }, MEMBERS);
    await process.stop();
  };
});

describe('every role', () => {
  const ASKS = {
    members: MEMBERS,
    invitations: '{ invitations { id } }',
    apiKeys: KEYS,
    channels: '{ channels { id } }',
  };
  const MAY = {
    owner: ['members', 'invitations', 'apiKeys', 'channels'],
    manager: ['members', 'invitations', 'channels'],
    senior_rep: ['members', 'channels'],
    rep: ['members', 'channels'],
    ops: ['members', 'channels'],
    finance: ['members', 'channels'],
    viewer: ['members', 'channels'],
  } as const;

  test.each(Object.entries(MAY))('%s sees what its permissions say', async (role, may) => {
    const workspace = await newWorkspace(app);
    const member = await newMember(app, workspace, role as keyof typeof MAY);
    for (const [ask, query] of Object.entries(ASKS)) {
      const { errors } = await graphql(app, member, query);
      expect([ask, errors?.[0]?.extensions.code ?? 'ok']).toEqual([
        ask,
        (may as readonly string[]).includes(ask) ? 'ok' : 'FORBIDDEN',
      ]);
      expect(await codeOf(app, null, query)).toBe('UNAUTHENTICATED');
    }
  });
});
