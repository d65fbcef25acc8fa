import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AttachmentsRepository, type TenantContext } from '@dangol/db';
import { AttachmentContents, attachmentName, type StoredContent } from '../attachments/index.ts';
import type { InboundMessageBody } from '../channels/index.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import type { MessageAttachmentEntry } from './message-attachment.model.ts';

/** A file of a delivery: what the message will say of it, and its content when that is in the store. */
export interface InboundAttachment {
  readonly entry: MessageAttachmentEntry;
  readonly stored: (StoredContent & { readonly id: string }) | null;
}

/**
 * Files that came inside a delivery. Their contents go to the store before the unit that makes the message, which may run
 * more than once; each has the same id every time, so that a repetition replaces and never doubles.
 */
@Injectable()
export class InboundAttachments {
  constructor(
    private readonly attachments: AttachmentsRepository,
    private readonly contents: AttachmentContents,
  ) {}

  /** Puts the contents of a delivery, in their order. What cannot be kept is refused one by one; the message stays. */
  async put(
    ctx: TenantContext,
    deliveryId: string,
    body: Pick<InboundMessageBody, 'attachments'>,
  ): Promise<InboundAttachment[]> {
    const files: InboundAttachment[] = [];
    for (const [index, { name, contentType, url, base64 }] of (body.attachments ?? []).entries()) {
      const entry: MessageAttachmentEntry = { name, contentType, url: url ?? null };
      if (base64 === undefined) files.push({ entry, stored: null });
      else files.push(await this.putOne(ctx, idOf(deliveryId, index), entry, Buffer.from(base64, 'base64')));
    }
    return files;
  }

  /** Writes the rows of the files that were put; in the unit that makes the message. */
  async insert(
    ctx: TenantContext,
    message: { readonly id: string; readonly conversationId: string },
    files: readonly InboundAttachment[],
    now: Date,
  ): Promise<void> {
    for (const { entry, stored } of files) {
      if (!stored) continue;
      await this.attachments.insert(ctx, {
        id: stored.id,
        conversationId: message.conversationId,
        messageId: message.id,
        name: entry.name,
        contentType: stored.contentType,
        sizeBytes: BigInt(stored.sizeBytes),
        sha256: stored.sha256,
        createdAt: now,
      });
    }
  }

  /** Removes what was put for a message that was known already, or that was given up. */
  async drop(ctx: TenantContext, files: readonly InboundAttachment[]): Promise<void> {
    for (const { stored } of files)
      if (stored && !(await this.attachments.findById(ctx, stored.id)))
        await this.contents.removeNow(ctx.workspaceId, stored.id);
  }

  private async putOne(
    ctx: TenantContext,
    id: string,
    claimed: MessageAttachmentEntry,
    content: Buffer,
  ): Promise<InboundAttachment> {
    const name = attachmentName(claimed.name) ?? 'file';
    try {
      const whole = Readable.from([content], { objectMode: false });
      const stored = await this.contents.put(ctx.workspaceId, id, name, whole);
      const entry = { name, contentType: stored.contentType, url: null, attachmentId: id };
      return { entry, stored: { ...stored, id } };
    } catch (error) {
      // A store that does not answer is no fault of the file: the job tries again.
      if (!(error instanceof CodedError) || error.httpStatus >= 500) throw error;
      return { entry: { ...claimed, name, refused: true }, stored: null };
    }
  }
}

/** An id that is the same whenever the delivery is applied (UUID version 8). */
function idOf(deliveryId: string, index: number): string {
  const bytes = createHash('sha256').update(`${deliveryId}:${index}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
