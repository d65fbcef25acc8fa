import type { TenantContext, TenantDatabase } from '@dangol/db';
import { UploadLink } from './upload-link.model.ts';

/** The links of a conversation, newest first, or one of them. */
export async function queryUploadLinks(
  database: TenantDatabase,
  ctx: TenantContext,
  conversationId: string,
  id: string | null = null,
): Promise<UploadLink[]> {
  const rows = await database.query<UploadLink>(
    ctx,
    `select id, created_at as "createdAt", expires_at as "expiresAt", revoked_at is not null as revoked, used_count as "usedCount"
     from upload_links where workspace_id = $1 and conversation_id = $2 and ($3::uuid is null or id = $3)
     order by created_at desc, id desc limit 200`,
    [ctx.workspaceId, conversationId, id],
  );
  return rows.map((row) => Object.assign(new UploadLink(), row));
}

/** A link that takes files, and how much it has taken. */
export interface OpenLink {
  readonly id: string;
  readonly conversationId: string;
  readonly conversationExternalId: string;
  readonly channelId: string;
  readonly buyerId: string;
  readonly workspaceName: string;
  readonly usedCount: number;
  readonly usedBytes: number;
}

/** The link behind a token; null when it is unknown, taken back or over, or when its buyer was erased. */
export async function queryOpenLink(
  database: TenantDatabase,
  ctx: TenantContext,
  tokenHash: Buffer,
  now: Date,
): Promise<OpenLink | null> {
  const [row] = await database.query<OpenLink>(
    ctx,
    `select l.id, l.conversation_id as "conversationId", c.external_id as "conversationExternalId", c.channel_id as "channelId",
       c.buyer_id as "buyerId", w.name as "workspaceName", l.used_count as "usedCount",
       (select coalesce(sum(f.size_bytes), 0)::float from attachments f join messages m on m.workspace_id = f.workspace_id and m.id = f.message_id
        where f.workspace_id = $1 and f.conversation_id = l.conversation_id and starts_with(m.external_id, 'upload:' || l.id || ':')) as "usedBytes"
     from upload_links l join conversations c on c.workspace_id = l.workspace_id and c.id = l.conversation_id
     join buyers b on b.workspace_id = c.workspace_id and b.id = c.buyer_id join workspaces w on w.id = l.workspace_id
     where l.workspace_id = $1 and l.token_hash = $2 and l.revoked_at is null and l.expires_at > $3 and b.erased_at is null`,
    [ctx.workspaceId, tokenHash, now],
  );
  return row ?? null;
}
