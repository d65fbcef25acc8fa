import type { KnowledgeEntry as EngineEntry, ProductName } from '@dangol/ai-assistant';
import type { TenantContext, TenantDatabase } from '@dangol/db';

const COLUMNS = `id, code, version, category, visibility, auto_reply as "autoReply", to_char(valid_until, 'YYYY-MM-DD') as "validUntil",
  title, title_ko as "titleKo", questions, answer, language`;

/** All entries, as the assistant reads them. */
export function queryKnowledgeBase(database: TenantDatabase, ctx: TenantContext): Promise<EngineEntry[]> {
  return database.query<EngineEntry>(
    ctx,
    `select ${COLUMNS} from knowledge_entries where workspace_id = $1 order by code`,
    [ctx.workspaceId],
  );
}

/** What the products are called, by language; nobody can ask for one that is not offered yet. */
export function queryProductNames(database: TenantDatabase, ctx: TenantContext): Promise<ProductName[]> {
  return database.query<ProductName>(
    ctx,
    `select code as slug, names from products where workspace_id = $1 and status <> 'draft' order by code`,
    [ctx.workspaceId],
  );
}

/** A stamp that changes whenever an entry or a product is added, changed or removed. */
export async function queryKnowledgeStamp(database: TenantDatabase, ctx: TenantContext): Promise<string> {
  const [row] = await database.query<{ stamp: string }>(
    ctx,
    `select concat_ws(':', (select count(*) || ':' || coalesce(sum(version), 0) || ':' || coalesce(max(updated_at)::text, '') from knowledge_entries where workspace_id = $1),
       (select count(*) || ':' || coalesce(sum(version), 0) || ':' || coalesce(max(updated_at)::text, '') from products where workspace_id = $1)) as stamp`,
    [ctx.workspaceId],
    { name: 'knowledge-stamp' },
  );
  return row!.stamp;
}
