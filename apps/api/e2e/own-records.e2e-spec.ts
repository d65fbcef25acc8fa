import { GraphQLSchemaHost } from '@nestjs/graphql';
import { newId } from '@dangol/db';
import type { GraphQLSchema } from 'graphql';
import { everyOperation, triedIds, type Call, type Operation } from './harness/every-operation.ts';
import {
  eventually,
  fillBuyer,
  followEvents,
  graphql,
  inquiry,
  newChannel,
  newMember,
  newWorkspace,
  ok,
  post,
  startTestApp,
} from './harness/index.ts';
import type { GraphqlErrorAnswer, Session, TestApp, TestChannel, TestMember, TestWorkspace } from './harness/index.ts';

/** Stands in every name and text of the buyers of somebody else. */
const MARK = 'NOT-THIS-REPS-BUYER';
const OWN = 'THE-REPS-OWN-BUYER';
const FORBIDDEN = 4403;
/** These open no record, but end the session that they are asked with. */
const ENDS_SESSIONS = ['acceptInvitation', 'signIn', 'signOut', 'signOutEverywhere', 'signUp'];

let app: TestApp;
let workspace: TestWorkspace;
let channel: TestChannel;
let rep: TestMember;
let colleague: TestMember;
/** Ids of everything that belongs to buyers of somebody else or of nobody. */
let foreignIds: string[];
/** Of those, one of each kind. */
let askedIds: string[];

interface Arrived {
  buyerId: string;
  conversationId: string;
}
let own: Arrived;
let foreign: Arrived;
let nobodys: Arrived;

beforeAll(async () => {
  app = await startTestApp({ env: { GRAPHQL_MAX_ALIASES: '1000', GRAPHQL_MAX_COST: '1000000', GRAPHQL_MAX_TOKENS: '20000' } }); // prettier-ignore
  workspace = await newWorkspace(app);
  [rep, colleague] = [await newMember(app, workspace, 'rep'), await newMember(app, workspace, 'senior_rep')];
  channel = await newChannel(app, workspace.owner);
  own = await arrive(OWN, rep.memberId);
  foreign = await arrive(MARK, colleague.memberId);
  nobodys = await arrive(`${MARK}-2`, null);
  await surround(own, OWN);
  await surround(foreign, MARK);
  await post(app, channel, { signed: MARK }); // a delivery that nobody could read
  await app.sql(`update tags set name = 'Shared ' || right(id::text, 6) where workspace_id = $1`, [
    workspace.workspaceId,
  ]); // everybody's words
  foreignIds = await idsBelongingTo([foreign.buyerId, nobodys.buyerId]);
  askedIds = await idsBelongingTo([foreign.buyerId], 1);
  await setOwnRecordsOnly('rep', true);
}, 180_000);
afterAll(() => app.stop());

/** A buyer who has written, looked after by `ownerId`. */
async function arrive(name: string, ownerId: string | null): Promise<Arrived> {
  const sender = { externalId: `id-${name}`, name, email: `${name.toLowerCase()}@example.com` };
  await post(app, channel, inquiry(name, { text: `${name}: what is your MOQ?`, sender }));
  const find = () =>
    app.sql<Arrived>(
      `select d.conversation_id as "conversationId", c.buyer_id as "buyerId" from drafts d
       join conversations c on c.workspace_id = d.workspace_id and c.id = d.conversation_id
       join buyers b on b.workspace_id = c.workspace_id and b.id = c.buyer_id where b.workspace_id = $1 and b.name = $2`,
      [workspace.workspaceId, name],
    );
  const [arrived] = await eventually(find, (rows) => rows.length === 1);
  await app.sql('update buyers set owner_id = $2 where id = $1', [arrived!.buyerId, ownerId]);
  return arrived!;
}

/** Everything else that a buyer may have. */
async function surround({ buyerId, conversationId }: Arrived, mark: string): Promise<void> {
  const { owner, workspaceId } = workspace;
  await ok(app, owner, `mutation ($input: AddNoteInput!) { addNote(input: $input) { __typename } }`, {
    input: { id: newId(), conversationId, text: mark },
  });
  await fillBuyer(app, { workspaceId, buyerId, conversationId, memberId: owner.memberId }, mark);
}

