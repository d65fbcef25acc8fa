import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { access, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { inspect } from 'node:util';
import S3rver from 's3rver';
import { FileMissing, FileStore, FileStoreUnavailable, FileTooLarge, fileKey } from './file-store.ts';
import { LocalFileStore } from './local-file-store.ts';
import { S3FileStore } from './s3-file-store.ts';

const MB = 1024 * 1024;
const LIMIT = { maxBytes: 32 * MB };
const key = (workspaceId: string = randomUUID(), id: string = randomUUID()) => fileKey(workspaceId, 'imports', id);
const of = (content: Buffer): Readable => Readable.from(pieces(content), { objectMode: false });
const read = async (store: FileStore, at: string, range?: { start: number; end?: number }) =>
  buffer(await store.open(at, range));
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest();

function* pieces(content: Buffer): Generator<Buffer> {
  for (let at = 0; at < content.length; at += 60_000) yield content.subarray(at, at + 60_000);
}

function* brokenOff(content: Buffer): Generator<Buffer> {
  yield* pieces(content);
  throw new Error('the sender went away');
}

let folder: string;
let bucketFolder: string;
let server: S3rver;
let endpoint: string;
let s3: S3FileStore;
let local: LocalFileStore;
const account = { region: 'us-east-1', bucket: 'dangol', accessKey: 'S3RVER', secretKey: 'S3RVER' };

beforeAll(async () => {
  [folder, bucketFolder] = [await mkdtemp(join(tmpdir(), 'store-')), await mkdtemp(join(tmpdir(), 'bucket-'))];
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: bucketFolder,
    configureBuckets: [{ name: 'dangol' }],
  });
  endpoint = `http://127.0.0.1:${(await server.run()).port}`;
  s3 = new S3FileStore({ ...account, endpoint });
  local = new LocalFileStore(join(folder, 'files'));
});
afterAll(async () => {
  s3.close();
  await server.close();
  await Promise.all([folder, bucketFolder].map((made) => rm(made, { recursive: true })));
});

describe.each(['local', 's3'] as const)('a %s store', (kind) => {
  const store = (): FileStore => (kind === 's3' ? s3 : local);

  test.each([
    ['a byte', 1],
    ['less than a part', 3 * MB],
    ['several parts', 21 * MB + 7],
  ])('gives back %s as it was put, with its size and hash', async (_what, size) => {
    const [content, at] = [randomBytes(size), key()];
    expect(await store().put(at, of(content), LIMIT)).toEqual({ sizeBytes: size, sha256: sha256(content) });
    expect((await read(store(), at)).equals(content)).toBe(true);
  });

  test('gives the bytes of a range, both ends included', async () => {
    const at = key();
    await store().put(at, of(Buffer.from('0123456789')), LIMIT);
    expect(String(await read(store(), at, { start: 2, end: 4 }))).toBe('234');
    expect(String(await read(store(), at, { start: 7 }))).toBe('789');
  });

  test('keeps one key apart from the same id of another workspace or kind', async () => {
    const [a, b, id] = [randomUUID(), randomUUID(), randomUUID()];
    await store().put(key(a, id), of(Buffer.from('of a')), LIMIT);
    await expect(store().open(key(b, id))).rejects.toThrow(FileMissing);
    await expect(store().open(fileKey(a, 'attachments', id))).rejects.toThrow(FileMissing);
    await store().remove(key(b, id));
    expect(String(await read(store(), key(a, id)))).toBe('of a');
  });

  test('puts a content in place of the one before', async () => {
    const at = key();
    await store().put(at, of(Buffer.from('first, and longer')), LIMIT);
    await store().put(at, of(Buffer.from('second')), LIMIT);
    expect(String(await read(store(), at))).toBe('second');
  });

  test.each([
    ['at once', 10, 9],
    ['after parts went up', 21 * MB, 20 * MB],
  ])('takes no content that is too long, noticed %s', async (_when, size, maxBytes) => {
    const at = key();
    await expect(store().put(at, of(randomBytes(size)), { maxBytes })).rejects.toThrow(FileTooLarge);
    await expect(store().open(at)).rejects.toThrow(FileMissing);
    expect(await store().put(at, of(randomBytes(maxBytes)), { maxBytes })).toMatchObject({ sizeBytes: maxBytes });
  });

  test.each([
    ['its first byte', 0],
    ['some bytes', 1000],
    ['some parts', 18 * MB],
  ])('keeps nothing of a content that breaks off after %s, and what was there stays', async (_when, size) => {
    const at = key();
    const broken = () => Readable.from(brokenOff(randomBytes(size)), { objectMode: false });
    await expect(store().put(at, broken(), LIMIT)).rejects.toThrow('the sender went away');
    await expect(store().open(at)).rejects.toThrow(FileMissing);
    await store().put(at, of(Buffer.from('whole')), LIMIT);
    await expect(store().put(at, broken(), LIMIT)).rejects.toThrow('the sender went away');
    expect(String(await read(store(), at))).toBe('whole');
  });

  test('keeps nothing of a content that is destroyed without an error', async () => {
    const at = key();
    const content = new Readable({ read: () => undefined });
    content.push(randomBytes(100));
    const putting = store().put(at, content, LIMIT);
    content.destroy();
    await expect(putting).rejects.toThrow();
    await expect(store().open(at)).rejects.toThrow(FileMissing);
  });

  test('forgets a removed content, also when it is removed again', async () => {
    const at = key();
    await store().put(at, of(Buffer.from('x')), LIMIT);
    await store().remove(at);
    await expect(store().open(at)).rejects.toThrow(FileMissing);
    await expect(store().remove(at)).resolves.toBeUndefined();
  });

  test.each([
    '../../etc/passwd',
    'a/imports/b',
    `${randomUUID()}/imports/../x`,
    `${randomUUID()}/other/${randomUUID()}`,
  ])('takes no key that is not made of ids: %s', async (bad) => {
    const content = of(Buffer.from('x'));
    await expect(store().put(bad, content, LIMIT)).rejects.toThrow(TypeError);
    await expect(store().open(bad)).rejects.toThrow(TypeError);
    await expect(store().remove(bad)).rejects.toThrow(TypeError);
  });
});

