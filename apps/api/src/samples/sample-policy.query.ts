import { DEFAULT_SAMPLE_POLICY, type SamplePolicy } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import type { Member } from '../workspaces/index.ts';
import { SamplePolicyVersion } from './sample-policy.model.ts';

/** A policy as its row holds it: whole numbers of money are text in JSON. */
export type StoredPolicy = Partial<Omit<SamplePolicy, 'monthlyBudgetMinor'> & { monthlyBudgetMinor: string | null }>;

/** The policy that stands, and what it is measured in. `id` is null while nothing needed one yet: it is then the default. */
export interface CurrentPolicy {
  readonly id: string | null;
  readonly version: number;
  readonly policy: SamplePolicy;
}

/** Reads a stored policy. */
export function readPolicy(stored: StoredPolicy): SamplePolicy {
  const { monthlyBudgetMinor, ...rest } = stored;
  const budget = monthlyBudgetMinor === undefined || monthlyBudgetMinor === null ? null : BigInt(monthlyBudgetMinor);
  return { ...DEFAULT_SAMPLE_POLICY, ...rest, monthlyBudgetMinor: budget };
}

/** The newest version, or the default as version 1. */
export async function queryCurrentPolicy(database: TenantDatabase, ctx: TenantContext): Promise<CurrentPolicy> {
  const [row] = await database.query<{ id: string; version: number; policy: StoredPolicy }>(
    ctx,
    `select id, version, policy from sample_policies where workspace_id = $1 order by version desc limit 1`,
    [ctx.workspaceId],
    { name: 'current-sample-policy' },
  );
  if (!row) return { id: null, version: 1, policy: DEFAULT_SAMPLE_POLICY };
  return { ...row, policy: readPolicy(row.policy) };
}

/** Every version, newest first; a workspace that never needed one has the default. */
export async function queryPolicies(database: TenantDatabase, ctx: TenantContext): Promise<SamplePolicyVersion[]> {
  const rows = await database.query<{
    version: number | null;
    policy: StoredPolicy | null;
    currency: string;
    createdAt: Date;
    createdBy: Member | null;
  }>(
    ctx,
    `select p.version, p.policy, w.base_currency as currency, coalesce(p.created_at, w.created_at) as "createdAt",
       (select jsonb_build_object('id', m.id, 'name', m.name, 'email', m.email, 'role', r.key, 'status', m.status, 'createdAt', m.created_at)
        from members m join roles r on r.workspace_id = $1 and r.id = m.role_id where m.workspace_id = $1 and m.id = p.created_by) as "createdBy"
     from workspaces w left join sample_policies p on p.workspace_id = w.id where w.id = $1 order by p.version desc`,
    [ctx.workspaceId],
  );
  return rows.map(({ version, policy, currency, ...row }) => {
    const { buyerShare, monthlyBudgetMinor, ...rest } = readPolicy(policy ?? {});
    const budget = monthlyBudgetMinor === null ? null : { minor: monthlyBudgetMinor, currency };
    const shares = { shareA: buyerShare.A, shareB: buyerShare.B, shareC: buyerShare.C };
    return Object.assign(new SamplePolicyVersion(), row, {
      version: version ?? 1,
      policy: { ...rest, ...shares, monthlyBudget: budget },
    });
  });
}
