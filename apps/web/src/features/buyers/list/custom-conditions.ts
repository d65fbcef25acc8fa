import type { UrlField } from '../../../platform/url-state/url-state.ts';

export const OPERATORS = ['EQUALS', 'CONTAINS', 'AT_LEAST', 'AT_MOST', 'IS_SET', 'IS_EMPTY'] as const;
export type Operator = (typeof OPERATORS)[number];

/** One condition on a custom field. The field is named by id, so that renaming it does not break a kept address. */
export interface CustomCondition {
  readonly fieldId: string;
  readonly operator: Operator;
  /** Empty for those that need none. */
  readonly value: string;
}

/** Conditions that an address may hold. */
export const MOST_CONDITIONS = 5;
const LONGEST_VALUE = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether an operator compares with something. */
export function needsValue(operator: Operator): boolean {
  return operator !== 'IS_SET' && operator !== 'IS_EMPTY';
}

/** Operators that say something about a kind of field. */
export function operatorsOf(kind: 'TEXT' | 'NUMBER' | 'DATE' | 'CHOICE'): readonly Operator[] {
  switch (kind) {
    case 'TEXT':
      return ['CONTAINS', 'EQUALS', 'IS_SET', 'IS_EMPTY'];
    case 'CHOICE':
      return ['EQUALS', 'IS_SET', 'IS_EMPTY'];
    case 'NUMBER':
    case 'DATE':
      return ['AT_LEAST', 'AT_MOST', 'EQUALS', 'IS_SET', 'IS_EMPTY'];
  }
}

/** Conditions in an address: `field~OPERATOR~value`, comma-separated; the value is escaped, so that it may hold both signs. */
export function conditions(): UrlField<readonly CustomCondition[]> {
  return {
    fallback: [],
    read: (raw) => {
      const read = raw.split(',').map(readCondition);
      const valid = read.filter((condition) => condition !== null);
      return valid.length === read.length && valid.length <= MOST_CONDITIONS ? valid : undefined;
    },
    write: (all) =>
      all.length === 0
        ? null
        : all.map(({ fieldId, operator, value }) => `${fieldId}~${operator}~${escapeValue(value)}`).join(','),
  };
}

function readCondition(raw: string): CustomCondition | null {
  const [fieldId = '', code, escaped = '', ...rest] = raw.split('~');
  const operator = OPERATORS.find((each) => each === code);
  const value = unescapeValue(escaped);
  if (!UUID.test(fieldId) || !operator || value === null || rest.length > 0) return null;
  if (value.length > LONGEST_VALUE || needsValue(operator) === (value === '')) return null;
  return { fieldId: fieldId.toLowerCase(), operator, value };
}

/** As in an address, and the two signs that part conditions. */
function escapeValue(value: string): string {
  return encodeURIComponent(value).replaceAll('~', '%7E');
}

function unescapeValue(escaped: string): string | null {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null; // a percent sign that begins nothing
  }
}
