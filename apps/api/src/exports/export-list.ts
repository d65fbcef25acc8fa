import type { Type } from '@nestjs/common';
import type { GoalsRepository, TenantDatabase } from '@dangol/db';
import type { RequestContext } from '../platform/context/request-context.ts';
import type { Permission } from '../platform/permissions/permissions.ts';
import type { ExportColumn } from './export-column.ts';
import type { Language, Words } from './wording.ts';

/** What a file says about where it comes from. */
export interface ExportPlace {
  readonly workspaceName: string;
  readonly timeZone: string;
  readonly baseCurrency: string;
  readonly language: Language;
  /** Day in the zone of the workspace, YYYY-MM-DD. */
  readonly today: string;
}

/** A list as somebody asked for it. */
export interface AskedList<Filter> {
  readonly ctx: RequestContext;
  readonly database: TenantDatabase;
  readonly goals: GoalsRepository;
  readonly filter: Filter;
  /** The other words of the address, such as the search of the buyers and the period of a report. */
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly place: ExportPlace;
  readonly now: Date;
}

/** All rows of a list, in the order of the screen; `$1` is the workspace where the statement names parameters. */
export interface ExportRows {
  /** What follows FROM: tables, conditions, order. */
  readonly from: string;
  readonly params: readonly unknown[];
  readonly columns: readonly ExportColumn[];
}

/** A list of the product that can be taken out as a file. */
export interface ExportList<Filter = unknown> {
  /** Word of the address and of the file name. */
  readonly key: string;
  readonly name: Words;
  /** What the screen of the list asks for; `data:export` is asked for besides. */
  readonly allow: Permission;
  /** The list's GraphQL filter input, by name and class; absent where it has none. */
  readonly filter?: { readonly type: string; readonly of: Type<Filter & object> };
  rows(asked: AskedList<Filter>): Promise<ExportRows>;
}

/** Keeps the type of the filter while the list is written down. */
export const exportList = <Filter>(list: ExportList<Filter>): ExportList => list as ExportList; // the reader gives each list its own filter

/** The rows of a screen that are computed and not selected, as rows of a statement: columns by name with their SQL type. */
export function computedRows(
  types: Readonly<Record<string, string>>,
  rows: readonly object[],
): Pick<ExportRows, 'from' | 'params'> {
  const columns = Object.entries(types).map(([name, type]) => `"${name}" ${type}`);
  const json = JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
  return {
    from: `rows from (json_to_recordset($1::json) as (${columns.join(', ')})) with ordinality as r (${Object.keys(types)
      .map((name) => `"${name}"`)
      .join(', ')}, place) order by r.place`,
    params: [json],
  };
}
