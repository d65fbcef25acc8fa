import { STARTER_QUESTIONS } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { z } from 'zod';
import { toConnection } from '../platform/graphql/connection.ts';
import { decodeCursor, encodeCursor } from '../platform/graphql/cursor.ts';
import type { KnowledgeFilter } from './knowledge-entry.input.ts';
import {
  KnowledgeEntry,
  type KnowledgeCategory,
  type KnowledgeEntryConnection,
  type KnowledgeStarter,
} from './knowledge-entry.model.ts';

const CURSOR = z.tuple([z.string()]);

/** Past its last day, as the workspace's own calendar shows it; `now` is `$2`. */
const EXPIRED = `coalesce(k.valid_until < ($2::timestamptz at time zone w.time_zone)::date, false)`;
const COLUMNS = `k.id, k.code, k.version, k.category, k.visibility, k.auto_reply as "autoReply",
  to_char(k.valid_until, 'YYYY-MM-DD') as "validUntil", k.title, k.title_ko as "titleKo", k.questions, k.answer, k.language,
  k.created_at as "createdAt", k.updated_at as "updatedAt", ${EXPIRED} as expired`;
const FROM = `knowledge_entries k join workspaces w on w.id = k.workspace_id`;

/** One entry; null when there is none. */
export async function queryKnowledgeEntry(
  database: TenantDatabase,
  ctx: TenantContext,
  id: string,
  now: Date,
): Promise<KnowledgeEntry | null> {
  const [row] = await database.query<KnowledgeEntry>(
    ctx,
    `select ${COLUMNS} from ${FROM} where k.workspace_id = $1 and k.id = $3`,
    [ctx.workspaceId, now, id],
  );
  return row ? toEntry(row) : null;
}

/** One page of entries, by code. */
export async function queryKnowledgeEntries(
  database: TenantDatabase,
  ctx: TenantContext,
  page: { first: number; after?: string },
  filter: KnowledgeFilter,
  now: Date,
): Promise<KnowledgeEntryConnection> {
  const [after] = page.after ? decodeCursor(page.after, CURSOR) : [null];
  const { sql, params } = knowledgeStatement(ctx, filter, now);
  const rows = await database.query<KnowledgeEntry & { total: number }>(
    ctx,
    `with found as materialized (${sql})
     select found.*, (select count(*)::int from found) as total from found
     where $${params.length + 1}::text is null or code > $${params.length + 1} order by code limit $${params.length + 2}`,
    [...params, after, page.first + 1],
  );
  const totalCount = rows[0]?.total ?? (after === null ? 0 : await countAll(database, ctx, filter, now));
  const entries = rows.map(({ total: _total, ...row }) => toEntry(row));
  return { ...toConnection(entries, page, ({ code }) => encodeCursor([code])), totalCount };
}

/** Every entry that the filter keeps, by code; a page and an export wrap it. `$1` is the workspace. */
export function knowledgeStatement(
  ctx: TenantContext,
  filter: KnowledgeFilter,
  now: Date,
): { sql: string; params: unknown[] } {
  const sql = `select ${COLUMNS} from ${FROM}
     where k.workspace_id = $1
       and ($3::text is null or position(fold_text($3) in fold_text(concat_ws(chr(10), k.code, k.title, k.title_ko, k.answer, array_to_string(k.questions, chr(10))))) > 0)
       and ($4::text[] is null or k.category = any ($4))
       and ($5::text[] is null or k.visibility = any ($5))
       and ($6::boolean is null or ${EXPIRED} = $6)
       and ($7::boolean is null or k.auto_reply = $7)
     order by k.code`;
  const params = [
    ctx.workspaceId,
    now,
    filter.q?.trim() || null,
    filter.category?.length ? filter.category : null,
    filter.visibility?.length ? filter.visibility : null,
    filter.expired ?? null,
    filter.autoReply ?? null,
  ];
  return { sql, params };
}

/** Categories in use, with how many entries each has. */
export function queryKnowledgeCategories(database: TenantDatabase, ctx: TenantContext): Promise<KnowledgeCategory[]> {
  return database.query<KnowledgeCategory>(
    ctx,
    `select category as name, count(*)::int as "entryCount" from knowledge_entries where workspace_id = $1 group by category order by category`,
    [ctx.workspaceId],
  );
}

/** The common questions with the entry that answers each; an entry is known by the question itself. */
export async function queryKnowledgeStarters(
  database: TenantDatabase,
  ctx: TenantContext,
): Promise<KnowledgeStarter[]> {
  const firsts = STARTER_QUESTIONS.map(({ questions }) => questions[0]);
  const rows = await database.query<{ id: string; questions: string[] }>(
    ctx,
    `select id, questions from knowledge_entries where workspace_id = $1 and questions && $2::text[] order by code`,
    [ctx.workspaceId, firsts],
  );
  return STARTER_QUESTIONS.map(({ key, questions }) => ({
    key,
    entryId: rows.find((row) => row.questions.includes(questions[0]))?.id ?? null,
  }));
}

async function countAll(
  database: TenantDatabase,
  ctx: TenantContext,
  filter: KnowledgeFilter,
  now: Date,
): Promise<number> {
  const { sql, params } = knowledgeStatement(ctx, filter, now);
  const [row] = await database.query<{ n: number }>(ctx, `select count(*)::int as n from (${sql}) found`, params);
  return row!.n;
}

/** A union knows its member by the class. */
const toEntry = (row: KnowledgeEntry): KnowledgeEntry => Object.assign(new KnowledgeEntry(), row);
