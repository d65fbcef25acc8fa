import { budgetState, type SamplePolicy } from '@dangol/crm';
import { wholeWorkspace, type TenantContext, type TenantDatabase } from '@dangol/db';
import { BudgetStateEnum, SampleBudget } from './sample.model.ts';
import { IS_PAID_FOR, SELLER_BASE } from './sample-row.sql.ts';

/** What is spent on samples in the month of an instant, in the workspace's zone and base currency. */
export interface MonthSpent {
  /** YYYY-MM. */
  readonly month: string;
  readonly currency: string;
  readonly spentMinor: bigint;
}

/**
 * Sums our part of the samples requested in the month of `now`, without those dropped before their approval. The budget is the
 * workspace's: it is summed over all buyers also for members who see only their own, so not inside a unit of theirs.
 */
export async function querySpentInMonth(database: TenantDatabase, ctx: TenantContext, now: Date): Promise<MonthSpent> {
  const [row] = await database.query<{ month: string; currency: string; spent: string }>(
    wholeWorkspace(ctx),
    `select to_char(m.today, 'YYYY-MM') as month, w.base_currency as currency, (
       select coalesce(sum(${SELLER_BASE}), 0)::bigint from sample_requests s
       where s.workspace_id = $1 and s.requested_at >= date_trunc('month', m.today) at time zone w.time_zone
         and s.requested_at < (date_trunc('month', m.today) + interval '1 month') at time zone w.time_zone and ${IS_PAID_FOR}) as spent
     from workspaces w cross join lateral (select $2::timestamptz at time zone w.time_zone as today) m
     where w.id = $1`,
    [ctx.workspaceId, now],
  );
  if (!row) throw new Error(`There is no workspace ${ctx.workspaceId}`);
  return { month: row.month, currency: row.currency, spentMinor: BigInt(row.spent) };
}

/** How a month stands to the policy's budget; the sums only for those who see them. */
export function budgetOf(
  { month, currency, spentMinor }: MonthSpent,
  policy: SamplePolicy,
  seesSums: boolean,
): SampleBudget {
  const limit = policy.monthlyBudgetMinor;
  const state = budgetState(spentMinor, limit, policy.warnAtPercent);
  return Object.assign(new SampleBudget(), {
    month,
    currency,
    limit: limit === null ? null : { minor: limit, currency },
    spent: seesSums ? { minor: spentMinor, currency } : null,
    remaining: limit === null || !seesSums ? null : { minor: limit - spentMinor, currency },
    warnAtPercent: policy.warnAtPercent,
    state: state as BudgetStateEnum,
  });
}
