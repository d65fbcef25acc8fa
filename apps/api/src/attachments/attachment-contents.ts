import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { JobQueue, TenantDatabase, type TenantContext } from '@dangol/db';
import { CodedError } from '../platform/errors/coded-error.ts';
import { fileKey, FileStore, FileTooLarge, type KeptFile } from '../platform/files/file-store.ts';
import { readHead } from './read-head.ts';
import { HEAD_BYTES, recogniseContent } from './recognise-content.ts';
import { REMOVE_CONTENT } from './remove-content.task-name.ts';

/** Largest attachment. */
export const MAX_ATTACHMENT_BYTES = 25 * 1024 * 1024;

/** A content that is in the store, and what it turned out to be. */
export interface StoredContent extends KeptFile {
  readonly contentType: string;
}

/** The contents behind the rows of attachments. Rows come and go in units of work, contents do not: one is put before its row. */
@Injectable()
export class AttachmentContents {
  constructor(
    private readonly store: FileStore,
    private readonly database: TenantDatabase,
    private readonly jobs: JobQueue,
  ) {}

  /** Puts a content of a type that is kept. Throws CodedError: empty, too large, or of a type that is not kept. */
  async put(workspaceId: string, id: string, name: string, content: Readable): Promise<StoredContent> {
    const { head, whole } = await readHead(content, HEAD_BYTES);
    try {
      if (head.length === 0) throw new CodedError('BAD_USER_INPUT', 'The file is empty');
      const contentType = await recogniseContent(head, name);
      if (contentType === null)
        throw new CodedError('UNSUPPORTED_FILE_TYPE', 'The content of the file is of a type that is not kept');
      const kept = await this.store.put(keyOf(workspaceId, id), whole, { maxBytes: MAX_ATTACHMENT_BYTES });
      return { ...kept, contentType };
    } finally {
      content.destroy();
    }
  }

  /** The content of an attachment that the caller may see. Throws FileMissing. */
  async open(ctx: TenantContext, id: string): Promise<Readable> {
    const [old] = await this.database.query<{ content: Buffer }>(
      ctx,
      `select content from attachments where workspace_id = $1 and id = $2 and content is not null`,
      [ctx.workspaceId, id],
    );
    return old ? Readable.from([old.content], { objectMode: false }) : this.store.open(keyOf(ctx.workspaceId, id));
  }

  /** Removes contents once the open unit, which removes their rows, has been committed. */
  async removeLater(ctx: TenantContext, ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.jobs.enqueue(ctx, { task: REMOVE_CONTENT, payload: { id }, key: id });
  }

  /** Removes the content of an attachment whose row was never written, or is gone. */
  async removeNow(workspaceId: string, id: string): Promise<void> {
    await this.store.remove(keyOf(workspaceId, id));
  }

  /** Puts a content that was kept in the database before there was a store. */
  async moveIn(workspaceId: string, id: string, content: Buffer): Promise<void> {
    if (content.length > MAX_ATTACHMENT_BYTES) throw new FileTooLarge(MAX_ATTACHMENT_BYTES);
    const whole = Readable.from([content], { objectMode: false });
    await this.store.put(keyOf(workspaceId, id), whole, { maxBytes: MAX_ATTACHMENT_BYTES });
  }
}

function keyOf(workspaceId: string, id: string): string {
  return fileKey(workspaceId, 'attachments', id);
}
