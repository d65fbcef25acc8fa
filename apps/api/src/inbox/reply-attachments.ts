import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { AttachmentsRepository, TenantDatabase, type TenantContext } from '@dangol/db';
import { AttachmentContents } from '../attachments/index.ts';
import type { OutgoingFile } from '../channels/index.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import type { MessageAttachmentEntry } from './message-attachment.model.ts';

/** The files that go with replies: they wait at the composer, leave with a reply, and come back when it is taken back. */
@Injectable()
export class ReplyAttachments {
  constructor(
    private readonly database: TenantDatabase,
    private readonly attachments: AttachmentsRepository,
    private readonly contents: AttachmentContents,
  ) {}

  /** What the message row will say of the files; null when one of them is not the caller's own and waiting here. */
  async find(
    ctx: RequestContext,
    conversationId: string,
    ids: readonly string[],
  ): Promise<MessageAttachmentEntry[] | null> {
    const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
    const rows = await this.database.query<{ id: string; name: string; contentType: string }>(
      ctx,
      `select id, name, content_type as "contentType" from attachments
       where workspace_id = $1 and conversation_id = $2 and id = any ($3::uuid[]) and message_id is null and uploaded_by is not distinct from $4
       order by created_at, id for update`,
      [ctx.workspaceId, conversationId, wanted, ctx.member?.id ?? null],
    );
    if (rows.length < wanted.length) return null;
    return rows.map(({ id, name, contentType }) => ({ name, contentType, url: null, attachmentId: id }));
  }

  /** The files leave with the message. */
  async send(ctx: TenantContext, messageId: string, entries: readonly MessageAttachmentEntry[]): Promise<void> {
    for (const { attachmentId } of entries)
      if (attachmentId) await this.attachments.update(ctx, attachmentId, { messageId });
  }

  /** The files wait again, for whoever took the reply back. */
  async giveBack(ctx: RequestContext, messageId: string, now: Date): Promise<void> {
    for (const { id, uploadedBy } of await this.attachments.find(ctx, { messageId }))
      await this.attachments.update(ctx, id, {
        messageId: null,
        uploadedBy: ctx.member?.id ?? uploadedBy,
        createdAt: now, // they wait for a week from now
      });
  }

  /** The files of a message, as a channel takes them. Throws when one cannot be read. */
  async read(ctx: TenantContext, messageId: string): Promise<OutgoingFile[]> {
    const files: OutgoingFile[] = [];
    for (const { id, name, contentType } of await this.attachments.find(ctx, { messageId })) {
      const content = await buffer(await this.contents.open(ctx, id));
      files.push({ name, contentType, base64: content.toString('base64') });
    }
    return files;
  }
}
