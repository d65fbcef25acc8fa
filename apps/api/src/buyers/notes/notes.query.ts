import type { TenantContext, TenantDatabase } from '@dangol/db';
import { BuyerNote } from './note.model.ts';

/** $2 is the member who asks: a private note of somebody else shows that it is there, and not what it says. */
const NOTES = `select n.id, n.private, n.private and n.author_id is distinct from $2 as hidden,
    case when not n.private or n.author_id = $2 then n.text end as text,
    n.created_at as "createdAt", n.edited_at as "editedAt", n.author_id is not distinct from $2 as mine, n.author_id as "authorId"
  from buyer_notes n where n.workspace_id = $1`;

/** The notes on a buyer, newest first. */
export async function queryNotes(
  database: TenantDatabase,
  ctx: TenantContext,
  memberId: string | null,
  buyerId: string,
): Promise<BuyerNote[]> {
  const rows = await database.query<BuyerNote>(
    ctx,
    `${NOTES} and n.buyer_id = $3 order by n.created_at desc, n.id desc limit 500`,
    [ctx.workspaceId, memberId, buyerId],
  );
  return rows.map((row) => Object.assign(new BuyerNote(), row));
}

/** One note, or null. */
export async function queryNote(
  database: TenantDatabase,
  ctx: TenantContext,
  memberId: string | null,
  id: string,
): Promise<BuyerNote | null> {
  const [row] = await database.query<BuyerNote>(ctx, `${NOTES} and n.id = $3`, [ctx.workspaceId, memberId, id]);
  return row ? Object.assign(new BuyerNote(), row) : null;
}
