import type { TenantContext, TenantDatabase } from '@dangol/db';
import { Attachment } from './attachment.model.ts';
import { INLINE_TYPES } from './recognise-content.ts';

const OWNER = `case when f.buyer_id is not null then 'buyers/' || f.buyer_id when f.product_id is not null then 'products/' || f.product_id
  else 'conversations/' || f.conversation_id end`;

/** SQL of the address of an attachment `f`, for the workspace `w`. */
export const ATTACHMENT_PATH = `'/files/' || ${OWNER} || '/' || f.id || '?workspace=' || w.slug`;

const SELECT = `
  select f.id, f.name, f.content_type as "contentType", f.size_bytes::int as "sizeBytes", f.created_at as "createdAt",
    ${ATTACHMENT_PATH} as path, f.content_type = any ('{${INLINE_TYPES.join()}}'::text[]) as "isImage", f.uploaded_by as "uploadedById",
    f.product_id as "productId", f.message_id as "messageId"
  from attachments f join workspaces w on w.id = f.workspace_id`;

interface Row extends Attachment {
  productId: string | null;
  messageId: string | null;
}

/** The files of a buyer, newest first. */
export async function queryAttachmentsOfBuyer(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerId: string,
): Promise<Attachment[]> {
  const rows = await database.query<Row>(
    ctx,
    `${SELECT} where f.workspace_id = $1 and f.buyer_id = $2 order by f.created_at desc, f.id desc limit 500`,
    [ctx.workspaceId, buyerId],
  );
  return rows.map(toAttachment);
}

/** The files of products, by product, in their order. */
export async function queryAttachmentsOfProducts(
  database: TenantDatabase,
  ctx: TenantContext,
  productIds: readonly string[],
): Promise<Map<string, Attachment[]>> {
  const rows = await database.query<Row>(
    ctx,
    `${SELECT} where f.workspace_id = $1 and f.product_id = any ($2::uuid[]) order by f.position, f.id`,
    [ctx.workspaceId, productIds],
  );
  return grouped(rows, ({ productId }) => productId);
}

/** The files of messages, by their own id. */
export async function queryAttachmentsOfMessages(
  database: TenantDatabase,
  ctx: TenantContext,
  messageIds: readonly string[],
): Promise<Map<string, Attachment>> {
  const rows = await database.query<Row>(
    ctx,
    `${SELECT} where f.workspace_id = $1 and f.message_id = any ($2::uuid[])`,
    [ctx.workspaceId, messageIds],
  );
  return new Map(rows.map((row) => [row.id, toAttachment(row)]));
}

/** What a member has added for the reply they are writing, in the order they added it. */
export async function queryPendingAttachments(
  database: TenantDatabase,
  ctx: TenantContext,
  conversationId: string,
  memberId: string | null,
): Promise<Attachment[]> {
  const rows = await database.query<Row>(
    ctx,
    `${SELECT} where f.workspace_id = $1 and f.conversation_id = $2 and f.message_id is null and f.uploaded_by is not distinct from $3
     order by f.created_at, f.id`,
    [ctx.workspaceId, conversationId, memberId],
  );
  return rows.map(toAttachment);
}

function toAttachment({ productId: _product, messageId: _message, ...row }: Row): Attachment {
  return Object.assign(new Attachment(), row);
}

function grouped(rows: readonly Row[], keyOf: (row: Row) => string | null): Map<string, Attachment[]> {
  const groups = new Map<string, Attachment[]>();
  for (const row of rows) {
    const key = keyOf(row) ?? '';
    groups.set(key, [...(groups.get(key) ?? []), toAttachment(row)]);
  }
  return groups;
}
