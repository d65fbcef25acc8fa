import { gradeRank, levelRank } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { z } from 'zod';
import { toConnection } from '../platform/graphql/connection.ts';
import { decodeCursor, encodeCursor } from '../platform/graphql/cursor.ts';
import type { BuyerConnection, BuyerFilter, BuyerRow } from './buyer.model.ts';
import { TAGS_COLUMN } from './buyer.query.ts';

const CURSOR = z.tuple([z.number().int(), z.number().int(), z.uuid()]);

/** One page of buyers, by grade, level and id. `search` finds parts of name, company, e-mail, and digits of a phone number. */
export async function queryBuyers(
  database: TenantDatabase,
  ctx: TenantContext,
  page: { first: number; after?: string },
  filter: BuyerFilter,
  search: string | null,
): Promise<BuyerConnection> {
  const [grade, level, id] = page.after ? decodeCursor(page.after, CURSOR) : [null, null, null];
  const text = search?.trim() ?? '';
  const rows = await database.query<BuyerRow & { gradeRank: number; levelRank: number }>(
    ctx,
    `select b.id, b.name, b.company, b.country, b.grade, b.platform_level as "platformLevel", o.name as "ownerName", b.order_count as "orderCount",
       b.last_order_at as "lastOrderAt", b.last_contact_at as "lastContactAt", ${TAGS_COLUMN}, b.grade_rank as "gradeRank", b.level_rank as "levelRank",
       exists (select from conversations c where c.workspace_id = b.workspace_id and c.buyer_id = b.id and c.status = 'waiting') as waiting
     from buyers b left join members o on o.workspace_id = b.workspace_id and o.id = b.owner_id
     where b.workspace_id = $1
       and ($2::int[] is null or b.grade_rank = any ($2)) and ($3::int[] is null or b.level_rank = any ($3))
       and ($4::text[] is null or b.country = any ($4)) and ($5::uuid is null or b.owner_id = $5)
       and ($6::text is null or b.name ilike $6 or b.company ilike $6 or exists (
         select from buyer_contacts k where k.workspace_id = b.workspace_id and k.buyer_id = b.id
           and (k.name ilike $6 or k.email ilike $6 or ($7::text is not null and regexp_replace(k.phone, '\\D', '', 'g') like $7))))
       and ($8::int is null or (b.grade_rank, b.level_rank, b.id) > ($8, $9::int, $10::uuid))
     order by b.grade_rank, b.level_rank, b.id limit $11`,
    [
      ctx.workspaceId,
      filter.grade?.length ? filter.grade.map(gradeRank) : null,
      filter.platformLevel?.length ? filter.platformLevel.map(levelRank) : null,
      filter.country?.length ? filter.country : null,
      filter.ownerId ?? null,
      text ? `%${escapeLike(text)}%` : null,
      /^[\d\s+()-]{3,}$/.test(text) ? `%${text.replace(/\D/g, '')}%` : null,
      grade,
      level,
      id,
      page.first + 1,
    ],
    { isoTimestamps: true },
  );
  return toConnection(rows, page, (row) => encodeCursor([row.gradeRank, row.levelRank, row.id]));
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
