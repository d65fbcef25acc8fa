import { PIPELINE_STAGES, convertMinor, gradeRank, isSetByHand, type BuyerGrade } from '@dangol/crm';
import type { TenantDatabase } from '@dangol/db';
import { queryRates, type DatedRate } from '../exchange-rates/index.ts';
import { encodeCursor } from '../platform/graphql/cursor.ts';
import { Money } from '../platform/graphql/money.type.ts';
import {
  BoardGroup,
  type Board,
  type BoardCard,
  type BoardColumn,
  type BoardFilter,
  type ConvertedMoney,
} from './board.model.ts';
import { boardConditions, cardsOfColumn, GROUP_COLUMN, waitingCards, type BoardReader } from './board-cards.sql.ts';
import { BuyerStage } from './stage.model.ts';

const GRADES: readonly (BuyerGrade | null)[] = ['A', 'B', 'C', null];
const STAGE_NAMES = new Map(Object.entries(BuyerStage).map(([name, stage]) => [stage, name]));

/** A card as the statement answers it, with the rest of its sort key. */
export type StoredCard = BoardCard & { gradeRank: number; levelRank: number };

interface ColumnRow {
  key: string;
  count: number;
  sums: { minor: string; currency: string }[];
  cards: StoredCard[];
  baseCurrency: string;
  today: string;
}

/** A statement to prepare once under its name (none: not worth it), and what to run it with. */
export interface BoardStatement {
  readonly name: string | undefined;
  readonly sql: string;
  readonly params: unknown[];
}

/** Values of the group's column in the order of the board; a filter leaves out the columns that it empties. */
export function columnKeys(group: BoardGroup, filter: BoardFilter): (string | number)[] {
  if (group === BoardGroup.STAGE)
    return PIPELINE_STAGES.filter((stage) => !filter.stage?.length || filter.stage.includes(stage as BuyerStage));
  return (filter.grade?.length ? GRADES.filter((grade) => grade && filter.grade?.includes(grade)) : GRADES).map(
    gradeRank,
  );
}

/**
 * The whole board as one statement: a row for each column with the count and the sums of all its cards and the first of them
 * as JSON. The bench runs the same one without the house around it.
 */
export function boardStatement(
  { ctx, seesMoney, seesContacts }: BoardReader,
  group: BoardGroup,
  filter: BoardFilter,
  perColumn: number,
  now: Date,
): BoardStatement {
  const conditions = boardConditions(filter, seesContacts, 5);
  const keyType = group === BoardGroup.STAGE ? 'text' : 'int';
  const column = GROUP_COLUMN[group];
  const sql = `
with waiting as materialized (${waitingCards(group, conditions.sql)}),
counted as (select ${column} as col, count(*)::int as count from buyers b where b.workspace_id = $1 ${conditions.sql} group by 1),
summed as (
  select col, json_agg(json_build_object('minor', minor::text, 'currency', currency) order by currency) as sums
  from (
    select ${column} as col, t.currency, sum(t.paid_year_minor) as minor
    from buyers b join buyer_order_totals t on t.workspace_id = $1 and t.buyer_id = b.id
    where b.workspace_id = $1 and t.paid_year_minor <> 0 ${seesMoney ? '' : 'and false'} ${conditions.sql}
    group by 1, 2) by_currency
  group by col)
select k.key::text as key, coalesce(n.count, 0) as count, coalesce(s.sums, '[]') as sums, coalesce(c.cards, '[]') as cards,
  w.base_currency as "baseCurrency", to_char($4::timestamptz at time zone w.time_zone, 'YYYY-MM-DD') as today
from workspaces w
cross join unnest($2::${keyType}[]) with ordinality k (key, place)
left join counted n on n.col = k.key
left join summed s on s.col = k.key
cross join lateral (${cardsOfColumn(group, conditions.sql, '$3', seesMoney)}) c
where w.id = $1
order by k.place`;
  return {
    name: conditions.sql === '' ? `board-${group}-${seesMoney}` : undefined,
    sql,
    params: [ctx.workspaceId, columnKeys(group, filter), perColumn + 1, now, ...conditions.params],
  };
}

/** The pipeline board. Sums are converted at the newest rates of today in the zone of the workspace. */
export async function queryBoard(
  database: TenantDatabase,
  reader: BoardReader,
  group: BoardGroup,
  filter: BoardFilter,
  perColumn: number,
  now: Date,
): Promise<Board> {
  const { name, sql, params } = boardStatement(reader, group, filter, perColumn, now);
  const rows = await database.query<ColumnRow>(reader.ctx, sql, params, { name });
  const [first] = rows;
  const baseCurrency = first?.baseCurrency ?? '';
  const currencies = [...new Set(rows.flatMap(({ sums }) => sums.map(({ currency }) => currency)))];
  const rates = await queryRates(database, reader.ctx, baseCurrency, currencies, first?.today ?? '');
  const columns = rows.map((row): BoardColumn => ({
    ...headOf(group, row.key),
    ...pageOf(row.cards, perColumn),
    count: row.count,
    sums: row.sums,
    converted: reader.seesMoney ? convert(row.sums, baseCurrency, rates) : null,
  }));
  return { columns, asOf: now, baseCurrency };
}

/** The cards of a page that was read with one more than wanted, and how to go on. */
export function pageOf(
  cards: readonly StoredCard[],
  first: number,
): { cards: BoardCard[]; endCursor: string | null; hasMore: boolean } {
  const page = cards.slice(0, first);
  const last = page.at(-1);
  const key = last && [last.waitingDueAt as string | null, last.gradeRank, last.levelRank, last.id];
  return { cards: page, endCursor: key ? encodeCursor(key) : null, hasMore: cards.length > first };
}

function headOf(group: BoardGroup, value: string): Pick<BoardColumn, 'key' | 'stage' | 'grade' | 'handMovable'> {
  if (group === BoardGroup.GRADE) {
    const grade = GRADES[Number(value) - 1] ?? null;
    return { key: grade ?? 'NONE', stage: null, grade, handMovable: false };
  }
  const stage = value as BuyerStage;
  return { key: STAGE_NAMES.get(stage) ?? value, stage, grade: null, handMovable: isSetByHand(stage) };
}

/** Rounded by currency, each sum once; a currency without a rate is named instead of guessed. */
function convert(
  sums: readonly { minor: string; currency: string }[],
  baseCurrency: string,
  rates: ReadonlyMap<string, DatedRate>,
): ConvertedMoney {
  let total = 0n;
  const applied: ConvertedMoney['rates'] = [];
  const missing: string[] = [];
  for (const { minor, currency } of sums) {
    const rate = rates.get(currency);
    if (!rate) missing.push(currency);
    else {
      total += convertMinor(BigInt(minor), currency, baseCurrency, rate.rate);
      if (currency !== baseCurrency) applied.push({ currency, ...rate });
    }
  }
  return { total: { minor: total, currency: baseCurrency } satisfies Money, rates: applied, missing };
}
