import { fieldsOf, IMPORT_FIELDS, type ImportKind } from './import-fields.ts';
import { headerVariants, plainHeader } from './plain-header.ts';

/** A field that a header may mean. A lower `rank` is a surer reading. */
export interface HeaderMeaning {
  readonly field: string;
  readonly exact: boolean;
  readonly rank: number;
}

interface Known {
  readonly field: string;
  readonly exact: boolean;
  readonly position: number;
}

const indexes = new Map<ImportKind, Map<string, Known[]>>();

/** Everything that a header may mean in files of a kind. */
export function meaningsOf(kind: ImportKind, header: string): HeaderMeaning[] {
  const index = indexOf(kind);
  return headerVariants(header).flatMap((variant, variantRank) =>
    (index.get(variant) ?? []).map(({ field, exact, position }) => ({
      field,
      exact: exact && variantRank === 0,
      rank: (exact && variantRank === 0 ? 0 : 1000) + variantRank * 100 + Math.min(position, 99),
    })),
  );
}

/** How many of the headers name a field of any kind of file; finds the header row below titles. */
export function countKnownHeaders(headers: readonly string[]): number {
  return headers.filter((header) => header.trim() !== '' && KINDS.some((kind) => meaningsOf(kind, header).length > 0))
    .length;
}

/** All kinds, in the order in which a tie is decided. */
export const KINDS = Object.keys(IMPORT_FIELDS) as ImportKind[];

function indexOf(kind: ImportKind): Map<string, Known[]> {
  const known = indexes.get(kind);
  if (known) return known;
  const index = new Map<string, Known[]>();
  for (const [field, spec] of Object.entries(fieldsOf(kind))) {
    const names = [field, ...spec.names.split('|')].map(plainHeader);
    [...new Set(names)].forEach((name, position) => {
      index.set(name, [...(index.get(name) ?? []), { field, exact: position === 0, position }]);
    });
  }
  indexes.set(kind, index);
  return index;
}
