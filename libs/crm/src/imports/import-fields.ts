import type { FieldSpec, RecordOf } from './field-spec.ts';
import { BUYERS, CONTACTS } from './fields/buyer-fields.ts';
import { INQUIRIES, KNOWLEDGE } from './fields/inquiry-fields.ts';
import { ORDER_LINES, ORDERS } from './fields/order-fields.ts';
import { PRODUCTS } from './fields/product-fields.ts';

/** What each kind of file can hold: key -> how a cell is read, and what its columns are called. */
export const IMPORT_FIELDS = {
  buyers: BUYERS,
  contacts: CONTACTS,
  inquiries: INQUIRIES,
  orders: ORDERS,
  order_lines: ORDER_LINES,
  products: PRODUCTS,
  knowledge: KNOWLEDGE,
} as const satisfies Record<string, Record<string, FieldSpec>>;

/** What a file brings. */
export type ImportKind = keyof typeof IMPORT_FIELDS;

/** A sound row of a file: every field of the kind, null where the file says nothing. */
export type ImportRecord<Kind extends ImportKind = ImportKind> = RecordOf<(typeof IMPORT_FIELDS)[Kind]>;

/** The fields of a kind, key by key. */
export function fieldsOf(kind: ImportKind): Readonly<Record<string, FieldSpec>> {
  return IMPORT_FIELDS[kind];
}
