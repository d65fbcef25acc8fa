import { ARCHIVED_TABLES, LEFT_OUT_TABLES } from './archived-tables.ts';

/** A column as the database knows it. */
export interface CatalogueColumn {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  /** The table that it points into. */
  readonly references: string | null;
}

/** A table of workspaces, without the columns that are not archived. */
export interface CatalogueTable {
  readonly name: string;
  readonly columns: readonly CatalogueColumn[];
}

/** Runs a statement and answers its rows. */
export type RunStatement = <Row>(sql: string, params?: readonly unknown[]) => Promise<Row[]>;

const TABLES = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
    (select k.confrelid::regclass::text from pg_constraint k
      where k.contype = 'f' and k.conrelid = c.oid and a.attnum = any (k.conkey) and a.attname not in ('workspace_id') limit 1) as "references"
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and (c.relname = 'workspaces' or exists (
      select from pg_attribute w where w.attrelid = c.oid and w.attname = 'workspace_id' and not w.attisdropped))
  order by c.relname, a.attnum`;

/**
 * The tables of a workspace as this database has them, those that others point into first; from the catalogue of the server, so
 * that no table can be forgotten. Throws for a table that nobody has said anything about.
 */
export async function readCatalogue(run: RunStatement): Promise<CatalogueTable[]> {
  const rows = await run<CatalogueColumn & { table: string }>(TABLES);
  const byTable = Object.groupBy(rows, ({ table }) => table);
  const tables = Object.entries(byTable).flatMap(([name, columns = []]) => {
    if (Object.hasOwn(LEFT_OUT_TABLES, name)) return [];
    const archived = ARCHIVED_TABLES[name];
    if (!archived) throw new Error(`Nobody has said what the table ${name} is in an archive`);
    const kept = columns.filter((column) => !Object.hasOwn(archived.omitted ?? {}, column.name));
    return [{ name, columns: kept.map(({ table: _table, ...column }) => column) }];
  });
  return inOrder(tables);
}

/** Tables so that each comes after those it points into. A circle is cut at columns that may be empty; they are set afterwards. */
function inOrder(tables: readonly CatalogueTable[]): CatalogueTable[] {
  const placed: CatalogueTable[] = [];
  const isPlaced = (name: string): boolean => placed.some((table) => table.name === name);
  let waiting = [...tables];
  while (waiting.length > 0) {
    const pointsInto = (table: CatalogueTable, all: boolean): boolean =>
      table.columns.some(
        ({ references, nullable }) =>
          references !== null &&
          references !== table.name &&
          (all || !nullable) &&
          !isPlaced(references) &&
          waiting.some(({ name }) => name === references),
      );
    const next =
      waiting.find((table) => !pointsInto(table, true)) ?? waiting.find((table) => !pointsInto(table, false));
    if (!next) throw new Error('Tables point into each other with columns that may not be empty');
    placed.push(next);
    waiting = waiting.filter((table) => table !== next);
  }
  return placed;
}

/** Columns of a table that point into tables which come later: they are filled when those are. */
export function laterColumns(table: CatalogueTable, tables: readonly CatalogueTable[]): CatalogueColumn[] {
  const later = new Set(tables.slice(tables.indexOf(table) + 1).map(({ name }) => name));
  return table.columns.filter(({ references }) => references !== null && later.has(references));
}
