import { DEFAULT_ASSIGNMENT_RULES, type AssignmentRules } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';

/** The rules that stand, and who saved them when. */
export interface StandingRules {
  readonly rules: AssignmentRules;
  readonly createdAt: Date;
  readonly createdById: string | null;
}

/** The newest version; while none is stored, the default, which is version 1. */
export async function queryAssignmentRules(database: TenantDatabase, ctx: TenantContext): Promise<StandingRules> {
  const [row] = await database.query<{
    version: number | null;
    rules: Omit<AssignmentRules, 'version'> | null;
    createdAt: Date;
    createdById: string | null;
  }>(
    ctx,
    `select r.version, r.rules, coalesce(r.created_at, w.created_at) as "createdAt", r.created_by as "createdById"
     from workspaces w left join lateral (
       select version, rules, created_at, created_by from assignment_rules where workspace_id = w.id order by version desc limit 1) r on true
     where w.id = $1`,
    [ctx.workspaceId],
    { name: 'current-assignment-rules' },
  );
  if (!row) throw new Error(`There is no workspace ${ctx.workspaceId}`);
  const { version, rules, createdAt, createdById } = row;
  return {
    rules: rules && version ? { ...rules, version } : DEFAULT_ASSIGNMENT_RULES,
    createdAt,
    createdById,
  };
}

/** Nobody else reads loads and gives buyers by them, or saves rules, until the unit of work has ended. */
export async function lockAssignment(database: TenantDatabase, ctx: TenantContext): Promise<void> {
  await database.query(ctx, `select pg_advisory_xact_lock(hashtextextended('assignment:' || $1, 0))`, [
    ctx.workspaceId,
  ]);
}
