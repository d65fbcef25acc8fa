import { visibleLine } from '@dangol/crm';
import { newId, type TenantContext, type TenantDatabase } from '@dangol/db';
import type { ApplySettings } from '../import-applier.ts';
import { changeImported, insertImported, type ImportedRow } from '../imported-rows.ts';
import { noteMade } from '../touched-buyers.query.ts';

/** As everywhere: more tags of a workspace, and longer names, nobody can tell apart. */
const MAX_TAGS = 200;
export const MAX_TAGS_OF_BUYER = 30;
const MAX_TAG_NAME = 40;

/** What a row gives its buyer beside the buyer's own columns. */
export interface BuyerParts {
  readonly buyerId: string;
  readonly tags: readonly string[];
  readonly note: string | null;
}

/** Names of tags as they are stored. */
export function tagNames(entered: readonly string[] | null): string[] {
  const names = (entered ?? []).flatMap((name) => visibleLine(name)?.slice(0, MAX_TAG_NAME).trim() || []);
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}

/** Of the names, those that would be one tag too many for the workspace. */
export async function queryTagsBeyond(
  database: TenantDatabase,
  ctx: TenantContext,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set();
  const rows = await database.query<{ name: string }>(
    ctx,
    `select lower(name) as name from tags where workspace_id = $1`,
    [ctx.workspaceId],
  );
  const there = new Set(rows.map(({ name }) => name));
  const missing = [...new Set(names.map((name) => name.toLowerCase()))].filter((name) => !there.has(name));
  return new Set(missing.slice(Math.max(0, MAX_TAGS - there.size)));
}

/** Gives buyers the tags of their rows, making those that are not there. Answers the buyers that got one. */
export async function giveTags(
  database: TenantDatabase,
  ctx: TenantContext,
  parts: readonly BuyerParts[],
  { importId, startedBy, now }: ApplySettings,
): Promise<Set<string>> {
  const names = new Map(parts.flatMap(({ tags }) => tags.map((name) => [name.toLowerCase(), name] as const)));
  if (names.size === 0) return new Set();
  await database.query(ctx, `select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${ctx.workspaceId}:tags`]);
  const rows = await database.query<{ id: string; name: string }>(
    ctx,
    `select id, lower(name) as name from tags where workspace_id = $1 and lower(name) = any ($2::text[])`,
    [ctx.workspaceId, [...names.keys()]],
  );
  const ids = new Map(rows.map(({ id, name }) => [name, id]));
  const made = [...names].flatMap(([key, name]) => {
    if (ids.has(key)) return [];
    const id = newId();
    ids.set(key, id);
    return [{ id, name, created_by: startedBy, created_at: now }];
  });
  await noteMade(database, ctx, importId, 'tags', await insertImported(database, ctx, null, 'tags', made));
  const given = parts.flatMap(({ buyerId, tags }) =>
    tags.map((tag) => ({ id: newId(), buyer_id: buyerId, tag_id: ids.get(tag.toLowerCase()), created_at: now })),
  );
  const added = await insertImported(database, ctx, null, 'buyer_tags', given, ['buyer_id', 'tag_id']);
  await noteMade(database, ctx, importId, 'buyer_tags', added);
  const buyerOf = new Map(given.map((row) => [row.id, row.buyer_id]));
  return new Set(added.flatMap((id) => buyerOf.get(id) ?? []));
}

/** Writes the notes of the rows, in the name of who brought the file; one that the buyer has word for word is not written twice. */
export async function writeNotes(
  database: TenantDatabase,
  ctx: TenantContext,
  parts: readonly BuyerParts[],
  { importId, startedBy, now }: ApplySettings,
): Promise<Set<string>> {
  const wanted = parts.filter(({ note }) => note);
  if (startedBy === null || wanted.length === 0) return new Set();
  const there = await database.query<{ buyerId: string; text: string }>(
    ctx,
    `select buyer_id as "buyerId", text from buyer_notes where workspace_id = $1 and buyer_id = any ($2::uuid[])`,
    [ctx.workspaceId, wanted.map(({ buyerId }) => buyerId)],
  );
  const known = new Set(there.map(({ buyerId, text }) => `${buyerId} ${text}`));
  const rows = wanted.flatMap(({ buyerId, note }) => {
    const key = `${buyerId} ${note}`;
    if (known.has(key)) return [];
    known.add(key);
    return [{ id: newId(), buyer_id: buyerId, author_id: startedBy, text: note, private: false, created_at: now }];
  });
  await noteMade(
    database,
    ctx,
    importId,
    'buyer_notes',
    await insertImported(database, ctx, null, 'buyer_notes', rows),
  );
  return new Set(rows.map((row: ImportedRow & { buyer_id: string }) => row.buyer_id));
}

/** Sets the levels that a platform gave to buyers it knows by these ids. Answers the buyers whose level is another. */
export async function setLevels(
  database: TenantDatabase,
  ctx: TenantContext,
  levels: ReadonlyMap<string, string>,
  { importId, channelId, known }: ApplySettings,
): Promise<Set<string>> {
  if (channelId === null || levels.size === 0 || known === 'skip') return new Set();
  const rows = await database.query<{ id: string; externalId: string; buyerId: string; level: string | null }>(
    ctx,
    `select id, external_id as "externalId", buyer_id as "buyerId", platform_level as level from buyer_identities
     where workspace_id = $1 and channel_id = $2 and external_id = any ($3::text[])`,
    [ctx.workspaceId, channelId, [...levels.keys()]],
  );
  const open = rows.filter(({ level }) => level === null || known === 'overwrite');
  const changes = open.map(({ id, externalId }) => ({ id, set: { platform_level: levels.get(externalId) } }));
  const changed = new Set(await changeImported(database, ctx, importId, 'buyer_identities', changes));
  return new Set(open.flatMap(({ id, buyerId }) => (changed.has(id) ? [buyerId] : [])));
}