/** Rows that belong to the buyers ($1), by a column or through a conversation or an order, table by table. */
async function belongings(): Promise<string[]> {
  const tables = await app.sql<{ name: string; columns: string[] }>(
    `select table_name as name, array_agg(column_name::text) as columns from information_schema.columns
     where table_schema = 'public' and column_name in ('buyer_id', 'conversation_id', 'order_id') group by 1 order by 1`,
  );
  const through: Record<string, string> = {
    buyer_id: 'buyer_id = any ($1)',
    conversation_id: 'conversation_id in (select id from conversations where buyer_id = any ($1))',
    order_id: 'order_id in (select id from orders where buyer_id = any ($1))',
  };
  const rest = tables
    .filter(({ name }) => name !== 'events')
    .map(({ name, columns }) => `${name} t where ${columns.map((column) => through[column]).join(' or ')}`);
  return ['buyers t where id = any ($1)', ...rest];
}

/** Ids of what belongs to the buyers; at most `each` of a table. */
async function idsBelongingTo(buyerIds: string[], each = 1_000): Promise<string[]> {
  const found: string[] = [];
  for (const rows of await belongings())
    found.push(
      ...(await app.sql<{ id: string }>(`select id from ${rows} order by id limit ${each}`, [buyerIds])).map(
        ({ id }) => id,
      ),
    );
  return found;
}

/** What belongs to buyers of somebody else, as text. */
async function foreignRows(): Promise<string> {
  const text: unknown[] = [];
  for (const rows of await belongings())
    text.push(
      await app.sql(`select to_jsonb(t)::text as row from ${rows} order by 1`, [[foreign.buyerId, nobodys.buyerId]]),
    );
  return JSON.stringify(text);
}

const UPDATE_ROLE = `mutation ($input: UpdateRoleInput!) { updateRole(input: $input) {
  __typename ... on Refusal { code message } ... on Role { key permissions ownRecordsOnly memberCount } } }`;

async function setOwnRecordsOnly(key: string, ownRecordsOnly: boolean): Promise<void> {
  const { roles } = await ok<{ roles: { key: string; permissions: string[] }[] }>(
    app,
    workspace.owner,
    '{ roles { key permissions } }',
  );
  const permissions = roles.find((role) => role.key === key)!.permissions;
  const { updateRole } = await ok<{ updateRole: object }>(app, workspace.owner, UPDATE_ROLE, {
    input: { key, permissions, ownRecordsOnly },
  });
  expect(updateRole).toMatchObject({ __typename: 'Role', key, ownRecordsOnly });
}

const LISTS = `{ inbox { edges { node { id } } } buyers { edges { node { id } } } inboxCounts { waiting }
  home { counts { waiting } due { id } inboundExceptions } }`;
interface Lists {
  inbox: { edges: { node: { id: string } }[] };
  buyers: { edges: { node: { id: string } }[] };
  inboxCounts: { waiting: number };
  home: { counts: { waiting: number }; due: { id: string }[]; inboundExceptions: number };
}
const listed = async (session: Session) => {
  const { inbox, buyers, inboxCounts, home } = await ok<Lists>(app, session, LISTS);
  return {
    conversations: inbox.edges.map(({ node }) => node.id).toSorted(),
    buyers: buyers.edges.map(({ node }) => node.id).toSorted(),
    waiting: [inboxCounts.waiting, home.counts.waiting, home.due.length],
    exceptions: home.inboundExceptions,
  };
};

test('lists and counts: the rep sees the own buyer alone, the owner everybody', async () => {
  expect(await listed(rep)).toEqual({
    conversations: [own.conversationId],
    buyers: [own.buyerId],
    waiting: [1, 1, 1],
    exceptions: 0,
  });
  expect(await listed(workspace.owner)).toEqual({
    conversations: [own, foreign, nobodys].map(({ conversationId }) => conversationId).toSorted(),
    buyers: [own, foreign, nobodys].map(({ buyerId }) => buyerId).toSorted(),
    waiting: [3, 3, 3],
    exceptions: 1,
  });
});

