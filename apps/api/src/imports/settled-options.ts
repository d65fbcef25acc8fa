import { fieldsOf, type ColumnMapping, type ImportKind } from '@dangol/crm';
import type { Layout } from './reading/index.ts';
import type { StoredOptions } from './stored-import.ts';

/**
 * The options with what the columns themselves tell: the order of day and month, and the mark of decimals. `ambiguous`: dates
 * like 2/3/26 that may be read in two ways, and nobody has said which (`settled`). `ordered`: a person or the file has said it.
 */
export function settledOptions(
  layout: Layout,
  kind: ImportKind,
  mapping: readonly ColumnMapping[],
  given: StoredOptions,
  settled: boolean,
): { options: StoredOptions; ambiguous: boolean; ordered: boolean } {
  const fields = fieldsOf(kind);
  const typeOf = new Map(mapping.flatMap(({ column, field }) => (field ? [[column, fields[field]?.type]] : [])));
  const columns = layout.columns.filter(({ index }) => typeOf.get(index));
  const ofType = (...types: string[]) => columns.filter(({ index }) => types.includes(String(typeOf.get(index))));
  const orders = ofType('instant', 'date').flatMap(({ dateOrder }) => dateOrder ?? []);
  const told = orders.find((order) => order !== 'ambiguous');
  const comma = ofType('amount', 'integer', 'grams').some(({ decimal }) => decimal === 'comma');
  if (settled) return { options: given, ambiguous: false, ordered: true };
  return {
    options: {
      ...given,
      dateOrder: told ?? given.dateOrder,
      decimalComma: given.decimalComma || comma,
    },
    ambiguous: told === undefined && orders.includes('ambiguous'),
    ordered: told !== undefined,
  };
}
