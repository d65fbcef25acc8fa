import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  assertKey,
  type ByteRange,
  FileMissing,
  FileStore,
  FileStoreUnavailable,
  FileTooLarge,
  type KeptFile,
} from './file-store.ts';
import { MeasuredStream } from './measured-stream.ts';

/** Where contents are written before they are whole; on the same disk, so that a rename puts them in place. */
const INCOMING = '.incoming';
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

/**
 * Files in a folder: `{workspace}/{kind}/{id}`. A content is written aside, brought to the disk and then renamed, so that
 * whoever opens a key finds a whole content or none, also after a power cut.
 */
export class LocalFileStore extends FileStore {
  private readonly folder: string;

  constructor(folder: string) {
    super();
    this.folder = resolve(folder);
  }

  async put(key: string, content: Readable, { maxBytes }: { maxBytes: number }): Promise<KeptFile> {
    const place = this.placeOf(key);
    const aside = join(this.folder, INCOMING, randomUUID());
    const measure = new MeasuredStream(maxBytes);
    try {
      await mkdir(dirname(aside), { recursive: true, mode: 0o700 });
      const file = await open(aside, 'wx', 0o600);
      await pipeline(content, measure, file.createWriteStream({ flush: true }));
      await this.makeFolder(dirname(place));
      await rename(aside, place);
      await syncFolder(dirname(place));
    } catch (error) {
      content.destroy(); // also when the disk failed before a byte was read
      await rm(aside, { force: true }).catch(() => undefined); // the first failure is the one to tell
      throw error instanceof FileTooLarge || content.errored === error ? error : new FileStoreUnavailable(error);
    }
    return measure.measured();
  }

  async open(key: string, range?: ByteRange): Promise<Readable> {
    const place = this.placeOf(key);
    try {
      const file = await open(place, 'r');
      return file.createReadStream({ ...range, highWaterMark: 256 * 1024 });
    } catch (error) {
      throw isNotThere(error) ? new FileMissing(key) : error;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.placeOf(key), { force: true });
  }

  override async clearForgotten(now: Date): Promise<void> {
    const folder = join(this.folder, INCOMING);
    const names = await readdir(folder).catch((error: unknown) => {
      if (isNotThere(error)) return [];
      throw error;
    });
    for (const name of names) {
      const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Infinity })); // gone meanwhile
      if (now.getTime() - mtimeMs > FORGOTTEN_AFTER_MS) await rm(join(folder, name), { force: true });
    }
  }

  private placeOf(key: string): string {
    return join(this.folder, ...assertKey(key).split('/'));
  }

  /** Makes a folder that survives a power cut as its files do: each new level is written into the one above it. */
  private async makeFolder(folder: string): Promise<void> {
    const highest = await mkdir(folder, { recursive: true, mode: 0o700 });
    for (let made = folder; highest !== undefined && made.length >= highest.length; made = dirname(made))
      await syncFolder(dirname(made));
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isNotThere(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