test('search finds nothing of others', async () => {
  const search = (session: Session, text: string) =>
    ok<{ buyers: { edges: unknown[] } }>(app, session, 'query ($text: String!) { buyers(search: $text) { edges { node { id } } } }', { text }); // prettier-ignore
  expect((await search(rep, MARK)).buyers.edges).toEqual([]);
  expect((await search(workspace.owner, MARK)).buyers.edges).toHaveLength(2);
  expect((await search(rep, OWN)).buyers.edges).toEqual([{ node: { id: own.buyerId } }]);
});

interface BoardAnswer {
  board: { columns: { count: number; sums: { minor: string; currency: string }[]; cards: { id: string }[] }[] };
  samples: { edges: { node: { purpose: string } }[] };
}

test('the board and its sums, and samples, are of own buyers', async () => {
  const ask = async (session: Session) => {
    const { board, samples } = await ok<BoardAnswer>(
      app,
      session,
      '{ board { columns { count sums { minor currency } cards { id } } } samples { edges { node { purpose } } } }',
    );
    const { columns } = board;
    return {
      cards: columns.flatMap(({ cards }) => cards.map(({ id }) => id)).toSorted(),
      counted: columns.reduce((sum, { count }) => sum + count, 0),
      paid: columns.flatMap(({ sums }) => sums).reduce((sum, { minor }) => sum + Number(minor), 0),
      samples: samples.edges.map(({ node }) => node.purpose).toSorted(),
    };
  };
  const [mine, all] = [await ask(rep), await ask(workspace.owner)];
  expect(mine).toEqual({ cards: [own.buyerId], counted: 1, paid: 777_700, samples: [OWN] });
  expect(all).toMatchObject({ counted: 3, paid: 2 * 777_700, samples: [MARK, OWN] });
});

test('a record is not there by its id either', async () => {
  const both = `query ($buyer: ID!, $conversation: ID!) { buyer(id: $buyer) { name } conversation(id: $conversation) { id } }`;
  const ask = ({ buyerId, conversationId }: Arrived) =>
    ok(app, rep, both, { buyer: buyerId, conversation: conversationId });
  expect(await ask(foreign)).toEqual({ buyer: null, conversation: null });
  expect(await ask(nobodys)).toEqual({ buyer: null, conversation: null });
  expect(await ask(own)).toEqual({ buyer: { name: OWN }, conversation: { id: own.conversationId } });
});

test('without money:read and contact:read no query shows an amount or an address', async () => {
  const viewer = await newMember(app, workspace, 'viewer');
  const queries = everyOperation(app.app.get(GraphQLSchemaHost).schema as GraphQLSchema).filter(
    ({ kind }) => kind === 'query',
  );
  // What one buyer paid, what all did, and where one can be reached.
  const secrets = ['777700', '1555400', `${MARK.toLowerCase()}@example.com`];
  const shownTo = async (session: Session) => {
    const shown = new Set<string>();
    for (const query of queries)
      for (const id of query.takesIds ? [foreign.buyerId, foreign.conversationId, ...sampleIds] : [newId()])
        for (const { document, variables } of callsOf(query, id)) {
          const { text } = (await graphql(app, session, document, variables)).response;
          for (const secret of secrets) if (text.includes(secret)) shown.add(`${query.name} shows ${secret}`);
        }
    return [...shown].toSorted();
  };
  const sampleIds = (
    await app.sql<{ id: string }>('select id from sample_requests where buyer_id = $1', [foreign.buyerId])
  ).map(({ id }) => id);
  expect(await shownTo(viewer)).toEqual([]);
  const all = await shownTo(workspace.owner);
  for (const secret of secrets) expect(all.some((shown) => shown.endsWith(secret))).toBe(true);
}, 300_000);

function inShort({ message, path, extensions }: GraphqlErrorAnswer): string {
  return [extensions.code, message, path?.join('.'), JSON.stringify(extensions['fields'] ?? '')].join(' ');
}

function onePerOperation(wrong: object[]): object[] {
  return [...new Map(wrong.map((one) => [JSON.stringify(one).slice(0, 120), one])).values()];
}

