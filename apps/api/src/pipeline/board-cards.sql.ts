import { gradeRank, levelRank } from '@dangol/crm';
import type { TenantContext } from '@dangol/db';
import { BoardGroup, type BoardFilter } from './board.model.ts';

/** Who asks, and what of a buyer it may see. */
export interface BoardReader {
  readonly ctx: TenantContext;
  readonly seesMoney: boolean;
  readonly seesContacts: boolean;
}

/** Conditions on `buyers b`, and the parameters that they name. */
export interface BoardConditions {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** The column of `buyers b` that a group's columns are made of. */
export const GROUP_COLUMN: Record<BoardGroup, string> = {
  [BoardGroup.STAGE]: 'b.stage',
  [BoardGroup.GRADE]: 'b.grade_rank',
};

/**
 * What the filter asks of a buyer; only what is there, so that the statement of the whole board compares nothing. `from` is
 * the number of its first parameter. Whoever may not see contact data does not find by it.
 */
export function boardConditions(filter: BoardFilter, seesContacts: boolean, from: number): BoardConditions {
  const parts: string[] = [];
  const params: unknown[] = [];
  const add = (sql: (parameter: string) => string, value: unknown): void => {
    parts.push(`and ${sql(`$${from + params.length}`)}`);
    params.push(value);
  };
  if (filter.ownerId) add((p) => `b.owner_id = ${p}::uuid`, filter.ownerId);
  if (filter.unowned) parts.push('and b.owner_id is null');
  if (filter.grade?.length) add((p) => `b.grade_rank = any (${p}::int[])`, filter.grade.map(gradeRank));
  if (filter.platformLevel?.length) add((p) => `b.level_rank = any (${p}::int[])`, filter.platformLevel.map(levelRank));
  if (filter.stage?.length) add((p) => `b.stage = any (${p}::text[])`, filter.stage);
  if (filter.tagId?.length)
    add(
      (p) =>
        `exists (select from buyer_tags t where t.workspace_id = $1 and t.buyer_id = b.id and t.tag_id = any (${p}::uuid[]))`,
      filter.tagId,
    );
  const search = filter.search?.trim();
  const searched = seesContacts ? 'b.search_text' : `fold_text(concat_ws(chr(10), b.name, b.company))`;
  if (search) add((p) => `${searched} like all (buyer_search_patterns(${p}::text))`, search);
  return { sql: parts.join(' '), params };
}

/** An instant as the API writes it, to the microsecond: it is part of the cursor. */
const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The buyers of the workspace whom somebody owes a first response, with the time of the earliest. */
export function waitingCards(group: BoardGroup, conditions: string): string {
  return `
  select b.id, ${GROUP_COLUMN[group]} as col, b.grade_rank, b.level_rank, min(c.due_at) as due_at
  from conversations c join buyers b on b.workspace_id = $1 and b.id = c.buyer_id
  where c.workspace_id = $1 and c.status = 'waiting' and c.due_at is not null ${conditions}
  group by b.id, b.stage, b.grade_rank, b.level_rank`;
}

/**
 * The cards of the column `k.key` as JSON, `limit` of them: who waits first, by due time, then grade, level, id. Who does not
 * wait is read in that order from an index, so that the cost does not grow with the column. `after` are conditions that go
 * on behind a card: of those who wait, and of the others.
 */
export function cardsOfColumn(
  group: BoardGroup,
  conditions: string,
  limit: string,
  seesMoney: boolean,
  after: { waiting: string; others: string } = { waiting: '', others: '' },
): string {
  const paid = seesMoney
    ? `json_build_object('minor', b.paid_year_minor::text, 'currency', w.base_currency)`
    : 'null::json';
  return `
  select json_agg(json_build_object('id', b.id, 'name', b.name, 'company', b.company, 'country', b.country, 'grade', b.grade,
      'computedGrade', b.computed_grade, 'platformLevel', b.platform_level, 'stage', b.stage, 'stageSince', ${instant('b.stage_since')},
      'ownerId', b.owner_id, 'ownerName', o.name, 'waitingDueAt', ${instant('p.due_at')}, 'orderCount', b.order_count, 'paidLastYear', ${paid},
      'overridden', exists (select from grade_overrides g where g.workspace_id = $1 and g.buyer_id = b.id and g.ended_at is null),
      'openSample', (select s.stage from sample_requests s where s.workspace_id = $1 and s.buyer_id = b.id
        and s.stage not in ('converted', 'dropped') order by s.requested_at desc, s.id limit 1),
      'gradeRank', p.grade_rank, 'levelRank', p.level_rank) order by p.due_at, p.grade_rank, p.level_rank, p.id) as cards
  from (
    select * from (
      (select q.id, q.grade_rank, q.level_rank, q.due_at from waiting q where q.col = k.key ${after.waiting}
        order by q.due_at, q.grade_rank, q.level_rank, q.id limit ${limit})
      union all
      (select b.id, b.grade_rank, b.level_rank, null from buyers b
        where b.workspace_id = $1 and ${GROUP_COLUMN[group]} = k.key and b.id not in (select q.id from waiting q) ${conditions} ${after.others}
        order by b.grade_rank, b.level_rank, b.id limit ${limit})) both_kinds
    order by due_at, grade_rank, level_rank, id limit ${limit}) p
  join buyers b on b.workspace_id = $1 and b.id = p.id
  left join members o on o.workspace_id = $1 and o.id = b.owner_id`;
}
