import { newId } from '@dangol/db';
import {
  eventually,
  followEvents,
  graphql,
  inquiry,
  newChannel,
  newMember,
  newWorkspace,
  ok,
  post,
  startReplyEndpoint,
  startTestApp,
} from './harness/index.ts';
import type { ReplyEndpoint, TestApp, TestChannel, TestMember, TestWorkspace } from './harness/index.ts';

let app: TestApp;
let endpoint: ReplyEndpoint;
let workspace: TestWorkspace;
let channel: TestChannel;
let rep: TestMember;
beforeAll(async () => {
  app = await startTestApp();
  endpoint = await startReplyEndpoint();
  workspace = await newWorkspace(app);
  await app.sql('update workspaces set undo_send_seconds = 1 where id = $1', [workspace.workspaceId]);
  channel = await newChannel(app, workspace.owner, endpoint.url);
  rep = await newMember(app, workspace, 'rep');
});
afterAll(async () => {
  await app.stop();
  endpoint.stop();
});

const CONVERSATION = `query ($id: ID!) { conversation(id: $id) { id status revision dueAt
  buyer { name gradeExplanation { score factors { key points max } } }
  inquiry { status met businessMinutes targetMinutes ledger { kind minutes } }
  draft { id status plainText citations { entryCode current } noDraftReason }
  messages { edges { node { text authorName aiAssisted deliveryStatus } } } replyDraft { text } } }`;
const SEND = `mutation ($input: SendReplyInput!) { sendReply(input: $input) { __typename ... on Refusal { code }
  ... on ThreadMoved { revision newMessages { text } } ... on ReplySaved { message { id deliveryStatus deliverAt } conversation { revision } } } }`;

interface Conversation {
  id: string;
  status: string;
  revision: number;
  dueAt: string | null;
  buyer: { gradeExplanation: { score: number; factors: { points: number }[] } };
  inquiry: { status: string; met: boolean | null };
  draft: {
    id: string;
    status: string;
    plainText: string | null;
    citations: { entryCode: string; current: boolean }[];
  } | null;
  messages: {
    edges: { node: { text: string; authorName: string; aiAssisted: boolean; deliveryStatus: string | null } }[];
  };
  replyDraft: { text: string } | null;
}
const conversation = async (id: string, who = rep) =>
  (await ok<{ conversation: Conversation }>(app, who, CONVERSATION, { id })).conversation;

async function knowledge(code: string, title: string, question: string, answer: string): Promise<void> {
  await app.sql(
    `insert into knowledge_entries (workspace_id, id, code, category, visibility, auto_reply, title, questions, answer, language, created_at, updated_at)
     values ($1, $2, $3, 'moq', 'public', true, $4, $5, $6, 'en', now(), now())`,
    [workspace.workspaceId, newId(), code, title, [question], answer],
  );
}

async function arrive(externalId: string, fields: Record<string, unknown> = {}): Promise<string> {
  await post(app, channel, inquiry(externalId, fields));
  const rows = await eventually(
    () =>
      app.sql<{ id: string }>('select id from conversations where workspace_id = $1 and external_id = $2', [
        workspace.workspaceId,
        `thread-${externalId}`,
      ]),
    (found) => found.length === 1,
  );
  return rows[0]!.id;
}

