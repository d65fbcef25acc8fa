import type { ImportRecord } from '@dangol/crm';
import type { KnownRows } from '../import-applier.ts';

type Row = ImportRecord<'buyers'>;

/** Columns of a buyer that a file may fill. */
export const FACT_COLUMNS = [
  'company',
  'country',
  'language',
  'web_site',
  'address',
  'employees',
  'annual_purchase_minor',
  'company_type',
  'time_zone',
  'owner_id',
] as const;
export type BuyerFacts = Record<(typeof FACT_COLUMNS)[number], unknown>;

/** What a row says of the buyer itself. */
export function factsOf(row: Row, ownerId: string | null, annualPurchaseMinor: bigint | null): BuyerFacts {
  return {
    company: row.company,
    country: row.country,
    language: row.language,
    web_site: row.web_site,
    address: row.address,
    employees: row.employees,
    annual_purchase_minor: annualPurchaseMinor,
    company_type: row.company_type,
    time_zone: row.time_zone,
    owner_id: ownerId,
  };
}

/** Which of the facts a row sets at a buyer that has `present`; what the row says nothing of stays. */
export function changedFacts(present: BuyerFacts, given: BuyerFacts, known: KnownRows): Partial<BuyerFacts> {
  if (known === 'skip') return {};
  const set: Partial<BuyerFacts> = {};
  for (const column of FACT_COLUMNS)
    if (given[column] !== null && (known === 'overwrite' || present[column] === null)) set[column] = given[column];
  return set;
}
