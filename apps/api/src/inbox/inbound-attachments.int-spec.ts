import { AttachmentsRepository, newId } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { buffer } from 'node:stream/consumers';
import { AttachmentContents } from '../attachments/index.ts';
import { GradeBuyerUseCase } from '../buyers/index.ts';
import { FileMissing, FileStore, FileStoreUnavailable } from '../platform/files/file-store.ts';
import { apply, armChannel, deliver, deliverAndApply, deliveryBody } from '../testing/inbound-deliveries.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';

let wired: WiredFeatures;
let a: SeededWorkspace;
let b: SeededWorkspace;

beforeAll(async () => {
  wired = await wireFeatures('2026-03-02T05:00:00Z');
  ({ a, b } = await seedTwoWorkspaces(wired.db));
  for (const workspace of [a, b]) await armChannel(wired, workspace);
});
afterAll(() => wired.close());

const file = (name: string, text = name) => ({
  name,
  contentType: 'text/plain',
  base64: Buffer.from(text).toString('base64'),
});
const body = (externalId: string, ...names: string[]) =>
  deliveryBody({
    externalId,
    conversation: { externalId: `thread-${externalId}` },
    attachments: names.map((name) => file(name)),
  });
const rowsOf = (workspace: SeededWorkspace, externalId: string) =>
  wired.db.database.query<{ id: string; name: string; ofMessage: boolean }>(
    workspace,
    `select f.id, f.name, m.conversation_id = f.conversation_id as "ofMessage"
     from messages m join attachments f on f.workspace_id = m.workspace_id and f.message_id = m.id
     where m.workspace_id = $1 and m.external_id = $2 order by f.name`,
    [workspace.workspaceId, externalId],
  );
/** Makes a part of the application fail once. */
function failOnce<Part extends object>(part: Part, method: keyof Part, error: Error): void {
  const before = part[method];
  Object.assign(part, {
    [method]: () => {
      Object.assign(part, { [method]: before });
      return Promise.reject(error);
    },
  });
}

it('keeps each file of a delivery with its message, in its own workspace', async () => {
  for (const workspace of [a, b]) await deliverAndApply(wired, workspace, body('m-1', 'one.txt', 'two.csv'));
  const [ofA, ofB] = [await rowsOf(a, 'm-1'), await rowsOf(b, 'm-1')];
  expect(ofA).toMatchObject([
    { name: 'one.txt', ofMessage: true },
    { name: 'two.csv', ofMessage: true },
  ]);
  expect(ofB.map(({ name }) => name)).toEqual(['one.txt', 'two.csv']);
  expect(String(await buffer(await wired.get(AttachmentContents).open(a, ofA[0]!.id)))).toBe('one.txt');
  await expect(wired.get(AttachmentContents).open(b, ofA[0]!.id)).rejects.toThrow(FileMissing);
});

it('tries again when the store does not answer, and has each file once', async () => {
  const { id } = await deliver(wired, a, body('m-2', 'one.txt', 'two.txt'));
  failOnce(wired.get(FileStore), 'put', new FileStoreUnavailable(new Error('down')));
  await expect(apply(wired, a, id)).rejects.toThrow(FileStoreUnavailable);
  expect(await rowsOf(a, 'm-2')).toEqual([]);
  await apply(wired, a, id);
  await apply(wired, a, id); // at least once
  expect(await rowsOf(a, 'm-2')).toHaveLength(2);
});

it('keeps no content of a message that could not be made, and all of it when it is made after all', async () => {
  const put: string[] = [];
  const contents = wired.get(AttachmentContents);
  const real = contents.put.bind(contents);
  Object.assign(contents, {
    put: (...args: Parameters<typeof real>) => {
      put.push(args[1]);
      return real(...args);
    },
  });
  const { id } = await deliver(wired, a, body('m-3', 'one.txt'));
  failOnce(wired.get(GradeBuyerUseCase), 'execute', new Error('no grade'));
  await apply(wired, a, id, true); // the last attempt: a person decides from here on
  expect(put.length).toBeGreaterThan(0); // with the others, then by itself
  await expect(wired.get(AttachmentContents).open(a, put[0]!)).rejects.toThrow(FileMissing);
  await wired.db.unitOfWork.run(a, () =>
    wired.db.database.query(a, `update inbound_messages set status = 'pending' where workspace_id = $1 and id = $2`, [
      a.workspaceId,
      id,
    ]),
  );
  await apply(wired, a, id);
  Object.assign(contents, { put: real });
  expect(new Set(put).size).toBe(1); // the same id again
  expect(String(await buffer(await contents.open(a, put[0]!)))).toBe('one.txt');
});

it('keeps a message whose files are refused, and says so of each', async () => {
  await deliverAndApply(wired, a, body('m-4', '../run.exe', 'fine.txt'));
  const [message] = await wired.db.database.query<{ attachments: object[] }>(
    a,
    `select attachments from messages where workspace_id = $1 and external_id = 'm-4'`,
    [a.workspaceId],
  );
  const [{ id: fine } = { id: newId() }] = await rowsOf(a, 'm-4');
  expect(message!.attachments).toEqual([
    { name: 'run.exe', contentType: 'text/plain', url: null, refused: true },
    { name: 'fine.txt', contentType: 'text/plain', url: null, attachmentId: fine },
  ]);
  expect((await wired.get(AttachmentsRepository).findById(a, fine))?.uploadedBy).toBeNull();
});
