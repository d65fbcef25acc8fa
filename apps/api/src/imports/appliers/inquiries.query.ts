import type { TenantContext, TenantDatabase } from '@dangol/db';
import type { KnownMessage } from './plan-inquiries.ts';

/** The messages of a channel by its ids. */
export async function queryKnownMessages(
  database: TenantDatabase,
  ctx: TenantContext,
  channelId: string | null,
  externalIds: readonly string[],
): Promise<Map<string, KnownMessage>> {
  if (channelId === null || externalIds.length === 0) return new Map();
  const rows = await database.query<KnownMessage & { externalId: string }>(
    ctx,
    `select external_id as "externalId", sent_at as "sentAt", text from messages
     where workspace_id = $1 and channel_id = $2 and external_id = any ($3::text[])`,
    [ctx.workspaceId, channelId, externalIds],
  );
  return new Map(rows.map(({ externalId, ...message }) => [externalId, message]));
}

/** Whose the threads of a channel are. */
export async function queryThreadBuyers(
  database: TenantDatabase,
  ctx: TenantContext,
  channelId: string | null,
  threads: readonly string[],
): Promise<Map<string, string>> {
  if (threads.length === 0) return new Map();
  const rows = await database.query<{ thread: string; buyerId: string }>(
    ctx,
    `select external_id as thread, buyer_id as "buyerId" from conversations
     where workspace_id = $1 and channel_id = $2 and external_id = any ($3::text[])`,
    [ctx.workspaceId, channelId, threads],
  );
  return new Map(rows.map(({ thread, buyerId }) => [thread, buyerId]));
}

/** Which of the buyers were here before the import and have no owner. */
export async function queryUnowned(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  buyerIds: readonly string[],
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    ctx,
    `select id from buyers where workspace_id = $1 and id = any ($2::uuid[]) and owner_id is null and import_id is distinct from $3`,
    [ctx.workspaceId, buyerIds, importId],
  );
  return rows.map(({ id }) => id);
}

/** Notes which of them were given an owner by the rules on the way, so that undoing takes it back unless a person has changed it. */
export async function keepOwners(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  buyerIds: readonly string[],
): Promise<void> {
  if (buyerIds.length === 0) return;
  await database.query(
    ctx,
    `insert into import_changes (workspace_id, id, import_id, table_name, row_id, before)
     select $1, gen_random_uuid(), $2, 'buyers', b.id, jsonb_build_object('owner_id', jsonb_build_array(null, b.owner_id))
     from buyers b where b.workspace_id = $1 and b.id = any ($3::uuid[]) and b.owner_id is not null
     on conflict (workspace_id, import_id, table_name, row_id) do update set before = import_changes.before || excluded.before`,
    [ctx.workspaceId, importId, buyerIds],
  );
}

/** The stage steps that messages have caused at these buyers. */
export async function queryStepsByMessage(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerIds: readonly string[],
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    ctx,
    `select id from stage_changes where workspace_id = $1 and buyer_id = any ($2::uuid[]) and cause = 'message'`,
    [ctx.workspaceId, buyerIds],
  );
  return rows.map(({ id }) => id);
}

/** Closes threads that the import made and that wait for nobody. */
export async function closeThreads(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  conversationIds: readonly string[],
): Promise<void> {
  if (conversationIds.length === 0) return;
  await database.query(
    ctx,
    `update conversations set status = 'closed'
     where workspace_id = $1 and id = any ($2::uuid[]) and import_id = $3 and status = 'answered'`,
    [ctx.workspaceId, conversationIds, importId],
  );
}
