import { newId } from '@dangol/db';
import request from 'supertest';
import {
  eventually,
  inquiry,
  newChannel,
  newMember,
  newWorkspace,
  ok,
  post,
  startReplyEndpoint,
  startTestApp,
} from './harness/index.ts';
import type { ReplyEndpoint, Session, TestApp, TestChannel, TestMember, TestWorkspace } from './harness/index.ts';

const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000049454e44ae426082',
  'hex',
);
const FILES = `name contentType url refused attachment { id name contentType sizeBytes isImage path uploadedBy { name } }`;
const THREAD = `query ($id: ID!) { conversation(id: $id) { id revision pendingAttachments { id name }
  messages { edges { node { id direction deliveryStatus attachments { ${FILES} } } } } } }`;
const SEND = `mutation ($input: SendReplyInput!) { sendReply(input: $input) { __typename ... on Refusal { code } ... on ReplySaved { message { id attachments { ${FILES} } } } } }`;
const CANCEL = `mutation ($id: ID!) { cancelReply(messageId: $id) { __typename } }`;

interface FileAnswer {
  name: string;
  contentType: string;
  refused: boolean;
  attachment: { id: string; path: string } | null;
}
interface Thread {
  conversation: {
    id: string;
    revision: number;
    pendingAttachments: { id: string; name: string }[];
    messages: { edges: { node: { id: string; deliveryStatus: string | null; attachments: FileAnswer[] } }[] };
  };
}

let app: TestApp;
let workspace: TestWorkspace;
let rep: TestMember;
let endpoint: ReplyEndpoint;
let channel: TestChannel;

beforeAll(async () => {
  app = await startTestApp();
  workspace = await newWorkspace(app);
  rep = await newMember(app, workspace, 'rep');
  endpoint = await startReplyEndpoint();
  channel = await newChannel(app, workspace.owner, endpoint.url);
  await app.sql(`update workspaces set undo_send_seconds = 60 where id = $1`, [workspace.workspaceId]);
}, 180_000);
afterAll(async () => {
  endpoint.stop();
  await app.stop();
});

/** Delivers a message and answers its conversation once it is there. */
async function arrive(externalId: string, fields: Record<string, unknown> = {}): Promise<string> {
  expect((await post(app, channel, inquiry(externalId, fields))).status).toBe(202);
  const [row] = await eventually(
    () =>
      app.sql<{ id: string }>(`select conversation_id as id from messages where channel_id = $1 and external_id = $2`, [
        channel.id,
        externalId,
      ]),
    (rows) => rows.length === 1,
  );
  return row!.id;
}
const thread = async (session: Session, id: string) => (await ok<Thread>(app, session, THREAD, { id })).conversation;
const put = async (session: TestMember, conversationId: string, body: Buffer, name: string) => {
  const id = newId();
  const answer = await request(app.url)
    .put(`/files/conversations/${conversationId}/${id}?workspace=${workspace.slug}&name=${encodeURIComponent(name)}`)
    .set('cookie', session.cookie)
    .send(body);
  return { id, status: answer.status };
};
const send = (session: Session, conversationId: string, revision: number, attachmentIds: string[], id = newId()) =>
  ok<{ sendReply: { __typename: string; code?: string; message: { id: string; attachments: FileAnswer[] } } }>(
    app,
    session,
    SEND,
    {
      input: {
        id,
        conversationId,
        text: 'Please find the files attached.',
        revision,
        attachmentIds,
        overrideMoved: true,
      },
    },
  );

test('files inside a delivery are kept with the message, by what they are; a refused one is named', async () => {
  const id = await arrive('files', {
    attachments: [
      { name: 'C:\\photos\\공장.png', contentType: 'application/octet-stream', base64: PNG.toString('base64') },
      { name: 'invoice.pdf', contentType: 'application/pdf', base64: Buffer.from('MZ\u0000\u0000').toString('base64') },
      { name: 'large.zip', contentType: 'application/zip', url: 'https://files.example/large.zip' },
      { name: 'empty.txt', contentType: 'text/plain', base64: '' },
    ],
  });
  const { messages } = await thread(rep, id);
  const files = messages.edges[0]!.node.attachments;
  expect(files).toMatchObject([
    {
      name: '공장.png',
      contentType: 'image/png',
      url: null,
      refused: false,
      attachment: { isImage: true, uploadedBy: null },
    },
    { name: 'invoice.pdf', contentType: 'application/pdf', refused: true, attachment: null },
    { name: 'large.zip', url: 'https://files.example/large.zip', refused: false, attachment: null },
    { name: 'empty.txt', refused: true, attachment: null },
  ]);
  const got = await request(app.url).get(files[0]!.attachment!.path).set('cookie', rep.cookie).buffer(true);
  expect([got.status, got.headers['content-type']]).toEqual([200, 'image/png']);
  expect(Buffer.compare(got.body as Buffer, PNG)).toBe(0);
  const own = await app.sql(`select from attachments where message_id is not null`);
  expect(own).toHaveLength(1);
});

