import type { BuyerGrade, GradingRules } from '@dangol/crm';
import { wholeWorkspace, type TenantContext, type TenantDatabase } from '@dangol/db';
import { queryMembers } from '../../workspaces/index.ts';
import { queryBuyerRows } from '../list/buyer-rows.query.ts';
import { gradedBuyersSql } from './graded-buyers.sql.ts';
import { GradeExample, GradingPreview, GradingRulesVersion } from './grading-rules.model.ts';

/** Every version of the rules, newest first. */
export async function queryGradingRules(database: TenantDatabase, ctx: TenantContext): Promise<GradingRulesVersion[]> {
  const rows = await database.query<{
    version: number;
    rules: GradingRules;
    createdAt: Date;
    createdById: string | null;
  }>(
    ctx,
    `select version, rules, created_at as "createdAt", created_by as "createdById" from grading_rules
     where workspace_id = $1 order by version desc`,
    [ctx.workspaceId],
  );
  const members = new Map((await queryMembers(database, ctx)).map((member) => [member.id, member]));
  return rows.map(({ createdById, ...row }, i) =>
    Object.assign(new GradingRulesVersion(), row, {
      createdBy: createdById ? (members.get(createdById) ?? null) : null,
      current: i === 0,
    }),
  );
}

/** What a buyer who would be graded otherwise goes from and to. */
interface Moved {
  id: string;
  from: BuyerGrade | null;
  to: BuyerGrade;
  fromScore: number | null;
  toScore: number;
}

const MOST_EXAMPLES = 10;

/**
 * Grades every buyer under `rules` in one statement without writing, and answers what would change: how many of all, because
 * saving grades all; as examples those that the caller sees.
 */
export async function queryGradingPreview(
  database: TenantDatabase,
  ctx: TenantContext,
  rules: GradingRules,
  asOf: Date,
): Promise<GradingPreview> {
  const [row] = await database.query<Omit<GradingPreview, 'examples'> & { examples: Moved[] }>(
    wholeWorkspace(ctx),
    `with ${gradedBuyersSql(rules, 'all', 'every')},
     moved as materialized (select id, previous_grade as "from", grade as "to", previous_score::float8 as "fromScore", score as "toScore"
       from graded where grade is distinct from previous_grade)
     select (select count(*)::int from graded) as total, (select count(*)::int from moved) as changed,
       (select coalesce(jsonb_agg(m), '[]'::jsonb) from (select "from", "to", count(*)::int from moved group by 1, 2 order by 1, 2) m) as moves,
       (select coalesce(jsonb_agg(m), '[]'::jsonb) from (select * from moved
         order by abs("toScore" - coalesce("fromScore", 0)) desc, id limit ${MOST_EXAMPLES}) m) as examples`,
    [ctx.workspaceId, asOf],
  );
  const { examples, ...figures } = row!;
  const buyers = await queryBuyerRows(
    database,
    ctx,
    examples.map(({ id }) => id),
  );
  return Object.assign(new GradingPreview(), figures, {
    examples: examples.flatMap(({ id, ...moved }) => {
      const buyer = buyers.get(id);
      return buyer ? [Object.assign(new GradeExample(), moved, { buyer })] : [];
    }),
  });
}
