import { gradeRank, type BuyerGrade } from '@dangol/crm';
import type { TenantDatabase } from '@dangol/db';
import { z } from 'zod';
import { CodedError } from '../platform/errors/coded-error.ts';
import { decodeCursor } from '../platform/graphql/cursor.ts';
import { BoardFilter, BoardGroup, type BoardCard, type BoardCardPage } from './board.model.ts';
import { boardConditions, cardsOfColumn, GROUP_COLUMN, waitingCards, type BoardReader } from './board-cards.sql.ts';
import { pageOf, type StoredCard } from './board.query.ts';
import { BuyerStage } from './stage.model.ts';

/** The sort key of a card. */
const CURSOR = z.tuple([z.iso.datetime().nullable(), z.number().int(), z.number().int(), z.uuid()]);

/** More cards of one column, after a card. */
export async function queryBoardColumn(
  database: TenantDatabase,
  { ctx, seesMoney, seesContacts }: BoardReader,
  group: BoardGroup,
  key: string,
  filter: BoardFilter,
  page: { first: number; after: string },
): Promise<BoardCardPage> {
  const [dueAt, grade, level, id] = decodeCursor(page.after, CURSOR);
  const conditions = boardConditions(filter, seesContacts, 8);
  const after = {
    waiting:
      'and $4::timestamptz is not null and (q.due_at, q.grade_rank, q.level_rank, q.id) > ($4, $5::int, $6::int, $7::uuid)',
    others: 'and ($4::timestamptz is not null or (b.grade_rank, b.level_rank, b.id) > ($5, $6, $7))',
  };
  const keyType = group === BoardGroup.STAGE ? 'text' : 'int';
  const [row] = await database.query<{ cards: StoredCard[] | null }>(
    ctx,
    `with waiting as materialized (${waitingCards(group, conditions.sql)})
     select c.cards from workspaces w cross join (select $2::${keyType} as key) k
     cross join lateral (${cardsOfColumn(group, conditions.sql, '$3', seesMoney, after)}) c where w.id = $1`,
    [ctx.workspaceId, columnValue(group, key), page.first + 1, dueAt, grade, level, id, ...conditions.params],
  );
  return pageOf(row?.cards ?? [], page.first);
}

/** One card, or null when there is no such buyer. */
export async function queryBoardCard(
  database: TenantDatabase,
  { ctx, seesMoney }: BoardReader,
  buyerId: string,
): Promise<BoardCard | null> {
  const one = 'and b.id = $2::uuid';
  const [row] = await database.query<{ cards: StoredCard[] | null }>(
    ctx,
    `with waiting as materialized (${waitingCards(BoardGroup.STAGE, one)})
     select c.cards from workspaces w cross join lateral (select ${GROUP_COLUMN[BoardGroup.STAGE]} as key from buyers b where b.workspace_id = $1 ${one}) k
     cross join lateral (${cardsOfColumn(BoardGroup.STAGE, one, '1', seesMoney)}) c where w.id = $1`,
    [ctx.workspaceId, buyerId],
  );
  return row?.cards?.[0] ?? null;
}

/** The stored value behind the key of a column. @throws CodedError for a key that the board does not have */
function columnValue(group: BoardGroup, key: string): string | number {
  if (group === BoardGroup.STAGE) {
    const stage = Object.entries(BuyerStage).find(([name]) => name === key)?.[1];
    if (stage) return stage;
  } else if (['A', 'B', 'C', 'NONE'].includes(key)) {
    return gradeRank(key === 'NONE' ? null : (key as BuyerGrade));
  }
  throw new CodedError('BAD_USER_INPUT', 'The board has no such column', {
    fields: [{ path: 'key', rule: 'column', message: 'must be the key of a column' }],
  });
}
