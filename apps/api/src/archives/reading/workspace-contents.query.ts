import type { CatalogueTable, RunStatement } from '../catalogue/read-catalogue.ts';

/** What every workspace has from its first moment. */
const ALWAYS_THERE = new Set(['workspaces', 'roles', 'members', 'invitations', 'api_keys', 'events']);

/** Versions of settings, which every workspace begins with; an archive puts its own in their place. */
export const REPLACED_SETTINGS: readonly string[] = [
  'business_calendars',
  'sla_policies',
  'grading_rules',
  'sample_policies',
  'assignment_rules',
];

/** Rows of a table that keep an archive from being brought in. */
export interface TableCount {
  readonly table: string;
  readonly rows: number;
}

/** What is in a workspace besides its people and the settings that it began with, counted up to 1,000 a table; nothing when it is empty. */
export async function queryWorkspaceContents(
  run: RunStatement,
  tables: readonly CatalogueTable[],
  workspaceId: string,
): Promise<TableCount[]> {
  const counted = tables.filter(({ name }) => !ALWAYS_THERE.has(name) && !REPLACED_SETTINGS.includes(name));
  const counts = counted.map(
    ({ name }) =>
      `select '${name}' as "table", (select count(*)::int from (select 1 from "${name}" where workspace_id = $1 limit 1000) n) as rows`,
  );
  const found = await run<TableCount>(`select * from (${counts.join(' union all ')}) c where rows > 0 order by 1`, [
    workspaceId,
  ]);
  return found;
}
