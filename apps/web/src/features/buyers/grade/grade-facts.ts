import { BUSINESS_TYPES } from '@dangol/crm';
/** Names that the grading rules give to factors, facts and deductions (libs/crm grading); anything else is shown as it is. */
export const FACTORS = ['orderScale', 'companySize', 'intent', 'platformLevel'] as const;
export const FACTS = [
  'paidLastYear',
  'askedValue',
  'averageOrder',
  'employees',
  'annualPurchase',
  'businessType',
  'webSite',
  'quantityPerMoq',
  'targetPrice',
  'deadline',
  'requirementDetails',
  'sample',
  'replies',
  'platformLevel',
] as const;
export const DEDUCTIONS = ['lostDispute', 'unpaidOrder', 'spamReport'] as const;
export const SOURCES = ['orders', 'conversation', 'platform', 'record', 'import'] as const;
export const DETAILS = ['option', 'certificate', 'packaging', 'artwork'] as const;

const MONEY_FACTS: readonly string[] = ['paidLastYear', 'askedValue', 'averageOrder', 'annualPurchase'];
const YES_NO_FACTS: readonly string[] = ['webSite', 'targetPrice', 'deadline', 'sample', 'replies'];

export type FactValue =
  | { kind: 'money'; minor: string }
  | { kind: 'hidden' }
  | { kind: 'answer'; yes: boolean }
  | { kind: 'number'; value: number }
  | { kind: 'businessType'; code: (typeof BUSINESS_TYPES)[number] }
  | { kind: 'details'; codes: (typeof DETAILS)[number][] }
  | { kind: 'text'; text: string };

/** Reads a fact's value as the API sends it (text) into what the screen can say. */
export function readFact(fact: string, value: string): FactValue {
  if (MONEY_FACTS.includes(fact) && /^-?\d+$/.test(value)) return { kind: 'money', minor: value };
  if (MONEY_FACTS.includes(fact) && value === '') return { kind: 'hidden' }; // known, but not to those who may not see money
  if (YES_NO_FACTS.includes(fact) && (value === 'true' || value === 'false'))
    return { kind: 'answer', yes: value === 'true' };
  if (fact === 'businessType') {
    const code = BUSINESS_TYPES.find((type) => type === value);
    if (code) return { kind: 'businessType', code };
  }
  if (fact === 'requirementDetails') {
    const words: readonly string[] = value.match(/[a-z]+/gi) ?? [];
    const codes = DETAILS.filter((detail) => words.includes(detail));
    if (codes.length > 0) return { kind: 'details', codes };
  }
  if (/^-?\d+(\.\d+)?$/.test(value)) return { kind: 'number', value: Number(value) };
  return { kind: 'text', text: value };
}
