import type { TenantContext, TenantDatabase } from '@dangol/db';
import { queryAttachmentsOfMessages } from '../attachments/index.ts';
import { MessageAttachment, type MessageAttachmentEntry } from './message-attachment.model.ts';

/** Gives messages as they are stored the files behind their entries; asks only when some are kept here. */
export async function withAttachments<Row extends { id: string; attachments: readonly MessageAttachmentEntry[] }>(
  database: TenantDatabase,
  ctx: TenantContext,
  rows: readonly Row[],
): Promise<(Omit<Row, 'attachments'> & { attachments: MessageAttachment[] })[]> {
  const holding = rows.filter(({ attachments }) => attachments.some(({ attachmentId }) => attachmentId));
  const kept =
    holding.length > 0
      ? await queryAttachmentsOfMessages(
          database,
          ctx,
          holding.map(({ id }) => id),
        )
      : null;
  return rows.map((row) => ({
    ...row,
    attachments: row.attachments.map(({ name, contentType, url, attachmentId, refused }) =>
      Object.assign(new MessageAttachment(), {
        name,
        contentType,
        url: url ?? null,
        attachment: (attachmentId && kept?.get(attachmentId)) || null,
        refused: refused ?? false,
      }),
    ),
  }));
}
