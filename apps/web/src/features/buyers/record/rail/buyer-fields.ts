import type { BuyerFields, BuyerRecordFieldsFragment } from '../../../../generated/graphql.ts';

/** Facts of the company that are changed one by one; the names are the API's. */
export const FACT_FIELDS = [
  'name',
  'company',
  'country',
  'language',
  'timeZone',
  'companyType',
  'employees',
  'annualPurchaseMinor',
  'webSite',
  'address',
] as const;
export type FactField = (typeof FACT_FIELDS)[number];

/** What a fact holds, as text; null when nothing is entered. */
export function factOf(buyer: BuyerRecordFieldsFragment, field: FactField): string | null {
  switch (field) {
    case 'employees':
      return buyer.employees === null ? null : String(buyer.employees);
    case 'annualPurchaseMinor':
      return buyer.annualPurchase?.minor ?? null;
    case 'name':
    case 'company':
    case 'country':
    case 'language':
    case 'timeZone':
    case 'companyType':
    case 'webSite':
    case 'address':
      return buyer[field];
  }
}

/** One fact as the API takes it. */
export function toFields(field: FactField, value: string | null): BuyerFields {
  if (field === 'employees') return { employees: value === null ? null : Number(value) };
  return { [field]: value };
}

/** A whole number of people, or undefined for what is none. */
export function readEmployees(typed: string): string | undefined {
  const digits = typed.replace(/[\s,]/g, '');
  return /^\d{1,9}$/.test(digits) ? String(Number(digits)) : undefined;
}