/** With everything that can be asked for, and plainly. */
function callsOf(operation: Operation, id: string): Call[] {
  return operation.kind === 'query' ? [operation.call(id), operation.plainly(id)] : [operation.call(id)];
}

test('live updates: events of the own buyer and of the workspace arrive, those of others do not', async () => {
  const [row] = await app.sql<{ position: string }>(
    'select last_event_position as position from workspaces where id = $1',
    [workspace.workspaceId],
  );
  const after = row!.position;
  const [mine, everybody] = [followEvents(app, rep, { after }), followEvents(app, workspace.owner, { after })];
  await Promise.all([mine.connected, everybody.connected]);
  const write = async (name: string) =>
    post(app, channel, inquiry(`${name}-${newId()}`, { conversation: { externalId: `thread-${name}` }, sender: { externalId: `id-${name}`, name } })); // prettier-ignore
  await write(MARK);
  expect((await everybody.next()).buyerId).toBe(foreign.buyerId);
  await write(OWN);
  const first = await mine.next();
  expect(first).toMatchObject({ buyerId: own.buyerId });
  expect(Number(first.position)).toBeGreaterThan(Number(after) + 1);
  await Promise.all([mine.stop(), everybody.stop()]);
});

test('the switch works at once, on open sockets and for people who are in', async () => {
  expect((await listed(colleague)).buyers).toHaveLength(3);
  const live = followEvents(app, colleague, { after: '0' });
  await live.connected;
  await setOwnRecordsOnly('senior_rep', true);
  expect((await live.closed).code).toBe(FORBIDDEN);
  expect((await listed(colleague)).buyers).toEqual([foreign.buyerId]);
  await setOwnRecordsOnly('senior_rep', false);
  expect((await listed(colleague)).buyers).toHaveLength(3);
});

test('an API key of such a role owns nothing and sees nothing', async () => {
  const { createApiKey } = await ok<{ createApiKey: { token: string } }>(
    app,
    workspace.owner,
    'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { ... on ApiKeyCreated { token } } }',
    { input: { id: newId(), name: 'Script', role: 'rep' } },
  );
  expect(await listed({ token: createApiKey.token })).toEqual({ conversations: [], buyers: [], waiting: [0, 0, 0], exceptions: 0 }); // prettier-ignore
});

test('a buyer handed over is seen by the new owner and no longer by the old one', async () => {
  await app.sql('update buyers set owner_id = $2 where id = $1', [nobodys.buyerId, rep.memberId]);
  expect((await listed(rep)).buyers).toEqual([own.buyerId, nobodys.buyerId].toSorted());
  await app.sql('update buyers set owner_id = null where id = $1', [nobodys.buyerId]);
  expect((await listed(rep)).buyers).toEqual([own.buyerId]);
});

// Last, because it makes records of its own.
test('no operation of the schema shows or changes anything of somebody else, whatever id it is given', async () => {
  const before = await foreignRows();
  const operations = everyOperation(app.app.get(GraphQLSchemaHost).schema as GraphQLSchema);
  const wrong: object[] = [];
  for (const [place, operation] of operations.filter(({ kind }) => kind !== 'subscription').entries()) {
    if (ENDS_SESSIONS.includes(operation.name)) continue;
    for (const id of operation.takesIds ? triedIds(askedIds, place) : [newId()])
      for (const { document, variables } of callsOf(operation, id)) {
        const { response, errors } = await graphql(app, rep, document, variables);
        // Mutations make own records under the ids they are given, so that ids in their answers say nothing.
        const secrets = operation.kind === 'query' ? [MARK, ...foreignIds] : [MARK];
        const leaked = secrets.filter((secret) => secret !== id && response.text.includes(secret));
        // Any other error would only show that the attempt was malformed.
        const error = errors?.find(({ extensions }) => !['FORBIDDEN', 'CONFLICT'].includes(extensions.code));
        if (leaked.length > 0 || error)
          wrong.push({ operation: operation.name, leaked, error: error && inShort(error) });
      }
  }
  expect(onePerOperation(wrong)).toEqual([]);
  expect(await foreignRows()).toBe(before);
}, 300_000);
