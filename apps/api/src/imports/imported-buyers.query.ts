import { nameKey, type KnownBuyers, type RowIdentity } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';

/** The buyers that the rows of a batch may speak of, by each key that the rows have. An erased buyer is known by nothing but its id on a channel. */
export async function queryKnownBuyers(
  database: TenantDatabase,
  ctx: TenantContext,
  channelId: string | null,
  rows: readonly RowIdentity[],
): Promise<KnownBuyers> {
  const values = (key: keyof RowIdentity): string[] => [
    ...new Set(rows.flatMap((row) => (row[key] === null ? [] : [row[key]]))),
  ];
  const names = rows.filter(({ externalId, email, phone, name }) => !externalId && !email && !phone && name);
  return {
    external_id: await queryIdentities(database, ctx, channelId, values('externalId')),
    email: await queryContacts(database, ctx, 'email', values('email')),
    phone: await queryContacts(database, ctx, 'phone', values('phone')),
    name: await queryNames(database, ctx, names),
  };
}

async function queryIdentities(
  database: TenantDatabase,
  ctx: TenantContext,
  channelId: string | null,
  externalIds: readonly string[],
): Promise<Map<string, string>> {
  if (channelId === null || externalIds.length === 0) return new Map();
  const rows = await database.query<{ key: string; id: string }>(
    ctx,
    `select external_id as key, buyer_id as id from buyer_identities
     where workspace_id = $1 and channel_id = $2 and external_id = any ($3::text[])`,
    [ctx.workspaceId, channelId, externalIds],
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** Two buyers with one address are a duplicate that nobody has merged yet; the older one is meant. */
async function queryContacts(
  database: TenantDatabase,
  ctx: TenantContext,
  column: 'email' | 'phone',
  values: readonly string[],
): Promise<Map<string, string>> {
  if (values.length === 0) return new Map();
  const rows = await database.query<{ key: string; id: string }>(
    ctx,
    `select distinct on (c.${column}) c.${column} as key, c.buyer_id as id
     from buyer_contacts c join buyers b on b.workspace_id = $1 and b.id = c.buyer_id
     where c.workspace_id = $1 and c.${column} = any ($2::text[]) order by c.${column}, b.created_at, b.id`,
    [ctx.workspaceId, values],
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}

async function queryNames(
  database: TenantDatabase,
  ctx: TenantContext,
  rows: readonly RowIdentity[],
): Promise<Map<string, string[]>> {
  if (rows.length === 0) return new Map();
  const wanted = new Set(rows.map((row) => nameKey(row.name ?? '', row.country)));
  const found = await database.query<{ id: string; name: string; country: string | null }>(
    ctx,
    `select id, name, country from buyers
     where workspace_id = $1 and erased_at is null and lower(normalize(name, NFKC)) = any ($2::text[])`,
    [ctx.workspaceId, [...new Set([...wanted].map((key) => key.split('\n')[0]))]],
  );
  const ids = new Map<string, string[]>();
  for (const { id, name, country } of found) {
    // A row that names no country means whoever has the name.
    for (const key of new Set([nameKey(name, country), nameKey(name, null)]))
      if (wanted.has(key)) ids.set(key, [...(ids.get(key) ?? []), id]);
  }
  return ids;
}
