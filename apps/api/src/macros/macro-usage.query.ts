import type { TenantContext, TenantDatabase } from '@dangol/db';

/** How often a macro was used in a period. */
export interface MacroUsage {
  readonly macroId: string;
  readonly name: string;
  readonly archived: boolean;
  /** Replies with it that were delivered in the period. */
  readonly used: number;
  /** When one last was, in the period or before; null: never. */
  readonly lastUsedAt: Date | null;
}

/** Every macro that is offered, and the archived ones that were used, over [from, to): the most used first, the unused to tidy last. */
export function queryMacroUsage(
  database: TenantDatabase,
  ctx: TenantContext,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<MacroUsage[]> {
  return database.query<MacroUsage>(
    ctx,
    `select k.id as "macroId", k.name, k.archived_at is not null as archived, coalesce(u.used, 0) as used, u.last as "lastUsedAt"
     from macros k left join lateral (
       select count(*) filter (where m.accepted_at >= $2)::int as used, max(m.accepted_at) as last from messages m
       where m.workspace_id = k.workspace_id and m.macro_id = k.id and m.delivery_status = 'delivered' and m.accepted_at < $3) u on true
     where k.workspace_id = $1 and (k.archived_at is null or u.used > 0)
     order by coalesce(u.used, 0) desc, lower(k.name), k.id`,
    [ctx.workspaceId, from, to],
  );
}
