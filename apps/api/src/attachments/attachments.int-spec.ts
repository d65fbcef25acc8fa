import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { AttachmentsRepository, newId, type TenantContext } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import pg from 'pg';
import { CodedError } from '../platform/errors/coded-error.ts';
import { fileKey, FileMissing, FileStore } from '../platform/files/file-store.ts';
import { memberContext } from '../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { AttachmentContents } from './attachment-contents.ts';
import {
  queryAttachmentsOfBuyer,
  queryAttachmentsOfMessages,
  queryAttachmentsOfProducts,
  queryPendingAttachments,
} from './attachments.query.ts';
import { KeepAttachmentUseCase } from './keep-attachment.use-case.ts';
import { MoveContentsJob } from './move-contents.job.ts';
import { RemoveAttachmentUseCase } from './remove-attachment.use-case.ts';
import { RemoveContentJob } from './remove-content.job.ts';
import { REMOVE_CONTENT } from './remove-content.task-name.ts';

let wired: WiredFeatures;
let admin: pg.Client;
let a: SeededWorkspace;
let b: SeededWorkspace;

beforeAll(async () => {
  wired = await wireFeatures('2026-03-20T00:00:00Z');
  ({ a, b } = await seedTwoWorkspaces(wired.db));
  admin = new pg.Client(wired.db.url);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await wired.close();
});

const text = (content: string) => Readable.from([Buffer.from(content)], { objectMode: false });
const keep = (
  workspace: SeededWorkspace,
  kind: 'buyers' | 'products' | 'conversations',
  content = 'x',
  id = newId(),
) => {
  const ownerId = { buyers: workspace.buyerId, products: workspace.productId, conversations: workspace.conversationId };
  const sent = { id, owner: { kind, id: ownerId[kind] }, name: 'a.txt', content: text(content) };
  return wired
    .get(KeepAttachmentUseCase)
    .keep(memberContext(workspace), sent)
    .then(() => id);
};
const stored = async (ctx: TenantContext, id: string): Promise<string | null> => {
  try {
    return String(await buffer(await wired.get(FileStore).open(fileKey(ctx.workspaceId, 'attachments', id))));
  } catch (error) {
    if (error instanceof FileMissing) return null;
    throw error;
  }
};
const rowOf = (ctx: TenantContext, id: string) => wired.get(AttachmentsRepository).findById(ctx, id);
const removalsOf = async (id: string) =>
  (await wired.waitingJobs(REMOVE_CONTENT)).filter((job) => job.id === id).length;

test('the lists of one workspace hold nothing of another one, whatever ids they are asked for', async () => {
  for (const workspace of [a, b])
    for (const kind of ['buyers', 'products', 'conversations'] as const) await keep(workspace, kind);
  await admin.query(
    `insert into attachments (workspace_id, id, conversation_id, message_id, name, content_type, size_bytes, sha256, created_at)
     select workspace_id, gen_random_uuid(), conversation_id, id, 'sent.txt', 'text/plain', 1, '', now() from messages`,
  );
  const { database } = wired.db;
  for (const [ctx, of, count] of [
    [a, a, 1],
    [a, b, 0],
  ] as const) {
    expect((await queryAttachmentsOfBuyer(database, ctx, of.buyerId)).length).toBe(count * 2); // one is seeded
    expect((await queryAttachmentsOfProducts(database, ctx, [of.productId])).size).toBe(count);
    expect((await queryAttachmentsOfMessages(database, ctx, [of.messageId])).size).toBe(count);
    expect((await queryPendingAttachments(database, ctx, of.conversationId, of.ownerId)).length).toBe(count);
  }
});

test('the id of a file of another workspace names a file of its own here', async () => {
  const id = await keep(a, 'buyers', 'of a');
  await keep(b, 'buyers', 'of b', id);
  expect([await stored(a, id), await stored(b, id)]).toEqual(['of a', 'of b']);
});

