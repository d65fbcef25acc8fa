import request from 'supertest';
import { eventually, inquiry, newChannel, newWorkspace, ok, post, startTestApp } from './harness/index.ts';
import type { TestApp, TestChannel, TestWorkspace } from './harness/index.ts';

let app: TestApp;
let workspace: TestWorkspace;
let channel: TestChannel;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await newWorkspace(app);
  channel = await newChannel(app, workspace.owner);
});
afterAll(() => app.stop());

interface Row {
  id: string;
  buyerName: string;
  grade: string | null;
  platformLevel: string | null;
  dueAt: string | null;
  preview: string;
  status: string;
}
const INBOX = `{ inbox(first: 100, filter: { view: ALL }) { edges { node { id buyerName grade platformLevel dueAt preview status } } } }`;
const EXCEPTIONS = `{ inboundExceptions { edges { node { id status problemCode problem body channel { id } } } } }`;
const inbox = async () =>
  (await ok<{ inbox: { edges: { node: Row }[] } }>(app, workspace.owner, INBOX)).inbox.edges.map(({ node }) => node);
const inboxRow = (name: string) =>
  eventually(async () => (await inbox()).find(({ buyerName }) => buyerName === name), Boolean);

test('an inquiry becomes buyer, thread, grade, due time and draft', async () => {
  const answer = await post(app, channel, inquiry('one'));
  expect(answer.status).toBe(202);
  expect(answer.body).toEqual({ id: expect.any(String) as string, status: 'accepted' });
  const row = await inboxRow('Buyer one');
  expect(row).toMatchObject({
    platformLevel: 'L2',
    status: 'WAITING',
    preview: 'Hello, what is your minimum order quantity?',
  });
  expect(row!.grade).toMatch(/[ABC]/);
  expect(row!.dueAt).not.toBeNull();
  const draft = await eventually(
    async () =>
      (
        await ok<{ conversation: { draft: { status: string; triage: { intents: string[] } } | null } }>(
          app,
          workspace.owner,
          `{ conversation(id: "${row!.id}") { draft { status triage { intents } } } }`,
        )
      ).conversation.draft,
    Boolean,
  );
  expect(draft!.triage.intents[0]).toBe('moq');
});

test('ten deliveries at once are one message', async () => {
  const body = inquiry('ten');
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(app, channel, body)));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(202));
  expect(answers.filter(({ body: { status } }) => (status as string) === 'accepted')).toHaveLength(1);
  await inboxRow('Buyer ten');
  expect((await inbox()).filter(({ buyerName }) => buyerName === 'Buyer ten')).toHaveLength(1);
});

test.each([
  ['emoji and right-to-left text', '🙏 مرحبا، هل الحد الأدنى 300؟', '🙏 مرحبا، هل الحد الأدنى 300؟'],
  ['NUL bytes', 'a\u0000b', 'a\uFFFDb'],
])('%s arrive readable', async (name, text, preview) => {
  expect((await post(app, channel, inquiry(name, { text }))).status).toBe(202);
  expect((await inboxRow(`Buyer ${name}`))!.preview).toBe(preview);
});

test.each([
  ['broken JSON', () => post(app, channel, '{"externalId": '), 400, 'INVALID_JSON'],
  ['no sender', () => post(app, channel, { ...inquiry('x'), sender: undefined }), 400, 'INVALID_BODY'],
  ['a wrong signature', () => post(app, { ...channel, secret: 'wrong' }, inquiry('x')), 401, 'SIGNATURE_MISMATCH'],
  [
    'an old timestamp',
    () => post(app, channel, inquiry('x'), { timestamp: String(Math.floor(Date.now() / 1000) - 301) }),
    401,
    'TIMESTAMP_OUT_OF_RANGE',
  ],
  [
    'an unknown channel',
    () => post(app, { ...channel, key: channel.key.replace(/^.{4}/, 'AAAA') }, inquiry('x')),
    404,
    'CHANNEL_NOT_FOUND',
  ],
  ['2 MB', () => post(app, channel, inquiry('x', { text: 'x'.repeat(2_000_000) })), 413, 'BODY_TOO_LARGE'],
  [
    'other content under a known id',
    async () => (await post(app, channel, inquiry('known')), post(app, channel, inquiry('known', { text: 'other' }))),
    409,
    'CONTENT_CHANGED',
  ],
])('%s is answered with a code that says what to do', async (_name, attempt, status, code) => {
  const answer = await attempt();
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ error: { code, message: expect.stringMatching(/.{10}/) as string } });
});

test('what was signed but not understood waits for a person, who can put it aside', async () => {
  const list = async () =>
    (
      await ok<{
        inboundExceptions: {
          edges: { node: { id: string; problemCode: string; body: string; channel: { id: string } } }[];
        };
      }>(app, workspace.owner, EXCEPTIONS)
    ).inboundExceptions.edges.map(({ node }) => node);
  const kept = await list();
  expect(kept.map(({ problemCode }) => problemCode).toSorted()).toEqual(['INVALID_BODY', 'INVALID_JSON']);
  expect(kept.every(({ channel: { id } }) => id === channel.id)).toBe(true);
  const [first] = kept;
  await ok(app, workspace.owner, `mutation { dismissInboundMessage(id: "${first!.id}") { __typename } }`);
  expect(await list()).toHaveLength(1);
});

test('the JSON schema of the body is published', async () => {
  const { body, status } = await request(app.url).get('/channels/messages.schema.json');
  expect(status).toBe(200);
  expect(body).toMatchObject({ required: expect.arrayContaining(['externalId', 'sentAt', 'sender']) as string[] });
});

test('another workspace sees none of it', async () => {
  const other = await newWorkspace(app, 'Other');
  const { inbox: page } = await ok<{ inbox: { edges: unknown[] } }>(app, other.owner, INBOX);
  expect(page.edges).toEqual([]);
});
