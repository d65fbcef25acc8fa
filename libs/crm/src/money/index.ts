export { convertMinor, convertMinorBack, divideHalfEven } from './convert-minor.ts';
export { currencyExponent } from './currency-exponent.ts';
export { addMoney, CurrencyMismatchError, formatMoney } from './money.ts';
export type { Money } from './money.ts';
