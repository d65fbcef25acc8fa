import { request as httpRequest } from 'node:http';
import { readdir } from 'node:fs/promises';
import { newId } from '@dangol/db';
import request from 'supertest';
import {
  eventually,
  FixedClock,
  inquiry,
  newChannel,
  newMember,
  newWorkspace,
  ok,
  post,
  startTestApp,
} from './harness/index.ts';
import type { Session, TestApp, TestMember, TestWorkspace } from './harness/index.ts';

const NOW = new Date();
const DAY_MS = 86_400_000;
const MB = 1024 * 1024;
const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000049454e44ae426082',
  'hex',
);
const MAKE = `mutation ($id: ID!, $conversationId: ID!) { createUploadLink(id: $id, conversationId: $conversationId) {
  __typename ... on Refusal { code } ... on UploadLinkMade { url link { id usedCount revoked createdAt expiresAt } } } }`;
const REVOKE = `mutation ($id: ID!) { revokeUploadLink(id: $id) { __typename } }`;
const THREAD = `query ($id: ID!) { conversation(id: $id) { status waitingSince uploadLinks { id usedCount revoked }
  messages { edges { node { text direction attachments { name contentType attachment { path } } } } } } }`;

interface Made {
  __typename: string;
  url: string;
  link: { id: string; usedCount: number; createdAt: string; expiresAt: string };
}
interface Thread {
  status: string;
  waitingSince: string | null;
  uploadLinks: { id: string; usedCount: number; revoked: boolean }[];
  messages: {
    edges: {
      node: {
        text: string;
        direction: string;
        attachments: { name: string; contentType: string; attachment: { path: string } | null }[];
      };
    }[];
  };
}

let app: TestApp;
let clock: FixedClock;
let workspace: TestWorkspace;
let other: TestWorkspace;
let rep: TestMember;
beforeAll(async () => {
  clock = new FixedClock(NOW.toISOString());
  app = await startTestApp({ clock });
  [workspace, other] = [await newWorkspace(app, 'Hanbit <Cosmetics>'), await newWorkspace(app, 'Other Company')];
  rep = await newMember(app, workspace, 'rep');
}, 180_000);
afterAll(() => app.stop());
beforeEach(() => clock.set(new Date(clock.now().getTime() + 61_000))); // the next minute of the rate limit

/** A conversation that a buyer has opened, of either workspace. */
async function newConversation(of: TestWorkspace = workspace): Promise<string> {
  const channel = await newChannel(app, of.owner);
  const externalId = newId();
  await post(app, channel, inquiry(externalId, { sentAt: clock.now().toISOString() }), {
    timestamp: String(Math.floor(clock.now().getTime() / 1000)),
  });
  const [row] = await eventually(
    () => app.sql<{ id: string }>(`select id from conversations where external_id = $1`, [`thread-${externalId}`]),
    ([found]) => found !== undefined,
  );
  return row!.id;
}
async function newLink(conversationId: string, by: Session = rep, id = newId()): Promise<Made & { path: string }> {
  const { createUploadLink: made } = await ok<{ createUploadLink: Made }>(app, by, MAKE, { id, conversationId });
  return { ...made, path: made.url && new URL(made.url).pathname };
}
const thread = async (id: string) => (await ok<{ conversation: Thread }>(app, rep, THREAD, { id })).conversation;
const arrived = async (id: string) =>
  (await thread(id)).messages.edges.map(({ node }) => node).filter((node) => node.attachments.length > 0);
