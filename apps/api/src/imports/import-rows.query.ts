import { newId, type TenantContext, type TenantDatabase } from '@dangol/db';
import type { RowProblem } from './import-applier.ts';
import type { EditedRow } from './row-batches.ts';

/** Bad and failed rows that are kept with their cells; the counts are true beyond them. */
export const MAX_KEPT_ROWS = 10_000;

/** A row to keep: what it holds and why it cannot be taken. */
export interface KeptRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
}

/** The kept rows by number, as a person left them. */
export async function queryEditedRows(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
): Promise<Map<number, EditedRow>> {
  const rows = await database.query<EditedRow & { rowNumber: number }>(
    ctx,
    `select row_number as "rowNumber", cells, state from import_rows where workspace_id = $1 and import_id = $2`,
    [ctx.workspaceId, importId],
  );
  return new Map(rows.map(({ rowNumber, ...row }) => [rowNumber, row]));
}

/** Keeps rows in a state; a row that is kept already gets the new problems. In the caller's unit. */
export async function keepRows(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  state: 'bad' | 'failed',
  rows: readonly KeptRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await database.query(
    ctx,
    `with given as (
       select g.*, o.id is not null as known, count(*) filter (where o.id is null) over (order by g.row_number) as nth
       from json_to_recordset($4::json) as g (id uuid, row_number integer, cells jsonb, problems jsonb)
       left join import_rows o on o.workspace_id = $1 and o.import_id = $2 and o.row_number = g.row_number),
     kept as (select count(*) as n from import_rows where workspace_id = $1 and import_id = $2 and state in ('bad', 'failed'))
     insert into import_rows (workspace_id, id, import_id, row_number, cells, problems, state)
     select $1, g.id, $2, g.row_number, g.cells, g.problems, $3 from given g, kept where g.known or kept.n + g.nth <= $5
     on conflict (workspace_id, import_id, row_number) do update set cells = excluded.cells, problems = excluded.problems, state = excluded.state`,
    [
      ctx.workspaceId,
      importId,
      state,
      JSON.stringify(
        rows.map(({ rowNumber, cells, problems }) => ({ id: newId(), row_number: rowNumber, cells, problems })),
      ),
      MAX_KEPT_ROWS,
    ],
  );
}

/** Rows that are no longer bad: those a person corrected stay as corrected, the others are kept no more. In the caller's unit. */
export async function settleRows(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  corrected: readonly number[],
  sound: readonly number[],
): Promise<void> {
  const rows = { corrected, sound };
  if (rows.corrected.length > 0)
    await database.query(
      ctx,
      `update import_rows set state = 'corrected', problems = '[]' where workspace_id = $1 and import_id = $2 and row_number = any ($3::int[])`,
      [ctx.workspaceId, importId, rows.corrected],
    );
  if (rows.sound.length > 0)
    await database.query(
      ctx,
      `delete from import_rows where workspace_id = $1 and import_id = $2 and row_number = any ($3::int[])`,
      [ctx.workspaceId, importId, rows.sound],
    );
}

/** Bad rows that the run has passed have failed. In the caller's unit. */
export async function failBadRows(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  rowNumbers: readonly number[],
): Promise<void> {
  if (rowNumbers.length === 0) return;
  await database.query(
    ctx,
    `update import_rows set state = 'failed' where workspace_id = $1 and import_id = $2 and state = 'bad' and row_number = any ($3::int[])`,
    [ctx.workspaceId, importId, rowNumbers],
  );
}
