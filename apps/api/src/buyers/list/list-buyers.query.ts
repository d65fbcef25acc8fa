import { gradeRank, levelRank } from '@dangol/crm';
import type { TenantDatabase } from '@dangol/db';
import { z } from 'zod';
import { toConnection } from '../../platform/graphql/connection.ts';
import { decodeCursor, encodeCursor } from '../../platform/graphql/cursor.ts';
import { maySeeContacts } from '../../platform/permissions/field-permissions.ts';
import type { BuyerConnection, BuyerRow } from '../buyer.model.ts';
import type { BuyerReader } from '../buyer.query.ts';
import { BUYER_ROW_COLUMNS, BUYER_ROW_JOINS } from './buyer-row.columns.ts';
import type { WantedBuyers } from './buyer-filter.input.ts';
import { customCondition } from './custom-condition.ts';

const CURSOR = z.tuple([z.number().int(), z.number().int(), z.uuid()]);
const DAY_MS = 86_400_000;

/** More buyers than this are not counted. */
export const COUNTED_AT_MOST = 10_000;

const RULE_TAGS: Record<string, string> = {
  firstOrder: 'b.order_count = 1',
  repeat: 'b.order_count >= 2',
  none: 'b.order_count = 0',
};

/** A condition on `buyers b` and what its parameters stand for; $1 is the workspace. */
interface Condition {
  readonly sql: string;
  readonly params: unknown[];
}

/** One page of buyers, by grade, level and id. */
export async function queryBuyers(
  database: TenantDatabase,
  ctx: BuyerReader,
  page: { first: number; after?: string },
  wanted: WantedBuyers,
  now: Date,
): Promise<BuyerConnection> {
  const { sql, params } = await conditionOf(database, ctx, wanted, now);
  const after = page.after ? decodeCursor(page.after, CURSOR) : null;
  if (after) params.push(...after);
  const keyset = `and (b.grade_rank, b.level_rank, b.id) > ($${params.length - 2}::int, $${params.length - 1}::int, $${params.length}::uuid)`;
  params.push(page.first + 1);
  // The page is chosen before anything is looked up for it: what a row shows beside itself costs for fifty rows, not for all.
  const rows = await database.query<BuyerRow & { gradeRank: number; levelRank: number }>(
    ctx,
    `with page as materialized (select b.id from buyers b where ${sql} ${after ? keyset : ''}
       order by b.grade_rank, b.level_rank, b.id limit $${params.length})
     select ${BUYER_ROW_COLUMNS}, b.grade_rank as "gradeRank", b.level_rank as "levelRank"
     from page join buyers b on b.workspace_id = $1 and b.id = page.id ${BUYER_ROW_JOINS}
     order by b.grade_rank, b.level_rank, b.id`,
    params,
    { isoTimestamps: true },
  );
  const connection = toConnection(rows, page, (row) => encodeCursor([row.gradeRank, row.levelRank, row.id]));
  return { ...connection, wanted };
}

/** The ids of all buyers of a list in its order, without a page: what an export wraps. `$1` is the workspace. */
export async function buyersStatement(
  database: TenantDatabase,
  ctx: BuyerReader,
  wanted: WantedBuyers,
  now: Date,
): Promise<Condition> {
  const { sql, params } = await conditionOf(database, ctx, wanted, now);
  return { sql: `select b.id from buyers b where ${sql}`, params };
}

/** How many buyers there are, counted up to `most`. */
export async function countBuyers(
  database: TenantDatabase,
  ctx: BuyerReader,
  wanted: WantedBuyers,
  now: Date,
  most = COUNTED_AT_MOST,
): Promise<{ count: number; capped: boolean }> {
  const { sql, params } = await conditionOf(database, ctx, wanted, now);
  params.push(most + 1);
  const [row] = await database.query<{ n: number }>(
    ctx,
    `select count(*)::int as n from (select from buyers b where ${sql} limit $${params.length}) found`,
    params,
  );
  return { count: Math.min(row!.n, most), capped: row!.n > most };
}

async function conditionOf(
  database: TenantDatabase,
  ctx: BuyerReader,
  { filter, search }: WantedBuyers,
  now: Date,
): Promise<Condition> {
  const params: unknown[] = [ctx.workspaceId];
  const parts = ['b.workspace_id = $1'];
  /** Adds a condition on a parameter, written as `?`. */
  const where = (sql: string, value: unknown): void => {
    params.push(value);
    parts.push(sql.replaceAll('?', `$${params.length}`));
  };
  if (filter.grade?.length) where('b.grade_rank = any (?::int[])', filter.grade.map(gradeRank));
  if (filter.platformLevel?.length) where('b.level_rank = any (?::int[])', filter.platformLevel.map(levelRank));
  if (filter.country?.length) where('b.country = any (?::text[])', filter.country);
  if (filter.ownerId) where('b.owner_id = ?::uuid', filter.ownerId);
  if (filter.unowned) parts.push('b.owner_id is null');
  if (filter.stage?.length) where('b.stage = any (?::text[])', filter.stage);
  if (filter.companyType?.length) where('b.company_type = any (?::text[])', filter.companyType);
  if (filter.ruleTag?.length) parts.push(`(${filter.ruleTag.map((tag) => RULE_TAGS[tag]).join(' or ')})`);
  if (filter.tagId?.length)
    where(
      'exists (select from buyer_tags bt where bt.workspace_id = $1 and bt.buyer_id = b.id and bt.tag_id = any (?::uuid[]))',
      filter.tagId,
    );
  if (filter.waiting)
    parts.push(
      `exists (select from conversations c where c.workspace_id = $1 and c.buyer_id = b.id and c.status = 'waiting')`,
    );
  if (filter.noContactDays) where(SILENT_SINCE, new Date(now.getTime() - filter.noContactDays * DAY_MS));
  for (const condition of filter.custom ?? []) {
    const { sql, values } = await customCondition(database, ctx, condition);
    parts.push(sql.replace(/\?(\d)/g, (_, n: string) => `$${params.length + Number(n)}`));
    params.push(...values);
  }
  if (search !== null && search.trim() !== '') {
    // Who may not see addresses must not be able to ask who has one.
    if (ctx.permissions && !maySeeContacts({ permissions: ctx.permissions }))
      where(
        'coalesce(fold_text(concat_ws(chr(10), b.name, b.company)) like all (buyer_search_patterns(?)), false)',
        search,
      );
    const found = await searchBuyers(database, ctx, search);
    if (found) where('b.id = any (?::uuid[])', found);
    // The planner thinks that LIKE finds few, and would sort all of them; inside coalesce it expects half, and reads in order.
    else where('coalesce(b.search_text like all (buyer_search_patterns(?)), false)', search);
  }
  return { sql: parts.join(' and '), params };
}

/** Our last delivered reply and the buyer's last message are both older than the parameter. */
const SILENT_SINCE = `(b.last_contact_at is null or b.last_contact_at < ?::timestamptz) and b.created_at < ?::timestamptz
  and not exists (select from conversations c join messages m on m.workspace_id = $1 and m.conversation_id = c.id
    where c.workspace_id = $1 and c.buyer_id = b.id and c.last_message_at >= ?::timestamptz and m.direction = 'inbound' and m.sent_at >= ?::timestamptz)`;

/** Ids of those who are found; null when they are so many that the list meets them soon in its own order. */
async function searchBuyers(database: TenantDatabase, ctx: BuyerReader, search: string): Promise<string[] | null> {
  const [row] = await database.query<{ ids: string[] | null }>(ctx, 'select search_buyers($1) as ids', [search], {
    name: 'search-buyers',
  });
  return row!.ids;
}