test('the same delivery again makes neither a second message nor a second file', async () => {
  const body = inquiry('twice', {
    attachments: [{ name: 'a.png', contentType: 'image/png', base64: PNG.toString('base64') }],
  });
  const id = await arrive('twice', body);
  expect((await post(app, channel, body)).status).toBe(202);
  expect((await post(app, channel, { ...body, text: 'the same id with another text' })).status).toBe(409);
  await eventually(
    () => app.sql(`select from inbound_messages where external_id = 'twice' and status = 'pending'`),
    (rows) => rows.length === 0,
  );
  expect(await app.sql(`select from attachments where conversation_id = $1`, [id])).toHaveLength(1);
});

test('files wait at the composer of the one who added them, and go with the reply as they are', async () => {
  await app.sql(`update workspaces set undo_send_seconds = 0 where id = $1`, [workspace.workspaceId]);
  const id = await arrive('asks');
  const file = await put(rep, id, PNG, '견적 "1".png');
  expect(file.status).toBe(201);
  expect((await thread(rep, id)).pendingAttachments).toEqual([{ id: file.id, name: '견적 "1".png' }]);
  const { pendingAttachments, revision } = await thread(workspace.owner, id);
  expect(pendingAttachments).toEqual([]);
  const path = `/files/conversations/${id}/${file.id}?workspace=${workspace.slug}`;
  expect((await request(app.url).get(path).set('cookie', workspace.owner.cookie)).status).toBe(404);
  expect((await send(workspace.owner, id, revision, [file.id])).sendReply.__typename).toBe('NotFound');

  const replyId = newId();
  const { sendReply } = await send(rep, id, revision, [file.id], replyId);
  expect(sendReply.message.attachments).toMatchObject([{ name: '견적 "1".png', attachment: { id: file.id } }]);
  expect((await send(rep, id, revision, [file.id], replyId)).sendReply.__typename).toBe('ReplySaved'); // sent again
  const [delivered] = await eventually(
    () => Promise.resolve(endpoint.received.filter((reply) => reply.externalId === replyId)),
    (replies) => replies.length === 1,
  );
  expect(delivered).toMatchObject({
    attachments: [{ name: '견적 "1".png', contentType: 'image/png', base64: PNG.toString('base64') }],
  });
  expect((await thread(rep, id)).pendingAttachments).toEqual([]);
  expect((await request(app.url).get(path).set('cookie', workspace.owner.cookie)).status).toBe(200);
  expect((await send(rep, id, revision, [file.id])).sendReply.__typename).toBe('NotFound'); // it has gone already
  const remove = `mutation ($id: ID!) { removeAttachment(id: $id) { __typename } }`;
  expect(await ok(app, rep, remove, { id: file.id })).toEqual({ removeAttachment: { __typename: 'NotFound' } });
});

test('a reply that is taken back gives its files back to the composer', async () => {
  await app.sql(`update workspaces set undo_send_seconds = 60 where id = $1`, [workspace.workspaceId]);
  const id = await arrive('undo');
  const file = await put(rep, id, Buffer.from('terms'), 'terms.txt');
  const { sendReply } = await send(rep, id, (await thread(rep, id)).revision, [file.id]);
  expect((await thread(rep, id)).pendingAttachments).toEqual([]);
  await ok(app, rep, CANCEL, { id: sendReply.message.id });
  const again = await thread(rep, id);
  expect(again.pendingAttachments).toEqual([{ id: file.id, name: 'terms.txt' }]);
  expect((await send(rep, id, again.revision, [file.id])).sendReply.__typename).toBe('ReplySaved');
});

test('twenty files may wait for one reply', async () => {
  const id = await arrive('many');
  await app.sql(
    `insert into attachments (workspace_id, id, conversation_id, name, content_type, size_bytes, sha256, uploaded_by, created_at)
     select $1, gen_random_uuid(), $2, 'a.txt', 'text/plain', 1, '', $3, now() from generate_series(1, 20)`,
    [workspace.workspaceId, id, rep.memberId],
  );
  expect((await put(rep, id, Buffer.from('x'), 'a.txt')).status).toBe(409);
  expect((await put(workspace.owner, id, Buffer.from('x'), 'a.txt')).status).toBe(201);
});

test('what came from a file cannot be answered, and that is said', async () => {
  const id = await arrive('from a file');
  await app.sql(`update channels set kind = 'file' where id = $1`, [channel.id]);
  const { sendReply } = await send(rep, id, (await thread(rep, id)).revision, []);
  expect(sendReply).toEqual({ __typename: 'ChannelCannotSend', code: 'CHANNEL_CANNOT_SEND' });
  expect(await app.sql(`select from messages where conversation_id = $1 and direction = 'outbound'`, [id])).toEqual([]);
});
