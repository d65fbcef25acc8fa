import { GraphQLSchemaHost } from '@nestjs/graphql';
import { newId } from '@dangol/db';
import type { GraphQLSchema } from 'graphql';
import { createHash } from 'node:crypto';
import { everyOperation, triedIds, type Operation } from './harness/every-operation.ts';
import {
  eventually,
  fillBuyer,
  fillSettings,
  followEvents,
  graphql,
  inquiry,
  newChannel,
  newMember,
  newWorkspace,
  ok,
  openSession,
  post,
  startTestApp,
  tablesOf,
} from './harness/index.ts';
import type { TestApp, TestChannel, TestMember, TestWorkspace } from './harness/index.ts';

/** Stands in every name and text of the workspace that must not leak. */
const MARK = 'VICTIMS-OWN-WORDS';
/** What anybody may call. */
const PUBLIC = ['acceptInvitation', 'invitationOffer', 'signIn', 'signOut', 'signUp', 'viewer'];
/** What a signed-in person may do to their own account, whatever the role. */
const OWN_ACCOUNT = ['signOutEverywhere', 'updatePreferences'];
/** What a viewer may not read. */
const NOT_FOR_VIEWERS = [
  'apiKeys',
  'archiveImport',
  'archiveReadiness',
  'auditLog',
  'gradeOverrides',
  'import',
  'importSources',
  'imports',
  'inboundExceptions',
  'invitations',
  'mailSuppressions',
  'ownerSuggestion',
  'previewRecomputation',
  'previewResponseTargets',
  'sampleQuote',
];
/** What everybody who reads may do for themselves, and the removal of a file, whose right depends on what the file belongs to. */
const OWN_VIEWS = ['deleteView', 'saveView', 'removeAttachment'];

let app: TestApp;
let victim: TestWorkspace;
let other: TestWorkspace;
let viewer: TestMember;
let operations: Operation[];
let victimIds: string[];
let tables: string[];

beforeAll(async () => {
  app = await startTestApp({
    env: { GRAPHQL_MAX_ALIASES: '1000', GRAPHQL_MAX_COST: '1000000', GRAPHQL_MAX_TOKENS: '20000' },
  });
  tables = await tablesOf(app);
  operations = everyOperation(app.app.get(GraphQLSchemaHost).schema as GraphQLSchema);
  victim = await newWorkspace(app, MARK);
  other = await newWorkspace(app, 'Other');
  viewer = await newMember(app, victim, 'viewer');
  await fillVictim(await newChannel(app, victim.owner));
  victimIds = await idsOfVictim();
}, 180_000);
afterAll(() => app.stop());

async function fillVictim(channel: TestChannel): Promise<void> {
  await app.sql(
    `insert into knowledge_entries (workspace_id, id, code, category, visibility, title, answer, language, created_at, updated_at)
     values ($1, $2, 'KB-1', 'moq', 'public', $3, $3, 'en', now(), now())`,
    [victim.workspaceId, newId(), MARK],
  );
  await post(
    app,
    channel,
    inquiry(MARK, {
      text: `${MARK}: what is your MOQ?`,
      sender: { externalId: MARK, name: MARK, email: 'v@example.com' },
    }),
  );
  await post(app, channel, { signed: MARK });
  const [thread] = await eventually(
    () =>
      app.sql<{ id: string; buyerId: string }>(
        `select c.id, c.buyer_id as "buyerId" from drafts d join conversations c on c.workspace_id = d.workspace_id and c.id = d.conversation_id
         where d.workspace_id = $1`,
        [victim.workspaceId],
      ),
    (rows) => rows.length === 1,
  );
  const { workspaceId, owner } = victim;
  await fillBuyer(
    app,
    { workspaceId, buyerId: thread!.buyerId, conversationId: thread!.id, memberId: owner.memberId },
    MARK,
  );
  await fillSettings(app, workspaceId, owner.memberId, MARK);
  const call = (document: string, variables: Record<string, unknown> = {}) =>
    ok(app, victim.owner, document, variables);
  await call(`mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }`, {
    input: { id: newId(), email: 'i@example.com', role: 'rep' },
  });
  await call(`mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename } }`, {
    input: { id: newId(), name: MARK, role: 'viewer' },
  });
  await call(`mutation ($input: AddNoteInput!) { addNote(input: $input) { __typename } }`, {
    input: { id: newId(), conversationId: thread!.id, text: MARK },
  });
  await call(`mutation ($input: SaveReplyDraftInput!) { saveReplyDraft(input: $input) { __typename } }`, {
    input: { conversationId: thread!.id, text: MARK },
  });
}

async function idsOfVictim(): Promise<string[]> {
  const ids = await Promise.all(
    tables
      .filter((table) => table !== 'workspaces' && table !== 'events')
      .map((table) =>
        app.sql<{ id: string }>(`select id from ${table} where workspace_id = $1 order by id limit 1`, [
          victim.workspaceId,
        ]),
      ),
  );
  return [victim.workspaceId, ...ids.flat().map(({ id }) => id)];
}

/** Everything the victim owns, as one hash. Keys note when they were last used, which is no change of content. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const table of tables) {
    const column = table === 'workspaces' ? 'id' : 'workspace_id';
    const rows = await app.sql<{ row: string }>(
      `select (to_jsonb(t) - 'last_used_at')::text as row from ${table} t where ${column} = $1 order by 1`,
      [victim.workspaceId],
    );
    hash.update(`${table}:${rows.map(({ row }) => row).join('\n')}\n`);
  }
  return hash.digest('hex');
}

/** Nothing of the victim stands in an answer, but for the id that was asked about. */
function expectNoLeak(operation: Operation, answer: string, asked: string): void {
  const leaked = [MARK, ...victimIds].filter((secret) => secret !== asked && answer.includes(secret));
  expect({ operation: operation.name, leaked }).toEqual({ operation: operation.name, leaked: [] });
}

