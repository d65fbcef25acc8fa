import { newId } from '@dangol/db';
import { DEFAULT_ROLES, PERMISSIONS } from '../src/platform/permissions/permissions.ts';
import { codeOf, followEvents, newMember, newWorkspace, ok, startTestApp } from './harness/index.ts';
import type { Session, TestApp, TestMember, TestWorkspace } from './harness/index.ts';

const FORBIDDEN_SOCKET = 4403;
const NUL = String.fromCodePoint(0);
const RIGHT_TO_LEFT = String.fromCodePoint(0x202e);

let app: TestApp;
let workspace: TestWorkspace;
let manager: TestMember;
let rep: TestMember;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await newWorkspace(app);
  manager = await newMember(app, workspace, 'manager');
  rep = await newMember(app, workspace, 'rep');
}, 180_000);
afterAll(() => app.stop());

interface Answer {
  __typename: string;
  code?: string;
  field?: string;
  lacking?: string[];
  key?: string;
  permissions?: string[];
  ownRecordsOnly?: boolean;
  memberCount?: number;
  builtIn?: boolean;
}
const FIELDS = `__typename ... on Refusal { code } ... on InvalidField { field } ... on CannotGrant { lacking: permissions }
  ... on Role { key permissions ownRecordsOnly memberCount builtIn }`;
const UPDATE = `mutation ($input: UpdateRoleInput!) { updateRole(input: $input) { ${FIELDS} } }`;
const CREATE = `mutation ($input: CreateRoleInput!) { createRole(input: $input) { ${FIELDS} } }`;

async function update(session: Session, key: string, permissions: readonly string[], ownRecordsOnly = false) {
  const input = { key, permissions, ownRecordsOnly };
  return (await ok<{ updateRole: Answer }>(app, session, UPDATE, { input })).updateRole;
}
async function create(session: Session, key: string, permissions: readonly string[], more: object = {}) {
  const input = { id: newId(), key, permissions, ownRecordsOnly: false, ...more };
  return (await ok<{ createRole: Answer }>(app, session, CREATE, { input })).createRole;
}
/** A member with a role of the given rights. */
async function memberWith(permissions: readonly string[], ownRecordsOnly = false): Promise<TestMember> {
  const key = `Role ${newId().slice(-6)}`;
  expect(await create(workspace.owner, key, permissions, { ownRecordsOnly })).toMatchObject({ __typename: 'Role' });
  const member = await newMember(app, workspace, 'viewer');
  await ok(
    app,
    workspace.owner,
    'mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { __typename } }',
    { input: { memberId: member.memberId, role: key } },
  );
  return member;
}

test('a role gets exactly what it is given, and the log says what was added and taken away', async () => {
  const finance: readonly string[] = DEFAULT_ROLES.finance.filter((permission) => permission !== 'money:read');
  expect(await update(workspace.owner, 'finance', [...finance, 'goal:manage', 'goal:manage'], true)).toEqual({
    __typename: 'Role',
    key: 'finance',
    permissions: PERMISSIONS.filter((permission) => permission === 'goal:manage' || finance.includes(permission)),
    ownRecordsOnly: true,
    memberCount: 0,
    builtIn: true,
  });
  const [event] = await app.sql<{ data: object }>(
    `select data from events where workspace_id = $1 and verb = 'role.changed' order by position desc limit 1`,
    [workspace.workspaceId],
  );
  expect(event!.data).toEqual({
    role: 'finance',
    added: ['goal:manage'],
    removed: ['money:read'],
    ownRecordsOnly: true,
  });
});

test('the same again changes nothing and is not logged', async () => {
  const count = async () =>
    (await app.sql(`select from events where workspace_id = $1 and verb = 'role.changed'`, [workspace.workspaceId])).length; // prettier-ignore
  await update(workspace.owner, 'ops', DEFAULT_ROLES.ops);
  const before = await count();
  expect(await update(workspace.owner, 'ops', [...DEFAULT_ROLES.ops].reverse())).toMatchObject({ __typename: 'Role' });
  expect(await count()).toBe(before);
});

