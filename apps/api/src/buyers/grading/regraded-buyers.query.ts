import type { BuyerGrade, GradingRules } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import type { FactsScope } from './buyer-facts.sql.ts';
import { explanationSql, gradedBuyersSql, gradeRankSql, levelRankSql } from './graded-buyers.sql.ts';

/** A buyer whose computed grade or place in the queue moved. */
export interface RegradedBuyer {
  id: string;
  /** Computed grades. */
  from: BuyerGrade | null;
  to: BuyerGrade;
  score: number;
  /** The effective grade or the level moved. */
  placeMoved: boolean;
}

/**
 * Grades all buyers of the workspace, or the given ones, in one statement that writes only the rows whose facts or rules
 * changed, and answers those that moved. A buyer whom somebody else graded meanwhile is left as graded.
 */
export function regradeBuyers(
  database: TenantDatabase,
  ctx: TenantContext,
  rules: GradingRules,
  asOf: Date,
  buyerIds: readonly string[] | 'all',
): Promise<RegradedBuyer[]> {
  const params = [ctx.workspaceId, asOf, ...(buyerIds === 'all' ? [] : [buyerIds])];
  return database.query<RegradedBuyer>(ctx, regradeSql(rules, buyerIds === 'all' ? 'all' : 'given'), params);
}

/** The statement of `regradeBuyers`. */
export function regradeSql(rules: GradingRules, scope: FactsScope): string {
  const effective = 'coalesce(g.override_grade, g.grade)';
  return `with ${gradedBuyersSql(rules, scope, 'changed')},
explained as materialized (select *, ${explanationSql(rules)} as grading from graded),
written as (
  update buyers b set computed_grade = g.grade, score = g.score, provisional = g.provisional, grade = ${effective},
    grade_rank = ${gradeRankSql(effective)}, platform_level = g.best_level, level_rank = ${levelRankSql('g.best_level')}, grading = g.grading,
    grading_rules_version = (g.grading ->> 'rulesVersion')::int, graded_at = $2, graded_facts = g.facts_key
  from explained g
  where b.workspace_id = $1 and b.id = g.id and b.graded_facts is not distinct from g.graded_facts
    and b.grading_rules_version is not distinct from g.grading_rules_version
  returning b.id, g.previous_grade as "from", g.grade as "to", g.score, b.grade_rank, b.level_rank,
    (b.grade_rank, b.level_rank) is distinct from (g.grade_rank, g.level_rank) as "placeMoved"),
queued as (
  update conversations c set grade_rank = w.grade_rank, level_rank = w.level_rank from written w
  where w."placeMoved" and c.workspace_id = $1 and c.buyer_id = w.id
    and (c.grade_rank, c.level_rank) is distinct from (w.grade_rank, w.level_rank))
select id, "from", "to", score, "placeMoved" from written where "placeMoved" or "from" is distinct from "to" order by id`;
}