async function attempt(
  operation: Operation,
  session: Parameters<typeof graphql>[1],
  id: string,
  { document, variables } = operation.call(id),
) {
  const { errors, response } = await graphql(app, session, document, variables);
  return { code: errors?.[0]?.extensions.code ?? null, errors, text: response.text };
}

const answering = () => operations.filter(({ kind }) => kind !== 'subscription');

test('the table of what is open says the truth', () => {
  expect(operations.map(({ name }) => name)).toEqual(
    expect.arrayContaining([...PUBLIC, ...OWN_ACCOUNT, ...NOT_FOR_VIEWERS, ...OWN_VIEWS]),
  );
  expect(operations.length).toBeGreaterThan(35);
});

test('the victim has rows in every table, so that there is something to leak or change', async () => {
  for (const table of tables) {
    const key = table === 'workspaces' ? 'id' : 'workspace_id';
    const rows = await app.sql(`select from ${table} where ${key} = $1 limit 1`, [victim.workspaceId]);
    expect({ table, rows: rows.length }).toEqual({ table, rows: 1 });
  }
});

test('nobody: every operation but the open ones is refused, and nothing changes', async () => {
  const before = await fingerprint();
  const open: string[] = [];
  for (const operation of answering()) {
    const { code, text } = await attempt(operation, null, newId());
    if (code !== 'UNAUTHENTICATED') open.push(operation.name);
    expectNoLeak(operation, text, '');
  }
  expect(open.toSorted()).toEqual(PUBLIC);
  expect(await fingerprint()).toBe(before);
});

test('a viewer: every mutation but those of the own account is refused, and nothing changes', async () => {
  const before = await fingerprint();
  const wrong = new Map<string, unknown>();
  for (const operation of answering().filter(({ name }) => !OWN_VIEWS.includes(name))) {
    const session = { cookie: await openSession(app, viewer.accountId), workspace: victim.slug };
    const { code, errors } = await attempt(operation, session, victimIds.at(-1)!);
    const forbidden =
      operation.kind === 'mutation'
        ? ![...PUBLIC, ...OWN_ACCOUNT].includes(operation.name)
        : NOT_FOR_VIEWERS.includes(operation.name);
    if (code !== (forbidden ? 'FORBIDDEN' : null)) wrong.set(operation.name, errors ?? 'answered');
  }
  expect(Object.fromEntries(wrong)).toEqual({});
  expect(await fingerprint()).toBe(before);
});

test("another workspace's owner: with any of our ids, nothing leaks and nothing of ours changes", async () => {
  const before = await fingerprint();
  const malformed = new Map<string, unknown>(); // such an attempt would show nothing
  for (const [place, operation] of answering().entries())
    for (const id of operation.takesIds ? triedIds(victimIds, place) : [newId()])
      for (const call of operation.kind === 'query'
        ? [operation.call(id), operation.plainly(id)]
        : [operation.call(id)]) {
        const session = { cookie: await openSession(app, other.owner.accountId), workspace: other.slug };
        const { text, errors } = await attempt(operation, session, id, call);
        if (errors) malformed.set(operation.name, errors);
        expectNoLeak(operation, text, id);
      }
  expect(Object.fromEntries(malformed)).toEqual({});
  expect(await fingerprint()).toBe(before);
}, 600_000);

test('naming our workspace does not help an outsider', async () => {
  const before = await fingerprint();
  for (const name of [victim.slug, victim.workspaceId]) {
    for (const operation of answering().filter((candidate) => ![...PUBLIC, ...OWN_ACCOUNT].includes(candidate.name))) {
      const session = { cookie: await openSession(app, other.owner.accountId), workspace: name };
      const { code, text } = await attempt(operation, session, victimIds.at(-1)!);
      expect({
        operation: operation.name,
        refused: ['FORBIDDEN', 'WORKSPACE_REQUIRED', 'NOT_FOUND'].includes(code ?? ''),
      }).toEqual({ operation: operation.name, refused: true });
      expectNoLeak(operation, text, victimIds.at(-1)!);
    }
  }
  expect(await fingerprint()).toBe(before);
});

test('subscriptions: nobody and outsiders hear nothing, a member hears the own workspace only', async () => {
  expect(operations.filter(({ kind }) => kind === 'subscription').map(({ name }) => name)).toEqual(['workspaceEvents']);
  await expect(followEvents(app, null).next()).rejects.toThrow();
  await expect(
    followEvents(
      app,
      { cookie: await openSession(app, other.owner.accountId), workspace: victim.slug },
      { after: '0' },
    ).next(),
  ).rejects.toThrow();
  // Signing out everywhere was among the operations: the first sessions are gone.
  const mine = followEvents(
    app,
    { cookie: await openSession(app, other.owner.accountId), workspace: other.slug },
    { after: '0' },
  );
  expect((await mine.next()).verb).toBe('workspace.created');
  const cookie = await openSession(app, viewer.accountId);
  const theirs = followEvents(app, { cookie, workspace: victim.slug }, { after: '0' });
  expect((await theirs.next()).verb).toBe('workspace.created');
  await Promise.all([mine.stop(), theirs.stop()]);
});
