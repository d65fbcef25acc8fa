import type { TenantContext, TenantDatabase } from '@dangol/db';

/**
 * Counts a conversation up and answers the new number. A message carries the revision it was added under, so that a writer
 * who looked at an older one can be shown exactly what is new. Belongs into the unit of work that adds the message.
 */
export async function nextRevision(
  database: TenantDatabase,
  ctx: TenantContext,
  conversationId: string,
): Promise<number> {
  const [row] = await database.query<{ revision: number }>(
    ctx,
    `update conversations set revision = revision + 1 where workspace_id = $1 and id = $2 returning revision`,
    [ctx.workspaceId, conversationId],
    { name: 'next-revision' },
  );
  return row!.revision;
}
