import type { TenantContext, TenantDatabase } from '@dangol/db';

/** A newer buyer message outdates the draft for the one before. */
export async function supersedeDrafts(
  database: TenantDatabase,
  ctx: TenantContext,
  newer: readonly { readonly conversationId: string }[],
  now: Date,
): Promise<void> {
  if (newer.length === 0) return;
  await database.query(
    ctx,
    `update drafts set status = 'outdated', ended_at = $3 where workspace_id = $1 and conversation_id = any ($2::uuid[]) and status = 'ready'`,
    [ctx.workspaceId, [...new Set(newer.map(({ conversationId }) => conversationId))], now],
  );
}
