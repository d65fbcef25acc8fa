import type { Readable } from 'node:stream';
import { CodedError } from '../errors/coded-error.ts';

/** What a key is for. */
export type FileKind = 'attachments' | 'imports' | 'archives';

/** What the store noted of a content while it took it. */
export interface KeptFile {
  readonly sizeBytes: number;
  readonly sha256: Buffer;
}

/** Bytes of a content, both ends included. */
export interface ByteRange {
  readonly start: number;
  readonly end?: number;
}

/**
 * Contents of files, by key; names, types and owners are rows of the database. A key is made of ids alone (`fileKey`), never
 * of what somebody entered.
 */
export abstract class FileStore {
  /** Keeps `content` under the key in place of what was there. Keeps nothing when it fails; throws FileTooLarge past `maxBytes`. */
  abstract put(key: string, content: Readable, limits: { maxBytes: number }): Promise<KeptFile>;

  /** The content, or the bytes of it that `range` names. Throws FileMissing. */
  abstract open(key: string, range?: ByteRange): Promise<Readable>;

  /** Removes the content; a key that holds none is no failure. */
  abstract remove(key: string): Promise<void>;

  /** Removes what processes left behind that were killed while they put something. */
  clearForgotten(_now: Date): Promise<void> {
    return Promise.resolve();
  }

  /** Lets go of connections; the store is not used after it. */
  close(): void {
    // a store without connections
  }
}

/** The content is longer than its place may hold. */
export class FileTooLarge extends CodedError {
  constructor(maxBytes: number) {
    super('PAYLOAD_TOO_LARGE', `The file may have ${maxBytes} bytes at most`, { maxBytes });
    this.name = 'FileTooLarge';
  }
}

/** No content is kept under the key. */
export class FileMissing extends CodedError {
  constructor(readonly key: string) {
    super('NOT_FOUND', 'The content of the file is not there');
    this.name = 'FileMissing';
  }
}

/** The store cannot be reached or refuses us; the cause is for the log. */
export class FileStoreUnavailable extends CodedError {
  constructor(cause: unknown) {
    super('UNAVAILABLE', 'The place where files are kept does not answer');
    this.name = 'FileStoreUnavailable';
    this.cause = cause;
  }
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const KEY = new RegExp(`^${UUID}/(attachments|imports|archives)/${UUID}$`);

/** The key of a file of a workspace. */
export function fileKey(workspaceId: string, kind: FileKind, id: string): string {
  return assertKey(`${workspaceId}/${kind}/${id}`);
}

/** The key itself; throws when it is not made of ids, so that no path can come out of it. */
export function assertKey(key: string): string {
  if (!KEY.test(key)) throw new TypeError('A key of the file store is made of ids');
  return key;
}
