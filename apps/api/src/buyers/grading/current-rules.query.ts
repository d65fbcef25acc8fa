import type { GradingRules } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';

/** The rules that stand. Every workspace has some from its first moment. */
export async function queryCurrentRules(database: TenantDatabase, ctx: TenantContext): Promise<GradingRules> {
  const [row] = await database.query<{ rules: GradingRules }>(
    ctx,
    `select rules from grading_rules where workspace_id = $1 order by version desc limit 1`,
    [ctx.workspaceId],
    { name: 'current-grading-rules' },
  );
  if (!row) throw new Error(`Workspace ${ctx.workspaceId} has no grading rules`);
  return row.rules;
}

/**
 * Keeps new rules out until the unit ends (`shared`: gradings, which may run beside each other) or keeps gradings out while new
 * rules are saved (`alone`). Without it a grading that began under the old rules could be stored after everyone was re-graded.
 */
export async function lockRules(database: TenantDatabase, ctx: TenantContext, mode: 'shared' | 'alone'): Promise<void> {
  const lock = mode === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await database.query(ctx, `select ${lock}(hashtextextended('grading-rules:' || $1, 0))`, [ctx.workspaceId]);
}
