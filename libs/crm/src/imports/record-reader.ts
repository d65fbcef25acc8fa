import type { FieldSpec } from './field-spec.ts';
import { fieldsOf, type ImportKind, type ImportRecord } from './import-fields.ts';
import { currencyOfHeader } from './plain-header.ts';
import { missingFields, type ColumnMapping } from './suggest-mapping.ts';
import { fieldReader, type FieldReader, type RowSoFar } from './field-reader.ts';
import type { ReadOptions } from './read-options.ts';

/** Why a cell or a row cannot be taken. `column` is its index in the file, null for the row as a whole. */
export interface ImportProblem {
  readonly column: number | null;
  readonly field: string | null;
  readonly code: string;
  readonly value: string | null;
}

/** A row as the file's reader gives it; `problems` are those it met itself. */
export interface FileRow {
  readonly cells: readonly string[];
  readonly problems?: readonly Pick<ImportProblem, 'column' | 'code' | 'value'>[];
}

/** A row that was read: sound, or with all that is wrong with it. */
export type ReadRow<Kind extends ImportKind> =
  | { readonly record: ImportRecord<Kind>; readonly problems?: undefined }
  | { readonly problems: readonly ImportProblem[]; readonly record?: undefined };

interface Step {
  readonly field: string;
  readonly column: number;
  readonly read: FieldReader;
}

/** What a problem shows of a cell. */
const SHOWN = 200;

/** Compiles the mapping of one file into a function that reads its rows; made once, called a million times. */
export function recordReader<Kind extends ImportKind>(
  kind: Kind,
  mapping: readonly ColumnMapping[],
  options: ReadOptions,
): (row: FileRow) => ReadRow<Kind> {
  const specs = fieldsOf(kind);
  const steps = stepsOf(kind, mapping, options);
  const fieldOf = new Map(steps.map(({ column, field }) => [column, field]));
  const required = requirements(kind, steps);
  const template = Object.fromEntries(Object.keys(specs).map((field) => [field, null]));

  return ({ cells, problems: met }) => {
    const record: RowSoFar = { ...template };
    const problems: ImportProblem[] = [];
    for (const { column, code, value } of met ?? []) {
      // What is wrong with a column that nobody reads is nobody's problem.
      if (column === null || fieldOf.has(column))
        problems.push({ column, field: column === null ? null : fieldOf.get(column)!, code, value });
    }
    for (const { field, column, read } of steps) {
      const cell = cells[column];
      if (!cell || problems.some((known) => known.column === column)) continue;
      const result = cell.includes('\uFFFD') ? UNREADABLE : read(cell, record);
      if ('value' in result) record[field] = result.value;
      else problems.push({ column, field, code: result.problem, value: cell.slice(0, SHOWN) });
    }
    for (const { field, column, any } of required) {
      if (any.some((key) => record[key] !== null)) continue;
      if (!problems.some((known) => known.field !== null && any.includes(known.field)))
        problems.push({ column, field, code: 'REQUIRED', value: null });
    }
    return problems.length > 0 ? { problems } : { record: record as ImportRecord<Kind> };
  };
}

const UNREADABLE = { problem: 'UNREADABLE_TEXT' } as const;

/** Reads one row; for many rows of a file take `recordReader`. */
export function readRecord<Kind extends ImportKind>(
  kind: Kind,
  mapping: readonly ColumnMapping[],
  cells: readonly string[],
  options: ReadOptions,
): ReadRow<Kind> {
  return recordReader(kind, mapping, options)({ cells });
}

/** The mapped fields, those first that others need: a currency before its amounts, a country before a phone number. */
function stepsOf(kind: ImportKind, mapping: readonly ColumnMapping[], options: ReadOptions): Step[] {
  const specs = fieldsOf(kind);
  const used = new Set<string>();
  const steps: (Step & { first: number })[] = [];
  for (const { column, field } of mapping) {
    const spec = field === null ? undefined : specs[field];
    if (!spec || field === null || used.has(field)) continue;
    used.add(field);
    steps.push({
      field,
      column,
      read: fieldReader(field, spec, headerOf(options, column), options),
      first: rank(spec),
    });
  }
  return steps.sort((left, right) => left.first - right.first);
}

function headerOf(options: ReadOptions, column: number): { text: string; currency: string | null } {
  const text = options.headers?.[column] ?? '';
  return { text, currency: currencyOfHeader(text) };
}

function rank(spec: FieldSpec): number {
  return spec.type === 'currency' || spec.type === 'country' ? 0 : 1;
}

function requirements(kind: ImportKind, steps: readonly Step[]) {
  // A field that no column gives is a problem of the mapping, said once and not for each row.
  const missing = new Set(missingFields(kind, steps));
  return Object.entries(fieldsOf(kind))
    .filter(([field, spec]) => spec.required && !spec.oncePerRecord && !missing.has(field))
    .map(([field, spec]) => ({
      field,
      column: steps.find((step) => step.field === field)?.column ?? null,
      any: [field, ...(spec.instead ?? [])],
    }));
}
