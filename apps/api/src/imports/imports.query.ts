import { IMPORT_SOURCES, fieldsOf, missingFields, type ImportKind } from '@dangol/crm';
import type { ImportEntity, TenantContext, TenantDatabase } from '@dangol/db';
import { z } from 'zod';
import type { RequestContext } from '../platform/context/request-context.ts';
import { toConnection } from '../platform/graphql/connection.ts';
import { decodeCursor, encodeCursor } from '../platform/graphql/cursor.ts';
import {
  Import,
  type ImportConnection,
  type ImportRow,
  type ImportRowConnection,
  type ImportSource,
} from './import.model.ts';
import { maySeeCells } from './may-see-cells.ts';
import { settledOptions } from './settled-options.ts';
import { storedImport, type StoredImport } from './stored-import.ts';

const LIST_CURSOR = z.tuple([z.iso.datetime(), z.uuid()]);
const ROW_CURSOR = z.tuple([z.number().int()]);

/** What the screens show of an import; without a cell of the file to those who may not see what is in it. */
function toImport(ctx: RequestContext, row: StoredImport, slug: string): Import {
  const { layout, kind, mapping, options, state } = row;
  const seesCells = maySeeCells(ctx, row);
  const columns = layout?.columns ?? [];
  const hasFailures = row.badRows + row.failedRows > 0;
  return Object.assign(new Import(), {
    ...row,
    encoding: layout?.encoding ?? null,
    sheets: layout?.sheets ?? [],
    sheet: layout?.sheet ?? null,
    headerRow: layout?.headerRow ?? null,
    columns: seesCells ? columns : columns.map((column) => ({ ...column, samples: [] })),
    mapping: mapping.map(({ column, field, confidence }) => ({ column, field, confidence: confidence ?? 'guessed' })),
    missingFields: layout ? missingFields(kind, mapping) : [],
    fields: Object.entries(fieldsOf(kind)).map(([key, spec]) => ({ key, required: spec.required ?? false })),
    ambiguousDates: layout
      ? settledOptions(layout, kind, mapping, options, state.datesSettled ?? false).ambiguous
      : false,
    failuresPath: seesCells && hasFailures ? `/imports/${row.id}/failures.csv?workspace=${slug}` : null,
    stored: row,
  });
}

const SLUG = `(select slug from workspaces w where w.id = i.workspace_id) as slug`;
const COLUMNS = `i.id, i.workspace_id as "workspaceId", i.kind, i.source, i.channel_id as "channelId", i.file_name as "fileName",
  i.size_bytes as "sizeBytes", i.sha256, i.format, i.layout, i.mapping, i.options, i.status, i.problem_code as "problemCode", i.problem,
  i.revision, i.total_rows as "totalRows", i.done_rows as "doneRows", i.good_rows as "goodRows", i.bad_rows as "badRows",
  i.created_rows as "createdRows", i.updated_rows as "updatedRows", i.unchanged_rows as "unchangedRows",
  i.failed_rows as "failedRows", i.left_out_rows as "leftOutRows", i.preview, i.position, i.state, i.content_at as "contentAt",
  i.started_by as "startedBy", i.created_at as "createdAt", i.run_at as "runAt", i.finished_at as "finishedAt",
  i.undone_at as "undoneAt", i.undone_by as "undoneBy", ${SLUG}`;

type Row = ImportEntity & { slug: string };

/** One import, or null. */
export async function queryImport(database: TenantDatabase, ctx: RequestContext, id: string): Promise<Import | null> {
  const [row] = await database.query<Row>(
    ctx,
    `select ${COLUMNS} from imports i where i.workspace_id = $1 and i.id = $2`,
    [ctx.workspaceId, id],
  );
  return row ? toImport(ctx, storedImport(row), row.slug) : null;
}

/** A page of imports, newest first. */
export async function queryImports(
  database: TenantDatabase,
  ctx: RequestContext,
  page: { first: number; after?: string | null },
): Promise<ImportConnection> {
  const [at, id] = page.after ? decodeCursor(page.after, LIST_CURSOR) : [null, null];
  const rows = await database.query<Row>(
    ctx,
    `select ${COLUMNS} from imports i
     where i.workspace_id = $1 and ($2::timestamptz is null or (i.created_at, i.id) < ($2::timestamptz, $3::uuid))
     order by i.created_at desc, i.id desc limit $4`,
    [ctx.workspaceId, at, id, page.first + 1],
  );
  const found = rows.map((row) => toImport(ctx, storedImport(row), row.slug));
  return toConnection(found, page, (row) => encodeCursor([row.createdAt.toISOString(), row.id]));
}

/** The newest earlier import of the same content that was started, or null. */
export async function querySameFile(
  database: TenantDatabase,
  ctx: RequestContext,
  { id, sha256, createdAt }: Pick<StoredImport, 'id' | 'sha256' | 'createdAt'>,
): Promise<Import | null> {
  const [row] = await database.query<Row>(
    ctx,
    `select ${COLUMNS} from imports i where i.workspace_id = $1 and i.sha256 = $2 and i.id <> $3 and i.created_at <= $4
       and i.run_at is not null and i.status <> 'undone' order by i.created_at desc, i.id desc limit 1`,
    [ctx.workspaceId, sha256, id, createdAt],
  );
  return row ? toImport(ctx, storedImport(row), row.slug) : null;
}

/** A page of the kept rows of an import, by number. */
export async function queryImportRows(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  page: { first: number; after?: string | null },
  state: string | null,
): Promise<ImportRowConnection> {
  const [after] = page.after ? decodeCursor(page.after, ROW_CURSOR) : [0];
  const scope = `workspace_id = $1 and import_id = $2 and ($3::text is null or state = $3)`;
  const params = [ctx.workspaceId, importId, state];
  const rows = await database.query<ImportRow>(
    ctx,
    `select id, row_number as "rowNumber", cells, problems, state from import_rows where ${scope} and row_number > $4
     order by row_number limit $5`,
    [...params, after, page.first + 1],
  );
  const [count] = await database.query<{ n: number }>(
    ctx,
    `select count(*)::int as n from import_rows where ${scope}`,
    params,
  );
  return {
    ...toConnection(rows, page, (row) => encodeCursor([row.rowNumber])),
    totalCount: count?.n ?? 0,
  };
}

const SOURCE_NAMES: Readonly<Record<string, string>> = {
  alibaba: 'Alibaba.com',
  aliexpress: 'AliExpress',
  spreadsheet: 'Spreadsheet',
};

/** The presets, and the sources that the workspace kept a mapping of. */
export async function queryImportSources(database: TenantDatabase, ctx: TenantContext): Promise<ImportSource[]> {
  const saved = await database.query<{ key: string; kinds: ImportKind[] }>(
    ctx,
    `select source as key, array_agg(kind order by kind) as kinds from import_mappings where workspace_id = $1 group by source order by source`,
    [ctx.workspaceId],
  );
  const kept = new Set(saved.map(({ key }) => key));
  const presets = IMPORT_SOURCES.map(({ key, kinds }) => ({
    key,
    name: SOURCE_NAMES[key] ?? key,
    kinds,
    saved: kept.has(key),
  }));
  const known = new Set<string>(presets.map(({ key }) => key));
  return [
    ...presets,
    ...saved.flatMap(({ key, kinds }) => (known.has(key) ? [] : [{ key, name: key, kinds, saved: true }])),
  ];
}
