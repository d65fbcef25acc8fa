import type { TenantContext, TenantDatabase } from '@dangol/db';
import { Macro } from './macro.model.ts';

/** Days that `used30Days` counts. */
const USED_DAYS_MS = 30 * 86_400_000;

/** The macros by name, or the one with the id whether archived or not. */
export async function queryMacros(
  database: TenantDatabase,
  ctx: TenantContext,
  which: { archived: boolean } | { id: string },
  now: Date,
): Promise<Macro[]> {
  const [where, wanted] =
    'id' in which ? ['k.id = $3', which.id] : ['(k.archived_at is not null) = $3::boolean', which.archived];
  const rows = await database.query<Macro>(
    ctx,
    `select k.id, k.name, k.texts, k.asks_for_files as "asksForFiles", k.version, k.archived_at is not null as archived,
       coalesce(u.used, 0) as "used30Days", u.last as "lastUsedAt"
     from macros k left join lateral (
       select count(*) filter (where m.accepted_at > $2)::int as used, max(m.accepted_at) as last from messages m
       where m.workspace_id = k.workspace_id and m.macro_id = k.id and m.delivery_status = 'delivered') u on true
     where k.workspace_id = $1 and ${where} order by lower(k.name), k.id`,
    [ctx.workspaceId, new Date(now.getTime() - USED_DAYS_MS), wanted],
  );
  return rows.map((row) => Object.assign(new Macro(), row));
}
