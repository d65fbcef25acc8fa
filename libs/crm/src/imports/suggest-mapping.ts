import type { FieldType } from './field-spec.ts';
import { KINDS, meaningsOf } from './header-index.ts';
import { fieldsOf, type ImportKind } from './import-fields.ts';
import { presetOf } from './import-sources.ts';
import { headerVariants, plainHeader } from './plain-header.ts';

/** A column of a file, with a few of its cells. */
export interface FileColumn {
  readonly index: number;
  readonly header: string;
  readonly samples: readonly string[];
}

/** How sure a suggestion is. */
export type MappingConfidence = 'exact' | 'synonym' | 'guessed' | 'saved' | 'by_hand';

/** What a column is read as; a null field leaves it out. */
export interface ColumnMapping {
  readonly column: number;
  readonly field: string | null;
  readonly confidence?: MappingConfidence | null;
}

/** What a header was mapped to the last time a file of this source was read; a null field was left out by hand. */
export type SavedMapping = readonly { readonly header: string; readonly field: string | null }[];

interface Candidate {
  readonly column: number;
  readonly field: string;
  readonly rank: number;
  readonly confidence: MappingConfidence;
}

/**
 * One entry per column: what it is read as, and how sure that is. No field is given by two columns. What was saved for the source
 * goes first, then the key itself, the names of the source's preset, the synonyms, and what the cells look like.
 */
export function suggestMapping(
  kind: ImportKind,
  columns: readonly FileColumn[],
  source: string,
  saved: SavedMapping | null = null,
): ColumnMapping[] {
  const fields = fieldsOf(kind);
  const taken = new Map<number, { field: string | null; confidence: MappingConfidence }>();
  const given = new Set<string>();
  const assign = (column: number, field: string | null, confidence: MappingConfidence) => {
    if (taken.has(column) || (field !== null && (given.has(field) || !fields[field]))) return;
    taken.set(column, { field, confidence });
    if (field !== null) given.add(field);
  };

  for (const { header, field } of saved ?? []) {
    const column = columns.find((each) => !taken.has(each.index) && plainHeader(each.header) === plainHeader(header));
    if (column) assign(column.index, field, 'saved');
  }
  const candidates = columns.flatMap((column) => candidatesOf(kind, column, source));
  candidates.sort((left, right) => left.rank - right.rank || left.column - right.column);
  for (const { column, field, confidence } of candidates) assign(column, field, confidence);
  for (const column of columns) {
    const field = taken.has(column.index) ? null : guessByValues(kind, column.samples, given);
    if (field) assign(column.index, field, 'guessed');
  }
  return columns.map(({ index }) => ({
    column: index,
    field: taken.get(index)?.field ?? null,
    confidence: taken.get(index)?.confidence ?? null,
  }));
}

/** Required fields that no column gives, nor one of those that may stand instead. */
export function missingFields(kind: ImportKind, mapping: readonly ColumnMapping[]): string[] {
  const given = new Set(mapping.map(({ field }) => field));
  return Object.entries(fieldsOf(kind))
    .filter(([key, spec]) => spec.required && ![key, ...(spec.instead ?? [])].some((field) => given.has(field)))
    .map(([key]) => key);
}

/** The kind of file that the headers speak of; null when they say too little. */
export function detectKind(headers: readonly string[]): ImportKind | null {
  const columns = headers.map((header, index) => ({ index, header, samples: [] }));
  const meant = KINDS.map(
    (kind) => new Set(columns.filter(({ header }) => meaningsOf(kind, header).length > 0).map(({ index }) => index)),
  );
  // A header that only one kind knows says more than one that all know.
  const weight = (column: number) => 1 / meant.filter((known) => known.has(column)).length;
  const scores = KINDS.map((kind) => {
    const mapping = suggestMapping(kind, columns, 'spreadsheet').filter(({ field }) => field !== null);
    const told = mapping.reduce((sum, { column }) => sum + weight(column), 0);
    return { kind, score: told - missingFields(kind, mapping).length };
  });
  const best = scores.reduce((first, next) => (next.score > first.score ? next : first));
  return best.score > 0.3 ? best.kind : null;
}

function candidatesOf(kind: ImportKind, column: FileColumn, source: string): Candidate[] {
  const variants = headerVariants(column.header);
  const preset = Object.entries(presetOf(source)?.columns[kind] ?? {}).flatMap(([field, names]) =>
    names.split('|').flatMap((name, position) => {
      const variant = variants.indexOf(plainHeader(name));
      const rank = 500 + variant * 50 + position;
      return variant < 0 ? [] : [{ column: column.index, field, rank, confidence: 'synonym' as const }];
    }),
  );
  const known = meaningsOf(kind, column.header).map(({ field, exact, rank }) => ({
    column: column.index,
    field,
    rank,
    confidence: exact ? ('exact' as const) : ('synonym' as const),
  }));
  return [...preset, ...known];
}

const LOOKS: readonly { type: FieldType; like: RegExp }[] = [
  { type: 'email', like: /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i },
  { type: 'url', like: /^(https?:\/\/|www\.)\S+$/i },
  { type: 'phone', like: /^\+\d[\d\s().-]{6,20}$/ },
  { type: 'instant', like: /^\d{4}[-./]\d{1,2}[-./]\d{1,2}([ T]\d{1,2}:\d{2}.*)?$/ },
  { type: 'currency', like: /^(USD|EUR|KRW|JPY|CNY|GBP)$/ },
  { type: 'level', like: /^L[1-4]$/ },
];

/** A column whose cells nearly all look like one thing, for which the kind has exactly one field left. */
function guessByValues(kind: ImportKind, samples: readonly string[], given: ReadonlySet<string>): string | null {
  const cells = samples.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (cells.length < 2) return null;
  const looks = LOOKS.find(({ like }) => cells.filter((cell) => like.test(cell)).length >= cells.length * 0.8);
  if (!looks) return null;
  const open = Object.entries(fieldsOf(kind)).filter(([key, spec]) => spec.type === looks.type && !given.has(key));
  const wanted = open.filter(([, spec]) => spec.required);
  return (wanted.length === 1 ? wanted : open.length === 1 ? open : [])[0]?.[0] ?? null;
}
