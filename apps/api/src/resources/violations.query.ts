import { findViolations, type AssignmentRules, type BuyerGrade, type ViolatedRule } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { BUYER_ROW_COLUMNS, BUYER_ROW_JOINS, type BuyerRow } from '../buyers/index.ts';

/** Violations shown; past them the rules are not kept at all, and one more row tells nobody anything. */
const SHOWN = 200;

/** A buyer whose owner breaks the rules. */
export interface ViolatingBuyer {
  readonly buyer: BuyerRow;
  readonly ownerId: string;
  readonly rule: ViolatedRule;
}

interface Combination {
  grade: BuyerGrade | null;
  ownerRole: string;
  ownerActive: boolean;
}

/**
 * The buyers whose owner breaks the rules, best grade first. Rules look only at grade, role and membership, so the pure rule
 * judges the few combinations there are, and the database finds the buyers of those that break it.
 */
export async function queryViolations(
  database: TenantDatabase,
  ctx: TenantContext,
  rules: AssignmentRules,
): Promise<ViolatingBuyer[]> {
  const combinations = await database.query<Combination>(
    ctx,
    `select distinct b.grade, r.key as "ownerRole", m.status = 'active' as "ownerActive"
     from buyers b join members m on m.workspace_id = b.workspace_id and m.id = b.owner_id
       join roles r on r.workspace_id = m.workspace_id and r.id = m.role_id
     where b.workspace_id = $1 and b.erased_at is null`,
    [ctx.workspaceId],
  );
  const named = combinations.map((combination, index) => ({ ...combination, id: String(index), ownerId: '' }));
  const broken = findViolations(named, rules).map(({ buyerId, rule }) => ({ ...combinations[Number(buyerId)], rule }));
  if (broken.length === 0) return [];
  const rows = await database.query<BuyerRow & { ownerId: string; rule: ViolatedRule }>(
    ctx,
    `select ${BUYER_ROW_COLUMNS}, b.owner_id as "ownerId", v.rule
     from buyers b ${BUYER_ROW_JOINS}
       join roles r on r.workspace_id = o.workspace_id and r.id = o.role_id
       join json_to_recordset($2::json) as v (grade text, "ownerRole" text, "ownerActive" boolean, rule text)
         on v.grade is not distinct from b.grade and v."ownerRole" = r.key and v."ownerActive" = (o.status = 'active')
     where b.workspace_id = $1 and b.erased_at is null
     order by b.grade_rank, b.level_rank, b.id limit ${SHOWN}`,
    [ctx.workspaceId, JSON.stringify(broken)],
  );
  return rows.map(({ ownerId, rule, ...buyer }) => ({ buyer, ownerId, rule }));
}
