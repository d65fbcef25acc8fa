import type { TenantContext, TenantDatabase } from '@dangol/db';
import { SavedView, type ViewScreen } from './saved-view.model.ts';

/** The views of a screen that the member sees: its own, then those that others share. */
export async function querySavedViews(
  database: TenantDatabase,
  ctx: TenantContext,
  memberId: string | null,
  wanted: { screen: ViewScreen } | { id: string },
): Promise<SavedView[]> {
  const rows = await database.query<SavedView>(
    ctx,
    `select v.id, v.screen, v.name, v.query, v.shared, v.member_id is not distinct from $2::uuid as mine, m.name as "ownerName"
     from saved_views v join members m on m.workspace_id = $1 and m.id = v.member_id
     where v.workspace_id = $1 and (v.shared or v.member_id = $2) and ($3::text is null or v.screen = $3) and ($4::uuid is null or v.id = $4)
     order by mine desc, lower(v.name), v.id`,
    [ctx.workspaceId, memberId, 'screen' in wanted ? wanted.screen : null, 'id' in wanted ? wanted.id : null],
  );
  return rows.map((row) => Object.assign(new SavedView(), row)); // a union knows its member by the class
}