test("the owner's role, unknown roles, unknown permissions: a clear answer, nothing changed", async () => {
  expect(await update(workspace.owner, 'owner', [])).toEqual({ __typename: 'RoleFixed', code: 'ROLE_FIXED' });
  expect(await update(workspace.owner, 'nobody', [])).toMatchObject({ __typename: 'NotFound' });
  expect(await update(workspace.owner, 'rep', ['buyer:read', 'buyer:eat'])).toMatchObject({
    __typename: 'InvalidField',
    field: 'permissions',
  });
  const { roles } = await ok<{ roles: Answer[] }>(app, workspace.owner, `{ roles { key permissions memberCount } }`);
  expect(roles.find(({ key }) => key === 'owner')!.permissions).toEqual(PERMISSIONS);
  expect(roles.find(({ key }) => key === 'rep')).toEqual({
    key: 'rep',
    permissions: DEFAULT_ROLES.rep,
    memberCount: 1,
  });
});

test('only who may manage roles does, and nobody hands out or takes away what they do not hold', async () => {
  for (const session of [manager, rep])
    expect(await codeOf(app, session, UPDATE, { input: { key: 'viewer', permissions: [], ownRecordsOnly: false } })).toBe('FORBIDDEN'); // prettier-ignore
  const deputy = await memberWith(['role:manage', 'member:read', 'buyer:read', 'inbox:read']);
  expect(await update(deputy, 'viewer', [...DEFAULT_ROLES.viewer, 'api-key:manage'])).toMatchObject({
    __typename: 'CannotGrant',
    lacking: ['api-key:manage'],
  });
  const less = DEFAULT_ROLES.viewer.filter((permission) => permission !== 'home:read' && permission !== 'inbox:read');
  expect(await update(deputy, 'viewer', less)).toMatchObject({ __typename: 'CannotGrant', lacking: ['home:read'] });
  expect(await create(deputy, 'Deputies', ['money:read'])).toMatchObject({ __typename: 'CannotGrant' });
  const held: readonly string[] = DEFAULT_ROLES.viewer.filter((permission) => permission !== 'inbox:read');
  expect(await update(deputy, 'viewer', held)).toMatchObject({
    __typename: 'Role',
    permissions: PERMISSIONS.filter((permission) => held.includes(permission)),
  });
  await update(workspace.owner, 'viewer', DEFAULT_ROLES.viewer);
});

test('who sees own records only neither hands out nor takes away the view over all of them, by role or by membership', async () => {
  const narrow = await memberWith([...DEFAULT_ROLES.manager, 'role:manage', 'api-key:manage'], true);
  expect(await create(narrow, 'Wide', ['buyer:read'])).toEqual({
    __typename: 'CannotGrant',
    code: 'CANNOT_GRANT',
    lacking: [],
  });
  await update(workspace.owner, 'ops', DEFAULT_ROLES.ops, true);
  expect(await update(narrow, 'ops', DEFAULT_ROLES.ops, false)).toMatchObject({ __typename: 'CannotGrant' });
  await update(workspace.owner, 'ops', DEFAULT_ROLES.ops);
  expect(await update(narrow, 'ops', DEFAULT_ROLES.ops, true)).toMatchObject({ __typename: 'CannotGrant' });
  const key = { id: newId(), name: 'Wide', role: 'viewer' };
  expect(
    await codeOf(app, narrow, 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename } }', {
      input: key,
    }),
  ).toBe('FORBIDDEN');
  expect(await create(narrow, 'Narrow too', ['buyer:read'], { ownRecordsOnly: true })).toMatchObject({
    __typename: 'Role',
  });
});

test('a new role: once however often it is sent, under a name of its own that can be read', async () => {
  const id = newId();
  expect(await create(workspace.owner, '  해외영업 2팀 ', ['buyer:read'], { id })).toEqual({
    __typename: 'Role',
    key: '해외영업 2팀',
    permissions: ['buyer:read'],
    ownRecordsOnly: false,
    memberCount: 0,
    builtIn: false,
  });
  expect(await create(workspace.owner, '해외영업 2팀', ['buyer:read'], { id })).toMatchObject({ __typename: 'Role' });
  expect(await create(workspace.owner, 'Viewer', [])).toMatchObject({ __typename: 'NameTaken', code: 'NAME_TAKEN' });
  for (const name of [`${RIGHT_TO_LEFT}renwo`, `ow${NUL}ner`, '-', '<b>'])
    expect(await create(workspace.owner, name, [])).toMatchObject({ __typename: 'InvalidField', field: 'key' });
  const again = { input: { id, key: 'Another', permissions: [], ownRecordsOnly: false } };
  expect(await codeOf(app, workspace.owner, CREATE, again)).toBe('CONFLICT');
  const both = await Promise.all([create(workspace.owner, 'Twice', []), create(workspace.owner, 'Twice', [])]);
  expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['NameTaken', 'Role']);
});

