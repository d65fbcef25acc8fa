import type { ExportList } from '../export-list.ts';
import { BUYERS, CONTACTS, ORDER_LINES, ORDERS } from './buyers.ts';
import { KNOWLEDGE, PRODUCTS } from './catalogue.ts';
import { EXCEPTIONS, INBOX, PIPELINE, SAMPLES } from './conversations.ts';
import { AUDIT, EXCHANGE_RATES, IMPORTS, MEMBERS, OVERRIDES, TAGS } from './office.ts';
import { REPORTS } from './reports.ts';
import { SLA } from './sla.ts';

/** Every list of the product, by the word of its address. */
export const EXPORT_LISTS: ReadonlyMap<string, ExportList> = new Map(
  [
    BUYERS,
    CONTACTS,
    INBOX,
    SAMPLES,
    ORDERS,
    ORDER_LINES,
    PIPELINE,
    PRODUCTS,
    KNOWLEDGE,
    EXCEPTIONS,
    AUDIT,
    MEMBERS,
    OVERRIDES,
    TAGS,
    EXCHANGE_RATES,
    IMPORTS,
    ...REPORTS,
    ...SLA,
  ].map((list) => [list.key, list]),
);