/** Ids whose contents lie in the store, whole or half. */
const contents = async () =>
  (await readdir(app.filesFolder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

interface Sent {
  id?: string;
  note?: string;
  files?: readonly (readonly [name: string, content: Buffer])[];
}
function send(path: string, { id = newId(), note, files = [['card.txt', Buffer.from('card')]] }: Sent = {}) {
  const form = request(app.url).post(path).set('accept', 'application/json').field('id', id);
  if (note !== undefined) void form.field('note', note);
  for (const [name, content] of files) void form.attach('file', content, name);
  return form;
}
const codeOf = (answer: { status: number; body: { error?: { code: string } } }) => [
  answer.status,
  answer.body.error?.code,
];

test('files become one message of the buyer, once, and start the clock like any message', async () => {
  const conversationId = await newConversation();
  await app.sql(`update conversations set status = 'answered', waiting_since = null where id = $1`, [conversationId]);
  const link = await newLink(conversationId);
  expect(link).toMatchObject({ __typename: 'UploadLinkMade', link: { usedCount: 0, revoked: false } });
  expect(Date.parse(link.link.expiresAt) - Date.parse(link.link.createdAt)).toBe(14 * DAY_MS);
  const upload: Sent = {
    id: newId(),
    note: '  Our label\r\nfor the jar ',
    files: [
      ['라벨 시안.png', PNG],
      ['../../specs.txt', Buffer.from('500 pcs')],
    ],
  };
  const first = await send(link.path, upload);
  expect([first.status, first.body]).toEqual([201, { received: 2, next: expect.any(String) as string }]);
  expect((await send(link.path, upload)).status).toBe(200);
  const [message, ...more] = await arrived(conversationId);
  expect(more).toEqual([]);
  expect(message).toMatchObject({
    direction: 'INBOUND',
    text: 'Our label\nfor the jar',
    attachments: [
      { name: '라벨 시안.png', contentType: 'image/png' },
      { name: 'specs.txt', contentType: 'text/plain' },
    ],
  });
  const got = await request(app.url)
    .get(message!.attachments[1]!.attachment!.path)
    .set('cookie', rep.cookie)
    .buffer(true);
  expect(got.text).toBe('500 pcs');
  expect(await thread(conversationId)).toMatchObject({
    status: 'WAITING',
    waitingSince: expect.any(String) as string,
    uploadLinks: [{ id: link.link.id, usedCount: 2, revoked: false }],
  });
  expect(await contents()).toHaveLength(2); // the repetition left nothing behind
  const verbs = await app.sql<{ verb: string }>(
    `select verb from events where conversation_id = $1 and verb like 'upload_link.%' order by position`,
    [conversationId],
  );
  expect(verbs.map(({ verb }) => verb)).toEqual(['upload_link.made', 'upload_link.used']);
});

test('without words of the buyer the message says the names of the files', async () => {
  const conversationId = await newConversation();
  const { path } = await newLink(conversationId);
  await send(path, {
    note: ' \u200b ',
    files: [
      ['a.txt', PNG],
      ['b.txt', Buffer.from('b')],
    ],
  });
  expect((await arrived(conversationId))[0]).toMatchObject({ text: 'a.txt\nb.txt' });
});

test('the page names the workspace and nothing else, sets no cookie, and may not be kept or framed', async () => {
  const { path } = await newLink(await newConversation());
  const page = await request(app.url).get(path).set('accept-language', 'de-DE,de;q=0.9');
  expect([page.status, page.headers['content-language']]).toEqual([200, 'en']);
  expect(page.text).toContain('Send files to Hanbit &#60;Cosmetics&#62;');
  expect(page.text).not.toContain('Hanbit <Cosmetics>');
  expect(page.text).not.toContain(workspace.slug);
  expect(page.text).not.toContain(workspace.workspaceId);
  expect(page.headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
    'content-security-policy': expect.stringMatching(/^default-src 'none'; .*frame-ancestors 'none'$/) as string,
  });
  expect(page.headers['set-cookie']).toBeUndefined();
  const korean = await request(app.url).get(path).set('accept-language', 'ko-KR,ko;q=0.9,en;q=0.8');
  expect(korean.text).toContain('에 파일 보내기');
});

test('a browser without scripts sends the form and is shown the page that says so', async () => {
  const conversationId = await newConversation();
  const { path } = await newLink(conversationId);
  const page = await request(app.url).get(path);
  const id = /name="id" id="upload-id" value="([^"]+)"/.exec(page.text)![1]!;
  const sent = await request(app.url)
    .post(path)
    .set('accept', 'text/html')
    .field('id', id)
    .field('note', '')
    .attach('file', PNG, 'p.png');
  expect([sent.status, sent.headers.location]).toEqual([303, `${path}?sent=1`]);
  expect((await request(app.url).get(sent.headers.location!)).text).toContain('has received your files: 1');
  const none = await request(app.url)
    .post(path)
    .set('accept', 'text/html')
    .field('id', newId())
    .attach('file', Buffer.alloc(0), '');
  expect([none.status, none.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
  expect(none.text).toContain('Please choose at least one file.');
  expect(await arrived(conversationId)).toHaveLength(1);
});

test('unknown, withdrawn, over, of nobody: all look the same, and take nothing', async () => {
  const conversationId = await newConversation();
  const [revoked, over] = [await newLink(conversationId), await newLink(conversationId)];
  await ok(app, rep, REVOKE, { id: revoked.link.id });
  await ok(app, rep, REVOKE, { id: revoked.link.id });
  const buyerless = await newLink(await newConversation());
  await app.sql(
    `update buyers set erased_at = now() where id = (select buyer_id from conversations c join upload_links l on l.conversation_id = c.id where l.id = $1)`,
    [buyerless.link.id],
  );
  const strange = `${over.path.slice(0, -4)}AAAA`;
  const elsewhere = `/u/${Buffer.concat([Buffer.from(other.workspaceId.replaceAll('-', ''), 'hex'), Buffer.from(over.path.slice(3), 'base64url').subarray(16)]).toString('base64url')}`;
  clock.set(new Date(Date.parse(over.link.expiresAt)));
  const [before, answers] = [await contents(), []] as [string[], string[]];
  for (const path of [
    revoked.path,
    over.path,
    buyerless.path,
    strange,
    elsewhere,
    '/u/short',
    `/u/${'ü'.repeat(64)}`,
  ]) {
    const page = await request(app.url).get(encodeURI(path));
    expect([page.status, page.headers['set-cookie']]).toEqual([404, undefined]);
    answers.push(page.text.replace(/nonce="[^"]+"/g, ''));
    expect(codeOf(await send(encodeURI(path)))).toEqual([404, 'LINK_GONE']);
  }
  expect(new Set(answers).size).toBe(1);
  expect(await contents()).toEqual(before);
  expect(await arrived(conversationId)).toEqual([]);
});

test('who may not reply makes no link; nobody makes one for another workspace, or takes one of another back', async () => {
  const conversationId = await newConversation();
  const viewer = await newMember(app, workspace, 'viewer');
  await expect(newLink(conversationId, viewer)).rejects.toThrow(/FORBIDDEN|inbox:reply/);
  expect(await newLink(conversationId, other.owner)).toMatchObject({ __typename: 'NotFound' });
  const link = await newLink(conversationId);
  expect(await ok(app, other.owner, REVOKE, { id: link.link.id })).toMatchObject({
    revokeUploadLink: { __typename: 'NotFound' },
  });
  expect((await request(app.url).get(link.path)).status).toBe(200);
});

test('making a link again gives a fresh address to the same one; used or withdrawn, or of another thread, it is a conflict', async () => {
  const conversationId = await newConversation();
  const [first, id] = [await newLink(conversationId), newId()];
  const made = await newLink(conversationId, rep, id);
  const again = await newLink(conversationId, rep, id);
  expect([(await request(app.url).get(made.path)).status, (await request(app.url).get(again.path)).status]).toEqual([
    404, 200,
  ]);
  expect((await thread(conversationId)).uploadLinks.map((one) => one.id)).toEqual([id, first.link.id]);
  await expect(newLink(await newConversation(), rep, id)).rejects.toThrow(/CONFLICT|another link/);
  expect((await send(again.path)).status).toBe(201);
  await expect(newLink(conversationId, rep, id)).rejects.toThrow(/CONFLICT|another link/);
});

test('what is too large, too many, of a wrong kind or not whole is refused, and nothing of it stays', async () => {
  const conversationId = await newConversation();
  const { path } = await newLink(conversationId);
  const before = await contents();
  const good = ['good.txt', Buffer.from('good')] as const;
  const large = Buffer.alloc(25 * MB + 1, 'x');
  expect(codeOf(await send(path, { files: [good, ['large.txt', large]] }))).toEqual([413, 'FILE_TOO_LARGE']);
  const many = Array.from({ length: 21 }, (_, index) => [`${index}.txt`, Buffer.from('x')] as const);
  expect(codeOf(await send(path, { files: many }))).toEqual([409, 'TOO_MANY_FILES']);
  const wrong = await send(path, { files: [good, ['run.pdf', Buffer.from('<script>alert(1)</script>')], good] });
  expect([...codeOf(wrong), wrong.body.error.file]).toEqual([415, 'FILE_TYPE', 'run.pdf']);
  expect(codeOf(await send(path, { files: [['empty.txt', Buffer.alloc(0)]] }))).toEqual([415, 'FILE_TYPE']);
  expect(codeOf(await send(path, { files: [] }))).toEqual([400, 'NO_FILES']);
  expect(codeOf(await send(path, { id: 'not-an-id' }))).toEqual([400, 'BAD_FORM']);
  const json = await request(app.url).post(path).set('accept', 'application/json').send({ id: newId() });
  expect(codeOf(json)).toEqual([400, 'BAD_FORM']);
  const torn = await request(app.url)
    .post(path)
    .set({ accept: 'application/json', 'content-type': 'multipart/form-data; boundary=b' })
    .send(`--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf of`);
  expect(codeOf(torn)).toEqual([400, 'BAD_FORM']);
  expect(await contents()).toEqual(before);
  expect(await arrived(conversationId)).toEqual([]);
});

test('a link takes 20 files in all, and two uploads at once do not both get the last place', async () => {
  const conversationId = await newConversation();
  const { path, link } = await newLink(conversationId);
  const some = (count: number) =>
    Array.from({ length: count }, (_, index) => [`${index}.txt`, Buffer.from('x')] as const);
  expect((await send(path, { files: some(17) })).status).toBe(201);
  const both = await Promise.all([send(path, { files: some(3) }), send(path, { files: some(3) })]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect((await thread(conversationId)).uploadLinks).toMatchObject([{ id: link.id, usedCount: 20 }]);
  expect(await arrived(conversationId)).toHaveLength(2);
});

test('one upload that is sent twice at once arrives once', async () => {
  const conversationId = await newConversation();
  const { path } = await newLink(conversationId);
  const [before, upload] = [(await contents()).length, { id: newId() }];
  const both = await Promise.all([send(path, upload), send(path, upload)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 201]);
  expect(await arrived(conversationId)).toHaveLength(1);
  expect(await contents()).toHaveLength(before + 1);
});

test('a connection that breaks leaves nothing half, and the same upload can be sent again', async () => {
  const conversationId = await newConversation();
  const { path } = await newLink(conversationId);
  const [before, id] = [await contents(), newId()];
  const headers = { 'content-type': 'multipart/form-data; boundary=b', 'content-length': 2 * MB };
  const sending = httpRequest(app.url + path, { method: 'POST', headers });
  sending.on('error', () => undefined); // it is us who hang up
  sending.write(`--b\r\ncontent-disposition: form-data; name="id"\r\n\r\n${id}\r\n`);
  sending.write('--b\r\ncontent-disposition: form-data; name="file"; filename="whole.txt"\r\n\r\nwhole\r\n');
  sending.write('--b\r\ncontent-disposition: form-data; name="file"; filename="half.txt"\r\n\r\n');
  sending.write(Buffer.alloc(MB, 'x'));
  await eventually(contents, (now) => now.length === before.length + 2);
  sending.destroy();
  await eventually(contents, (now) => now.length === before.length);
  expect(await arrived(conversationId)).toEqual([]);
  expect((await send(path, { id })).status).toBe(201);
  expect(await arrived(conversationId)).toHaveLength(1);
});

test('a link that is withdrawn while files come in takes them no more', async () => {
  const conversationId = await newConversation();
  const { path, link } = await newLink(conversationId);
  const before = await contents();
  const answer = new Promise<number | undefined>((resolve, reject) => {
    const headers = { accept: 'application/json', 'content-type': 'multipart/form-data; boundary=b' };
    const sending = httpRequest(app.url + path, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sending.on('error', reject);
    sending.write(`--b\r\ncontent-disposition: form-data; name="id"\r\n\r\n${newId()}\r\n`);
    sending.write('--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n');
    sending.write(Buffer.alloc(MB, 'x'));
    void eventually(contents, (now) => now.length > before.length)
      .then(() => ok(app, rep, REVOKE, { id: link.id }))
      .then(() => sending.end('\r\n--b--\r\n'));
  });
  expect(await answer).toBe(404);
  expect(await contents()).toEqual(before);
  expect(await arrived(conversationId)).toEqual([]);
});

test('a stranger who asks without end is told to wait', async () => {
  const { path } = await newLink(await newConversation());
  let limited = await request(app.url).get(path);
  for (let n = 0; n < 60; n += 1) limited = await request(app.url).get(path);
  expect([limited.status, limited.headers['retry-after']]).toEqual([429, '60']);
  clock.set(new Date(clock.now().getTime() + 60_000));
  expect((await request(app.url).get(path)).status).toBe(200);
});
