/** Why a cell cannot be read; the screen words it. */
export type ReadProblemCode =
  | 'AMBIGUOUS_DATE'
  | 'BELOW_ZERO'
  | 'CURRENCY_CONFLICT'
  | 'CURRENCY_MISSING'
  | 'DECIMALS_BEYOND_CURRENCY'
  | 'IMPOSSIBLE_DATE'
  | 'NOT_AN_AMOUNT'
  | 'NOT_AN_EMAIL'
  | 'NOT_A_DATE'
  | 'NOT_A_PHONE'
  | 'NOT_A_WEB_ADDRESS'
  | 'NOT_A_WHOLE_NUMBER'
  | 'NOT_A_YES_OR_NO'
  | 'NUMBER_OUT_OF_RANGE'
  | 'REQUIRED'
  | 'SCIENTIFIC_NUMBER'
  | 'TOO_LONG'
  | 'UNKNOWN_CHOICE'
  | 'UNKNOWN_COUNTRY'
  | 'UNKNOWN_CURRENCY'
  | 'UNKNOWN_LANGUAGE'
  | 'UNKNOWN_LEVEL'
  | 'UNKNOWN_TIME_ZONE'
  | 'UNREADABLE_TEXT';

/** What a cell says: a value (null when it says nothing), or why it cannot be read. */
export type Read<Value> = { readonly value: Value | null } | { readonly problem: ReadProblemCode };

/** A cell that says nothing. */
export const NOTHING = { value: null } as const;
