import type { TenantContext, TenantDatabase } from '@dangol/db';
import type { Dependent } from '../import-applier.ts';

/** What came to the orders that an import made: lines and notes of other imports, and samples that led to one of them. */
export function queryOrderDependents(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
): Promise<Dependent[]> {
  const made = 'select id from orders where workspace_id = $1 and import_id = $2';
  return database.query<Dependent>(
    ctx,
    `select what, count(*)::int as count, min(example) as example from (
       select 'order_lines' as what, o.external_id as example from order_lines l join orders o on o.workspace_id = $1 and o.id = l.order_id
       where l.workspace_id = $1 and o.import_id = $2 and l.import_id is distinct from $2
       union all
       select 'order_adjustments', a.external_id from order_adjustments a
       where a.workspace_id = $1 and a.order_id in (${made}) and a.import_id is distinct from $2
       union all
       select 'samples', s.purpose from sample_requests s where s.workspace_id = $1 and s.order_id in (${made})) d
     group by what order by what`,
    [ctx.workspaceId, importId],
  );
}
