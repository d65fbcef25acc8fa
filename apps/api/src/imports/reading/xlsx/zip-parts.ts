import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { OpenFile } from '../layout.ts';
import { UnreadableFile } from '../unreadable-file.ts';

const MB = 1024 * 1024;
/** A workbook has dozens of parts, with images hundreds. */
const MAX_ENTRIES = 10_000;
/** A full sheet of 1,048,576 rows is some 2 GB of XML. */
const MAX_PART = 6 * 1024 * MB;
/** Sheets compress 5 to 20 times, very uniform ones 60; a bomb 1,000 times. */
const MAX_RATIO = 200;
const RATIO_MATTERS_FROM = 32 * MB;

/**
 * The parts of a zip file, which is kept in a folder of its own while it is open: a zip is read from its end. Sizes are judged
 * twice, as the directory declares them, and as they really unpack (yauzl ends a part that unpacks to more than it declares).
 */
export class ZipParts {
  private constructor(
    readonly folder: string,
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(openFile: OpenFile): Promise<ZipParts> {
    const folder = await mkdtemp(join(tmpdir(), 'dangol-import-'));
    let zip: ZipFile | null = null;
    try {
      const path = join(folder, 'book.zip');
      await pipeline(await openFile(), createWriteStream(path));
      zip = await opening(yauzl.openPromise(path, { autoClose: false }));
      return new ZipParts(folder, zip, await listEntries(zip));
    } catch (error) {
      zip?.close();
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** The unpacked content of a part; null when the zip has none of the name. */
  async part(name: string): Promise<Readable | null> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return null;
    if (entry.isEncrypted()) throw new UnreadableFile('ENCRYPTED_FILE');
    if (!entry.canDecodeFileData()) throw new UnreadableFile('BROKEN_FILE');
    const tooLarge = entry.uncompressedSize > MAX_PART;
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    if (tooLarge || (entry.uncompressedSize > RATIO_MATTERS_FROM && ratio > MAX_RATIO))
      throw new UnreadableFile('ZIP_BOMB', { sizeMb: Math.round(entry.uncompressedSize / MB) });
    return opening(this.zip.openReadStreamPromise(entry));
  }

  async close(): Promise<void> {
    this.zip.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ENTRIES) throw new UnreadableFile('ZIP_BOMB', { entries: zip.entryCount });
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
  } catch (cause) {
    throw new UnreadableFile('BROKEN_FILE', {}, { cause });
  }
  return entries;
}

async function opening<Opened>(opened: Promise<Opened>): Promise<Opened> {
  try {
    return await opened;
  } catch (cause) {
    throw new UnreadableFile('BROKEN_FILE', {}, { cause });
  }
}
