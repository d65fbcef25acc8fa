import { Injectable } from '@nestjs/common';
import type { TenantContext } from '@dangol/db';
import type { Readable } from 'node:stream';
import { FileStore, fileKey } from '../platform/files/file-store.ts';

/** Largest file. */
export const MAX_IMPORT_BYTES = 1024 ** 3;

/** The files that were brought in. */
@Injectable()
export class ImportFiles {
  constructor(private readonly store: FileStore) {}

  /** Opens the file from its beginning, as often as asked. */
  opener(ctx: TenantContext, importId: string): () => Promise<Readable> {
    const key = fileKey(ctx.workspaceId, 'imports', importId);
    return () => this.store.open(key);
  }

  keep(ctx: TenantContext, importId: string, content: Readable): Promise<{ sizeBytes: number; sha256: Buffer }> {
    return this.store.put(fileKey(ctx.workspaceId, 'imports', importId), content, { maxBytes: MAX_IMPORT_BYTES });
  }

  remove(ctx: TenantContext, importId: string): Promise<void> {
    return this.store.remove(fileKey(ctx.workspaceId, 'imports', importId));
  }
}