test('a change works at once: for people who are in, for open sockets, for API keys, in another process too', async () => {
  const second = await startTestApp({ databaseUrl: app.databaseUrl });
  try {
    const { createApiKey } = await ok<{ createApiKey: { token: string } }>(
      app,
      workspace.owner,
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { ... on ApiKeyCreated { token } } }',
      { input: { id: newId(), name: 'Script', role: 'rep' } },
    );
    const script = { token: createApiKey.token };
    for (const process of [app, second])
      for (const session of [rep, script]) await ok(process, session, '{ buyers { edges { cursor } } }');
    const live = followEvents(second, rep);
    await live.connected;
    await update(workspace.owner, 'rep', DEFAULT_ROLES.rep.filter((permission) => permission !== 'buyer:read')); // prettier-ignore
    await second.sessionsSettled();
    expect((await live.closed).code).toBe(FORBIDDEN_SOCKET);
    for (const process of [app, second])
      for (const session of [rep, script])
        expect(await codeOf(process, session, '{ buyers { edges { cursor } } }')).toBe('FORBIDDEN');
    await update(workspace.owner, 'rep', DEFAULT_ROLES.rep);
  } finally {
    await second.stop();
  }
});

test('every permission there is', async () => {
  const { permissions } = await ok<{ permissions: string[] }>(app, rep, '{ permissions }');
  expect(permissions).toEqual(PERMISSIONS);
});

interface Audit {
  auditLog: {
    edges: { cursor: string; node: Record<string, unknown> & { position: string; verb: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
const AUDIT = `query ($filter: AuditFilter, $first: Int!, $after: String) { auditLog(filter: $filter, first: $first, after: $after) {
  edges { cursor node { position at verb actorKind actorName subjectKind subjectId buyerId buyerName data } } pageInfo { hasNextPage endCursor } } }`;
const audit = async (session: Session, variables: object = {}) =>
  (await ok<Audit>(app, session, AUDIT, { first: 50, ...variables })).auditLog;

test('the audit log says who did what, newest first, page after page, of this workspace alone', async () => {
  const other = await newWorkspace(app, 'Other');
  await update(workspace.owner, 'finance', DEFAULT_ROLES.finance);
  const newest = (await audit(manager, { first: 1 })).edges[0]!.node;
  expect(newest).toMatchObject({ verb: 'role.changed', actorKind: 'member', actorName: 'Owner', subjectKind: 'role' });
  const stored = await app.sql<{ position: string }>(
    'select position::text as position from events where workspace_id = $1 order by events.position desc',
    [workspace.workspaceId],
  );
  const walked: string[] = [];
  for (let after: string | null = null; ;) {
    const { edges, pageInfo } = await audit(manager, { first: 3, after });
    walked.push(...edges.map(({ node }) => node.position));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) break;
  }
  expect(walked).toEqual(stored.map(({ position }) => position));
  expect((await audit(other.owner)).edges.map(({ node }) => node.verb)).toEqual(['workspace.created']);
  expect(await codeOf(app, rep, AUDIT, { first: 1 })).toBe('FORBIDDEN');
});

test('the audit log is narrowed by verb and by person', async () => {
  const verbs = async (filter: object) =>
    new Set((await audit(manager, { filter, first: 100 })).edges.map(({ node }) => node.verb));
  expect(await verbs({ verb: 'role.' })).toEqual(new Set(['role.changed', 'role.created']));
  expect(await verbs({ verb: 'role.created' })).toEqual(new Set(['role.created']));
  expect(await verbs({ actorId: rep.memberId })).toEqual(new Set());
  expect((await verbs({ actorId: workspace.owner.memberId })).size).toBeGreaterThan(2);
  expect(await codeOf(app, manager, AUDIT, { first: 1, filter: { verb: "role.%' or" } })).toBe('BAD_USER_INPUT');
  expect(await codeOf(app, manager, AUDIT, { first: 1, after: 'bm90IGEgY3Vyc29y' })).toBe('BAD_USER_INPUT');
});
