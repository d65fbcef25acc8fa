import type { TenantContext, TenantDatabase } from '@dangol/db';
import type { Person } from './read-person.ts';

/** The buyer one of whose contacts has the address or, failing that, the number; of several the one who is known longest. */
export async function queryBuyerOf(
  database: TenantDatabase,
  ctx: TenantContext,
  { email, phone }: Person,
): Promise<string | null> {
  if (!email && !phone) return null;
  const [row] = await database.query<{ buyer_id: string }>(
    ctx,
    `select c.buyer_id from buyer_contacts c join buyers b on b.workspace_id = c.workspace_id and b.id = c.buyer_id
     where c.workspace_id = $1 and (c.email = $2 or c.phone = $3)
     order by c.email is not distinct from $2 desc, b.created_at, b.id limit 1`,
    [ctx.workspaceId, email ?? null, phone ?? null],
  );
  return row?.buyer_id ?? null;
}
