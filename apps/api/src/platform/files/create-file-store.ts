import type { FileSettings } from '../../config/file-variables.ts';
import type { FileStore } from './file-store.ts';
import { LocalFileStore } from './local-file-store.ts';
import { S3FileStore } from './s3-file-store.ts';

/** The store that the settings ask for. */
export function createFileStore(settings: FileSettings): FileStore {
  return settings.kind === 's3' ? new S3FileStore(settings.s3) : new LocalFileStore(settings.folder);
}
