import type { TenantContext, TenantDatabase } from '@dangol/db';

/** Who changed a field of a buyer last, and when; nulls when no event tells. */
export async function queryLastFieldChange(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerId: string,
  field: string,
): Promise<{ changedBy: string | null; changedAt: Date | null }> {
  const [row] = await database.query<{ changedBy: string | null; changedAt: Date }>(
    ctx,
    `select m.name as "changedBy", e.at as "changedAt" from events e
     left join members m on m.workspace_id = e.workspace_id and m.id = e.actor_id and e.actor_kind = 'member'
     where e.workspace_id = $1 and e.buyer_id = $2 and e.verb = 'buyer.changed' and e.data -> 'fields' @> to_jsonb($3::text)
     order by e.position desc limit 1`,
    [ctx.workspaceId, buyerId, field],
  );
  return row ?? { changedBy: null, changedAt: null };
}
