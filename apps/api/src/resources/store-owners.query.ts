import type { TenantContext, TenantDatabase } from '@dangol/db';

/** Stores who owns which buyer now. */
export async function storeOwners(
  database: TenantDatabase,
  ctx: TenantContext,
  given: readonly { readonly buyerId: string; readonly memberId: string }[],
  now: Date,
): Promise<void> {
  await database.query(
    ctx,
    `update buyers b set owner_id = g.member_id, updated_at = $4
     from unnest($2::uuid[], $3::uuid[]) as g (buyer_id, member_id) where b.workspace_id = $1 and b.id = g.buyer_id`,
    [ctx.workspaceId, given.map(({ buyerId }) => buyerId), given.map(({ memberId }) => memberId), now],
    { name: 'store-owners' },
  );
}
