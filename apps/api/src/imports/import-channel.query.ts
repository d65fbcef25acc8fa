import { presetOf, type ColumnMapping, type ImportKind } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';

/** Names of channels that a preset's files belong to, when the workspace has none of the platform. */
const CHANNEL_NAMES: Readonly<Record<string, string>> = {
  alibaba: 'Alibaba.com',
  aliexpress: 'AliExpress',
  spreadsheet: 'Spreadsheet',
};

/** Whether what the file brings belongs to a channel: messages always do, and ids that a platform gave its buyers. */
export function needsChannel(kind: ImportKind, mapping: readonly ColumnMapping[]): boolean {
  if (kind === 'inquiries') return true;
  if (kind === 'products' || kind === 'knowledge') return false;
  const key = kind === 'buyers' ? 'external_id' : 'buyer_external_id';
  return mapping.some(({ field }) => field === key);
}

/** The channel that a file belongs to when nobody says: the workspace's own of the platform, else one of that name, else a new one. */
export async function defaultChannel(
  database: TenantDatabase,
  ctx: TenantContext,
  kind: ImportKind,
  source: string,
  mapping: readonly ColumnMapping[],
): Promise<{ id: string | null; newName: string | null } | null> {
  if (!needsChannel(kind, mapping)) return null;
  const platform = presetOf(source)?.platform ?? 'other';
  const name = CHANNEL_NAMES[source] ?? source;
  const [row] = await database.query<{ id: string }>(
    ctx,
    `select id from channels where workspace_id = $1 and ((platform = $2 and $2 <> 'other') or lower(name) = lower($3))
     order by (lower(name) = lower($3)) desc, (kind = 'file'), created_at, id limit 1`,
    [ctx.workspaceId, platform, name],
  );
  return row ? { id: row.id, newName: null } : { id: null, newName: name };
}
