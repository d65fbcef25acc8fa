import type { TenantContext, TenantDatabase } from '@dangol/db';
import { FOLLOWED, FOLLOWING_COLUMNS, MADE } from './touched-buyers.query.ts';

/** A buyer whose grade and stage are as before the import. */
export interface RestoredBuyer {
  readonly id: string;
  /** Its place in the queue is another than a moment ago. */
  readonly moved: boolean;
}

/**
 * Puts back what followed from an import at up to `limit` buyers that were there before it: grade, level and, where nobody has
 * moved the buyer since, the stage with the steps that the import's orders made. An override that stands now keeps its word.
 */
export async function restoreFollowing(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  limit: number,
): Promise<RestoredBuyer[]> {
  return database.query<RestoredBuyer>(ctx, RESTORE, [ctx.workspaceId, importId, limit]);
}

const GRADED = FOLLOWING_COLUMNS.filter((column) => !column.startsWith('stage'));
const RANK = (grade: string): string => `case ${grade} when 'A' then 1 when 'B' then 2 when 'C' then 3 else 4 end`;

const RESTORE = `
  with chunk as materialized (
    select c.id, c.row_id, c.before from import_changes c join buyers b on b.workspace_id = $1 and b.id = c.row_id
    where c.workspace_id = $1 and c.import_id = $2 and c.table_name = '${FOLLOWED}' order by c.row_id limit $3),
  made as materialized (
    select s.id, s.buyer_id from chunk k join stage_changes s on s.workspace_id = $1 and s.buyer_id = k.row_id
      join import_changes c on c.workspace_id = $1 and c.import_id = $2 and c.table_name = 'stage_changes${MADE}' and c.row_id = s.id),
  unmoved as materialized (
    select k.row_id from chunk k where not exists (
      select from stage_changes s where s.workspace_id = $1 and s.buyer_id = k.row_id and s.changed_at > (k.before ->> 'stage_since')::timestamptz
        and s.id not in (select id from made))),
  steps as (
    delete from stage_changes s using made m, unmoved u where s.workspace_id = $1 and s.id = m.id and u.row_id = m.buyer_id),
  noted as (
    delete from import_changes c using made m
    where c.workspace_id = $1 and c.import_id = $2 and c.table_name = 'stage_changes${MADE}' and c.row_id = m.id),
  gone as (delete from import_changes c using chunk k where c.workspace_id = $1 and c.id = k.id),
  past as materialized (
    select k.row_id, u.row_id is not null as unmoved, p.*, coalesce(g.grade, p.computed_grade) as effective,
      b.grade_rank as rank_now, b.level_rank as level_now
    from chunk k cross join lateral jsonb_populate_record(null::buyers, k.before) p join buyers b on b.workspace_id = $1 and b.id = k.row_id
      left join unmoved u on u.row_id = k.row_id
      left join grade_overrides g on g.workspace_id = $1 and g.buyer_id = k.row_id and g.ended_at is null),
  restored as (
    update buyers b set ${GRADED.map((column) => `${column} = p.${column}`).join(', ')},
      grade = p.effective, grade_rank = ${RANK('p.effective')},
      stage = case when p.unmoved then p.stage else b.stage end,
      stage_since = case when p.unmoved then p.stage_since else b.stage_since end
    from past p where b.workspace_id = $1 and b.id = p.row_id
    returning b.id, b.grade_rank, b.level_rank, (b.grade_rank, b.level_rank) is distinct from (p.rank_now, p.level_now) as moved),
  queued as (
    update conversations c set grade_rank = r.grade_rank, level_rank = r.level_rank from restored r
    where r.moved and c.workspace_id = $1 and c.buyer_id = r.id)
  select id, moved from restored order by id`;
