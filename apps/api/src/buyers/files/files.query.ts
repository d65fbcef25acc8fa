import type { TenantContext, TenantDatabase } from '@dangol/db';
import { BuyerFile } from './file.model.ts';

/** The files of a buyer, newest first, without their content. */
export async function queryFiles(database: TenantDatabase, ctx: TenantContext, buyerId: string): Promise<BuyerFile[]> {
  const rows = await database.query<BuyerFile>(
    ctx,
    `select f.id, f.name, f.content_type as "contentType", f.size_bytes as "sizeBytes", f.created_at as "createdAt",
       '/files/buyers/' || f.buyer_id || '/' || f.id || '?workspace=' || w.slug as path, f.uploaded_by as "uploadedById"
     from buyer_files f join workspaces w on w.id = f.workspace_id
     where f.workspace_id = $1 and f.buyer_id = $2 order by f.created_at desc, f.id desc limit 500`,
    [ctx.workspaceId, buyerId],
  );
  return rows.map((row) => Object.assign(new BuyerFile(), row));
}
