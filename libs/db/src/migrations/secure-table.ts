import type { QueryRunner } from 'typeorm';

/** What the application's role may do with a workspace table. */
export type TableAccess = 'read-write' | 'append-only';

/**
 * Puts a workspace table under forced row-level security for every role and grants the application's role its rights.
 * Rows are visible only where `workspace_id` equals the workspace bound to the transaction (`app.workspace_id`).
 * The setting is read in a subquery, so that a statement reads it once and not for each row that it looks at.
 */
export async function secureTable(queryRunner: QueryRunner, table: string, access: TableAccess = 'read-write') {
  const rights = access === 'append-only' ? 'select, insert' : 'select, insert, update, delete';
  await queryRunner.query(`
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy workspace_isolation on ${table}
      using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
      with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
    grant ${rights} on ${table} to dangol_app;
  `);
}
