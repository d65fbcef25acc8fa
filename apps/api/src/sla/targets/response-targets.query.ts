import type { SlaPolicy } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { toResponseTargets } from './response-targets.mapping.ts';
import { ResponseTargets } from './response-targets.model.ts';

/** The targets that stand. */
export async function queryResponseTargets(database: TenantDatabase, ctx: TenantContext): Promise<ResponseTargets> {
  const [row] = await database.query<{
    version: number;
    policy: SlaPolicy;
    createdAt: Date;
    createdBy: ResponseTargets['createdBy'];
  }>(
    ctx,
    `select p.version, p.policy, p.created_at as "createdAt",
       (select jsonb_build_object('id', m.id, 'name', m.name, 'email', m.email, 'role', r.key, 'status', m.status, 'createdAt', m.created_at)
        from members m join roles r on r.workspace_id = $1 and r.id = m.role_id where m.workspace_id = $1 and m.id = p.created_by) as "createdBy"
     from sla_policies p where p.workspace_id = $1 order by p.version desc limit 1`,
    [ctx.workspaceId],
  );
  if (!row) throw new Error(`Workspace ${ctx.workspaceId} has no SLA policy`);
  const { policy, ...rest } = row;
  return Object.assign(new ResponseTargets(), toResponseTargets({ ...policy, version: row.version }), rest);
}

/** Ids of the workspace's channels. */
export async function queryChannelIds(database: TenantDatabase, ctx: TenantContext): Promise<ReadonlySet<string>> {
  const rows = await database.query<{ id: string }>(ctx, `select id from channels where workspace_id = $1`, [
    ctx.workspaceId,
  ]);
  return new Set(rows.map(({ id }) => id));
}
