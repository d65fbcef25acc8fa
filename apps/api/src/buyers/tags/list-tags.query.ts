import type { TenantContext, TenantDatabase } from '@dangol/db';
import { Tag } from './tag.model.ts';

const COUNTED = `select t.id, t.name, (select count(*)::int from buyer_tags bt
    where bt.workspace_id = t.workspace_id and bt.tag_id = t.id) as "buyerCount"
  from tags t where t.workspace_id = $1`;

/** The free tags of the workspace by name, with how many buyers have each. */
export function queryTags(database: TenantDatabase, ctx: TenantContext): Promise<Tag[]> {
  return database.query<Tag>(ctx, `${COUNTED} order by lower(t.name), t.id`, [ctx.workspaceId]);
}

/** One tag, or null. */
export async function queryTag(database: TenantDatabase, ctx: TenantContext, id: string): Promise<Tag | null> {
  const [row] = await database.query<Tag>(ctx, `${COUNTED} and t.id = $2`, [ctx.workspaceId, id]);
  return row ? Object.assign(new Tag(), row) : null;
}

/** The free tags of a buyer, by name. */
export function queryBuyerTags(database: TenantDatabase, ctx: TenantContext, buyerId: string): Promise<Tag[]> {
  return database.query<Tag>(
    ctx,
    `select t.id, t.name from buyer_tags bt join tags t on t.workspace_id = bt.workspace_id and t.id = bt.tag_id
     where bt.workspace_id = $1 and bt.buyer_id = $2 order by lower(t.name), t.id`,
    [ctx.workspaceId, buyerId],
  );
}
