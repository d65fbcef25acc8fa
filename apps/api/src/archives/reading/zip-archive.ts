import { PassThrough, Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { fromRandomAccessReader, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { CodedError } from '../../platform/errors/coded-error.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { HashedStream } from '../hashed-stream.ts';
import { ARCHIVE_FORMAT, MANIFEST, MAX_MANIFEST_BYTES, type Manifest } from '../manifest.ts';
import { ArchiveProblem } from './archive-problem.ts';

const MANIFEST_PATH = 'manifest.json';
const MAX_ENTRIES = 5_000_000;
/** What an honest archive of texts shrinks to is seldom under a twentieth. */
const MOST_TIMES_SMALLER = 200;
/** Small archives hold tables of headers alone, which shrink well. */
const HARMLESS_BYTES = 64 * 1024 * 1024;

/** An uploaded zip, read where it lies; checked before a byte of it is unpacked. */
export class ZipArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    readonly manifest: Manifest,
  ) {}

  /** Opens and checks an archive. Throws ArchiveProblem. */
  static async open(store: FileStore, key: string, sizeBytes: number): Promise<ZipArchive> {
    const zip = await openZip(new StoredZip(store, key), sizeBytes);
    try {
      const entries = await listEntries(zip);
      const manifest = await readManifest(zip, entries);
      checkEntries(entries, manifest, sizeBytes);
      return new ZipArchive(zip, entries, manifest);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  close(): void {
    this.zip.close();
  }

  /** The bytes of an entry; at their end they are compared with the manifest, and a difference breaks the stream. */
  async read(path: string, expected: { readonly bytes: number; readonly sha256: string }): Promise<Readable> {
    const entry = this.entries.get(path);
    if (!entry) throw new ArchiveProblem('DAMAGED', `${path} is missing`);
    const checked = new HashedStream(({ bytes, sha256 }) => {
      if (bytes !== expected.bytes || sha256 !== expected.sha256)
        throw new ArchiveProblem('DAMAGED', `${path} is not what the manifest says`);
    });
    const content = await openEntry(this.zip, entry);
    pipeline(content, checked).catch((error: unknown) => checked.destroy(asProblem(error, path)));
    return checked;
  }
}

/** A stored file as yauzl reads it: by ranges. */
class StoredZip extends RandomAccessReader {
  constructor(
    private readonly store: FileStore,
    private readonly key: string,
  ) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const through = new PassThrough();
    this.store
      .open(this.key, { start, end: end - 1 })
      .then((content) => pipeline(content, through))
      .catch((error: Error) => through.destroy(error));
    return through;
  }
}

function openZip(reader: StoredZip, sizeBytes: number): Promise<ZipFile> {
  const { promise, resolve, reject } = Promise.withResolvers<ZipFile>();
  fromRandomAccessReader(reader, sizeBytes, { lazyEntries: true, autoClose: false }, (error, zip) => {
    if (error)
      reject(unlessOfStore(error, () => new ArchiveProblem('NOT_A_ZIP', 'the file is no zip', { cause: error })));
    else resolve(zip);
  });
  return promise;
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ENTRIES) throw new ArchiveProblem('TOO_LARGE', `${zip.entryCount} entries`);
  const entries = new Map<string, Entry>();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const foreign = (what: string): void => reject(new ArchiveProblem('FOREIGN_CONTENT', what));
  zip.on('entry', (entry: Entry) => {
    if (entry.isEncrypted()) return foreign('an entry is encrypted');
    if (entries.has(entry.fileName)) return foreign('two entries have one name');
    entries.set(entry.fileName, entry);
    zip.readEntry();
  });
  zip.on('end', resolve);
  zip.on('error', (error: Error) =>
    reject(
      unlessOfStore(error, () => new ArchiveProblem('NOT_A_ZIP', 'its directory cannot be read', { cause: error })),
    ),
  );
  zip.readEntry();
  await promise;
  return entries;
}

async function readManifest(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<Manifest> {
  const entry = entries.get(MANIFEST_PATH);
  if (!entry) throw new ArchiveProblem('NOT_AN_ARCHIVE', 'it has no manifest.json');
  if (entry.uncompressedSize > MAX_MANIFEST_BYTES || isBomb(entry.uncompressedSize, entry.compressedSize))
    throw new ArchiveProblem('TOO_LARGE', 'manifest.json');
  const found: unknown = await json(await openEntry(zip, entry)).catch((error: unknown) => {
    throw new ArchiveProblem('NOT_AN_ARCHIVE', 'its manifest.json cannot be read', { cause: error });
  });
  const manifest = MANIFEST.safeParse(found);
  if (manifest.success) return manifest.data;
  const format: unknown = typeof found === 'object' && found !== null && 'format' in found ? found.format : null;
  if (typeof format === 'string' && format.startsWith('dangol-workspace/') && format !== ARCHIVE_FORMAT)
    throw new ArchiveProblem('UNKNOWN_FORMAT', format.slice(0, 60));
  throw new ArchiveProblem('NOT_AN_ARCHIVE', 'its manifest.json is not ours');
}

/** Every entry is one that the manifest names, of the size that it names; all together they fit what was sent. */
function checkEntries(entries: ReadonlyMap<string, Entry>, manifest: Manifest, sizeBytes: number): void {
  const expected = new Map<string, number>();
  for (const { name, file, bytes } of manifest.tables) {
    if (file !== `tables/${name}.csv`) throw new ArchiveProblem('FOREIGN_CONTENT', `the file of the table ${name}`);
    expected.set(file, bytes);
  }
  for (const { path, bytes } of manifest.files) expected.set(path, bytes);
  const missing = new Set(manifest.missingFiles);
  let [packed, unpacked] = [0, 0];
  for (const [path, { compressedSize, uncompressedSize }] of entries) {
    packed += compressedSize;
    unpacked += uncompressedSize;
    if (path === MANIFEST_PATH || path === 'README.txt' || missing.has(path)) continue;
    if (!expected.has(path))
      throw new ArchiveProblem('FOREIGN_CONTENT', 'it holds entries that its manifest does not name');
    if (expected.get(path) !== uncompressedSize) throw new ArchiveProblem('DAMAGED', `${path} has another size`);
  }
  for (const path of expected.keys()) if (!entries.has(path)) throw new ArchiveProblem('DAMAGED', `${path} is missing`);
  // Entries that share their bytes add up to more than there is.
  if (packed > sizeBytes || isBomb(unpacked, packed)) throw new ArchiveProblem('TOO_LARGE', 'it unpacks to too much');
}

function isBomb(unpacked: number, packed: number): boolean {
  return unpacked > HARMLESS_BYTES && unpacked > packed * MOST_TIMES_SMALLER;
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  const { promise, resolve, reject } = Promise.withResolvers<Readable>();
  zip.openReadStream(entry, (error, stream) => {
    if (error) reject(asProblem(error, entry.fileName));
    else resolve(stream);
  });
  return promise;
}

function asProblem(error: unknown, path: string): Error {
  if (error instanceof ArchiveProblem) return error;
  return unlessOfStore(error, () => new ArchiveProblem('DAMAGED', path, { cause: error }));
}

/** That the store does not answer is not the archive's fault: it is tried again. */
function unlessOfStore(error: unknown, problem: () => ArchiveProblem): Error {
  return error instanceof CodedError ? error : problem();
}