describe('the local store', () => {
  test('leaves nothing aside when a content broke off, and clears what killed processes left a day ago', async () => {
    const aside = join(folder, 'files', '.incoming');
    await expect(local.put(key(), of(randomBytes(10)), { maxBytes: 1 })).rejects.toThrow(FileTooLarge);
    expect(await readdir(aside)).toEqual([]);
    for (const name of ['old', 'new']) await writeFile(join(aside, name), 'half');
    const twoDaysAgo = new Date(Date.now() - 48 * 3_600_000);
    await utimes(join(aside, 'old'), twoDaysAgo, twoDaysAgo);
    await local.clearForgotten(new Date());
    expect(await readdir(aside)).toEqual(['new']);
    await new LocalFileStore(join(folder, 'never made')).clearForgotten(new Date());
  });

  test('ends the content when the disk takes nothing', async () => {
    await writeFile(join(folder, 'a file'), '');
    const content = of(Buffer.from('x'));
    await expect(new LocalFileStore(join(folder, 'a file')).put(key(), content, LIMIT)).rejects.toThrow(
      FileStoreUnavailable,
    );
    expect(content.destroyed).toBe(true);
    await access(join(folder, 'a file'));
  });
});

describe('the S3 store', () => {
  test('says that it cannot be reached, without its secret', async () => {
    const away = new S3FileStore({ ...account, secretKey: 'hunter2', endpoint: 'http://127.0.0.1:9' });
    const content = of(Buffer.from('x'));
    const attempts = await Promise.allSettled([away.put(key(), content, LIMIT), away.open(key()), away.remove(key())]);
    for (const attempt of attempts) {
      const error: unknown = attempt.status === 'rejected' ? attempt.reason : null;
      expect(error).toBeInstanceOf(FileStoreUnavailable);
      expect(inspect(error, { depth: 10 })).not.toContain('hunter2');
    }
    away.close();
  });

  test('a wrong key is a store that refuses us, not a missing file', async () => {
    const at = key();
    await s3.put(at, of(Buffer.from('x')), LIMIT);
    const stranger = new S3FileStore({ ...account, accessKey: 'nobody', endpoint });
    await expect(stranger.open(at)).rejects.toThrow(FileStoreUnavailable);
    stranger.close();
  });
});
