import { Injectable } from '@nestjs/common';
import { TenantDatabase, type TenantContext } from '@dangol/db';
import { LRUCache } from 'lru-cache';
import { queryAttachmentsOfMessages } from '../attachments/index.ts';
import type { MessageAttachmentEntry } from './message-attachment.model.ts';
import { MAX_HTML, makeSafeHtml, type SafeHtml } from './safe-html.ts';

/** What is kept ready, characters of HTML. */
const KEPT = 20_000_000;

/** HTML of messages, made safe. What is made stays ready for the next reader: a message never changes. */
@Injectable()
export class MessageHtml {
  private readonly ready = new LRUCache<string, SafeHtml>({
    maxSize: KEPT,
    sizeCalculation: ({ html }) => html.length + 1,
  });

  constructor(private readonly database: TenantDatabase) {}

  /** Null for a message that has no HTML, or more of it than a person ever wrote: its text is shown then. */
  async of(ctx: TenantContext, messageId: string, images: boolean): Promise<SafeHtml | null> {
    const [row] = await this.database.query<{ html: string | null; attachments: MessageAttachmentEntry[] }>(
      ctx,
      `select case when length(html) <= $3 then html end as html, attachments from messages where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, messageId, MAX_HTML],
      { name: 'message-html' },
    ); // read every time: whoever may not see the message must not get it from memory
    if (!row || row.html === null) return null;
    const key = `${ctx.workspaceId}:${messageId}:${images}`;
    const known = this.ready.get(key);
    if (known) return known;
    const files = await this.filesByContentId(ctx, messageId, row.attachments);
    const made = makeSafeHtml(row.html, { images, fileOf: (contentId) => files.get(contentId) ?? null });
    this.ready.set(key, made);
    return made;
  }

  private async filesByContentId(
    ctx: TenantContext,
    messageId: string,
    entries: readonly MessageAttachmentEntry[],
  ): Promise<ReadonlyMap<string, string>> {
    const named = entries.filter(({ contentId, attachmentId }) => contentId && attachmentId);
    if (named.length === 0) return new Map();
    const kept = await queryAttachmentsOfMessages(this.database, ctx, [messageId]);
    return new Map(
      named.flatMap(({ contentId, attachmentId }): [string, string][] => {
        const file = kept.get(attachmentId!);
        return file?.isImage ? [[contentId!, file.path]] : [];
      }),
    );
  }
}