test('a row that cannot be written takes its content with it; one that is there keeps its own', async () => {
  const id = newId();
  const erased = `update buyers set erased_at = $2 where id = $1`;
  const whileItComesIn = async function* () {
    yield Buffer.alloc(100_000, 'x');
    await admin.query(erased, [a.buyerId, new Date()]);
    yield Buffer.alloc(100_000, 'x');
  };
  const content = Readable.from(whileItComesIn(), { objectMode: false });
  const sent = { id, owner: { kind: 'buyers' as const, id: a.buyerId }, name: 'a.txt', content };
  await expect(wired.get(KeepAttachmentUseCase).keep(memberContext(a), sent)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect([await rowOf(a, id), await stored(a, id)]).toEqual([null, null]);
  await admin.query(erased, [a.buyerId, null]);
  await keep(a, 'buyers', 'kept', id);
  const other = { id, owner: { kind: 'products' as const, id: a.productId }, name: 'a.txt', content: text('stolen') };
  await expect(wired.get(KeepAttachmentUseCase).keep(memberContext(a), other)).rejects.toThrow(CodedError);
  expect(await stored(a, id)).toBe('kept');
});

test('files are for what is there: not for an erased buyer, nor for one of another workspace', async () => {
  await expect(keep({ ...a, buyerId: b.buyerId }, 'buyers')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await admin.query(`update buyers set erased_at = now() where id = $1`, [b.buyerId]);
  for (const kind of ['buyers', 'conversations'] as const)
    await expect(keep(b, kind)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await admin.query(`update buyers set erased_at = null where id = $1`, [b.buyerId]);
});

test('files of one reply may have 50 MB together, the one that is sent among them', async () => {
  await admin.query(
    `insert into attachments (workspace_id, id, conversation_id, name, content_type, size_bytes, sha256, uploaded_by, created_at)
     select $1, gen_random_uuid(), $2, 'long.mp4', 'video/mp4', 52428800 - 2 - coalesce(sum(size_bytes), 0), '', $3, now()
     from attachments where workspace_id = $1 and conversation_id = $2 and message_id is null and uploaded_by = $3`,
    [a.workspaceId, a.conversationId, a.ownerId],
  );
  await expect(keep(a, 'conversations', 'abc')).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  const id = newId();
  await Promise.all([keep(a, 'conversations', 'ab', id), keep(a, 'conversations', 'ab', id)]);
  expect(await stored(a, id)).toBe('ab');
  await expect(keep(a, 'conversations', 'c')).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  await admin.query(`delete from attachments where name = 'long.mp4'`);
});

test('a removed file loses its row at once and its content by a job, unless the file is there again', async () => {
  const [gone, back] = [await keep(a, 'buyers', 'gone'), await keep(a, 'buyers', 'first')];
  for (const id of [gone, back]) await wired.get(RemoveAttachmentUseCase).one(memberContext(a), id);
  expect([await rowOf(a, gone), await stored(a, gone), await removalsOf(gone)]).toEqual([null, 'gone', 1]);
  await keep(a, 'buyers', 'second', back);
  for (const id of [gone, back]) await wired.get(RemoveContentJob).run({ workspaceId: a.workspaceId, id });
  expect([await stored(a, gone), await stored(a, back)]).toEqual([null, 'second']);
});

test('all files of a product go with it, and those of no other', async () => {
  const [ofA, ofB] = [await keep(a, 'products'), await keep(b, 'products')];
  const ctx = memberContext(a);
  await wired.db.unitOfWork.run(ctx, () => wired.get(RemoveAttachmentUseCase).allOf(ctx, { productId: a.productId }));
  expect([await rowOf(a, ofA), await removalsOf(ofA)]).toEqual([null, 1]);
  expect([(await rowOf(b, ofB))?.id, await removalsOf(ofB)]).toEqual([ofB, 0]);
});

test('a file that nobody sends for a week goes; a younger one and a sent one stay', async () => {
  const [old, young, sent] = [
    await keep(a, 'conversations'),
    await keep(a, 'conversations'),
    await keep(a, 'conversations'),
  ];
  const age = `update attachments set created_at = $2 where id = $1`;
  const now = wired.clock.now().getTime();
  await admin.query(age, [old, new Date(now - 7 * 86_400_000 - 1000)]);
  await admin.query(age, [young, new Date(now - 7 * 86_400_000 + 1000)]);
  await admin.query(`update attachments set created_at = '2026-01-01', message_id = $2 where id = $1`, [
    sent,
    a.messageId,
  ]);
  await wired.get(RemoveAttachmentUseCase).sweepPending(a, wired.clock.now());
  expect(await Promise.all([old, young, sent].map(async (id) => (await rowOf(a, id)) !== null))).toEqual([
    false,
    true,
    true,
  ]);
  expect(await removalsOf(old)).toBe(1);
});

test('contents from before there was a store are given as they are, then moved into it, workspace by workspace', async () => {
  const ids = [newId(), newId()];
  for (const [workspace, id] of [
    [a, ids[0]],
    [b, ids[1]],
  ] as const)
    await admin.query(
      `insert into attachments (workspace_id, id, buyer_id, name, content_type, size_bytes, sha256, content, created_at)
       values ($1, $2, $3, 'old.txt', 'text/plain', 3, '', 'old', now())`,
      [workspace.workspaceId, id, workspace.buyerId],
    );
  const contents = wired.get(AttachmentContents);
  expect(String(await buffer(await contents.open(a, ids[0]!)))).toBe('old');
  await wired.get(MoveContentsJob).run({ workspaceId: a.workspaceId });
  await wired.get(MoveContentsJob).run({ workspaceId: a.workspaceId }); // at least once
  expect(String(await buffer(await contents.open(a, ids[0]!)))).toBe('old');
  expect([await stored(a, ids[0]!), await stored(b, ids[1]!)]).toEqual(['old', null]);
  const { rows } = await admin.query<{ id: string }>(`select id from attachments where content is not null`);
  expect(rows).toEqual([{ id: ids[1] }]);
});