test('the main job: an inquiry arrives, the draft is edited and sent, the clock stops, a colleague sees each step at once', async () => {
  await knowledge(
    'KB-1',
    'Minimum order quantity',
    'What is your MOQ?',
    'Our minimum order quantity is 300 pcs per product.',
  );
  const colleague = followEvents(app, workspace.owner);
  await colleague.connected;
  const id = await arrive('job');
  const drafted = await eventually(
    () => conversation(id),
    ({ draft }) => draft?.status === 'READY',
  );
  expect(drafted.draft!.plainText).toContain('300 pcs');
  expect(drafted.draft!.citations).toEqual([{ entryCode: 'KB-1', current: true }]);
  expect(drafted).toMatchObject({ status: 'WAITING', inquiry: { status: 'open', met: null } });
  expect(drafted.buyer.gradeExplanation.factors.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(
    drafted.buyer.gradeExplanation.score,
    1,
  );

  const text = `${drafted.draft!.plainText!}\n\nBest regards, Jiho`;
  await ok(app, rep, `mutation ($input: SaveReplyDraftInput!) { saveReplyDraft(input: $input) { __typename } }`, {
    input: { conversationId: id, text, draftId: drafted.draft!.id },
  });
  expect((await conversation(id)).replyDraft).toEqual({ text });
  expect((await conversation(id, workspace.owner)).replyDraft).toBeNull();
  const sent = await ok<{ sendReply: { message: { deliveryStatus: string } } }>(app, rep, SEND, {
    input: { id: newId(), conversationId: id, text, draftId: drafted.draft!.id, revision: drafted.revision },
  });
  expect(sent.sendReply.message.deliveryStatus).toBe('QUEUED');
  const answered = await eventually(
    () => conversation(id),
    ({ status }) => status === 'ANSWERED',
  );
  expect(answered).toMatchObject({
    dueAt: null,
    inquiry: { status: 'answered', met: true },
    draft: { status: 'USED' },
    replyDraft: null,
  });
  expect(answered.messages.edges.at(-1)!.node).toMatchObject({
    authorName: 'rep',
    aiAssisted: true,
    deliveryStatus: 'DELIVERED',
  });
  expect(endpoint.received.map(({ text: received }) => received)).toEqual([text]);

  const seen: string[] = [];
  while (!seen.includes('inquiry.answered')) seen.push((await colleague.next()).verb);
  expect(seen).toEqual(
    expect.arrayContaining([
      'buyer.registered',
      'message.received',
      'draft.prepared',
      'reply.queued',
      'reply.delivered',
    ]),
  );
  await colleague.stop();
});

test('a colleague who answered meanwhile halts the sender, who is shown the difference', async () => {
  const id = await arrive('race');
  const { revision } = await conversation(id);
  await ok(app, workspace.owner, SEND, {
    input: { id: newId(), conversationId: id, text: 'From the owner', revision },
  });
  const { sendReply } = await ok<{ sendReply: unknown }>(app, rep, SEND, {
    input: { id: newId(), conversationId: id, text: 'From the rep', revision },
  });
  expect(sendReply).toMatchObject({
    __typename: 'ThreadMoved',
    code: 'THREAD_MOVED',
    newMessages: [{ text: 'From the owner' }],
  });
});

test('undo: nothing leaves, and the words are back', async () => {
  await app.sql('update workspaces set undo_send_seconds = 60 where id = $1', [workspace.workspaceId]);
  const id = await arrive('undo');
  const messageId = newId();
  await ok(app, rep, SEND, { input: { id: messageId, conversationId: id, text: 'Too early', revision: 1 } });
  const undone = await ok<{ cancelReply: { __typename: string } }>(
    app,
    rep,
    `mutation { cancelReply(messageId: "${messageId}") { __typename } }`,
  );
  expect(undone.cancelReply.__typename).toBe('ReplySaved');
  expect(await conversation(id)).toMatchObject({ status: 'WAITING', replyDraft: { text: 'Too early' } });
  expect(endpoint.received.filter(({ text }) => text === 'Too early')).toEqual([]);
  await app.sql('update workspaces set undo_send_seconds = 1 where id = $1', [workspace.workspaceId]);
});

test('a viewer reads and writes nothing', async () => {
  const viewer = await newMember(app, workspace, 'viewer');
  const id = await arrive('viewer');
  expect((await conversation(id, viewer)).status).toBe('WAITING');
  const { errors } = await graphql(app, viewer, SEND, {
    input: { id: newId(), conversationId: id, text: 'x', revision: 1 },
  });
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('the queue puts the urgent first, then grade and level, and pages without overlap or loss', async () => {
  const page = `query ($after: String) { inbox(first: 2, after: $after) { asOf pageInfo { hasNextPage endCursor } edges { node { id urgent grade platformLevel dueAt } } } }`;
  for (const level of ['L1', 'L4', 'L3'])
    await arrive(`order-${level}`, { sender: { externalId: `order-${level}`, name: level, platformLevel: level } });
  const rows: { id: string; urgent: boolean; grade: string; platformLevel: string; dueAt: string }[] = [];
  let after: string | null = null;
  let asOf: string | null = null;
  do {
    const {
      inbox,
    }: {
      inbox: {
        asOf: string;
        pageInfo: { hasNextPage: boolean; endCursor: string };
        edges: { node: (typeof rows)[number] }[];
      };
    } = await ok(app, rep, page, { after });
    asOf ??= inbox.asOf;
    expect(inbox.asOf).toBe(asOf);
    rows.push(...inbox.edges.map(({ node }) => node));
    after = inbox.pageInfo.hasNextPage ? inbox.pageInfo.endCursor : null;
  } while (after);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  const key = (row: (typeof rows)[number]) =>
    [row.urgent ? 0 : 1, row.grade, { L4: 1, L3: 2, L2: 3, L1: 4 }[row.platformLevel], row.dueAt].join('|');
  expect(rows.map(key)).toEqual(rows.map(key).toSorted());
  expect(rows.length).toBeGreaterThanOrEqual(4);
});

test('home counts what waits and states the mean with the unanswered beside it', async () => {
  const { home } = await ok<{
    home: {
      counts: { waiting: number };
      due: unknown[];
      headlines: { answered: number; unanswered: number; meanMinutes: number; targetMinutes: number }[];
    };
  }>(
    app,
    rep,
    `{ home { counts { waiting mine overdue urgent } due { id } headlines { answered unanswered meanMinutes targetMinutes oldestWaitMinutes ifAnsweredNowMinutes } failedDeliveries inboundExceptions answeredToday } }`,
  );
  const [waiting] = await app.sql<{ count: number }>(
    `select count(*)::int as count from conversations where workspace_id = $1 and status = 'waiting'`,
    [workspace.workspaceId],
  );
  expect(home.counts.waiting).toBe(waiting!.count);
  expect(home.due).toHaveLength(waiting!.count);
  expect(home.headlines).toEqual([expect.objectContaining({ unanswered: waiting!.count, targetMinutes: 240 })]);
  expect(home.headlines[0]!.answered).toBeGreaterThanOrEqual(1);
});
