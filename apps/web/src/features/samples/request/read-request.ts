import { type AmountProblem, readAmount } from './read-amount.ts';

/** One line of goods as it is typed. */
export interface GoodsLine {
  /** Tells lines apart while they are edited. */
  key: string;
  description: string;
  quantity: string;
  amount: string;
}

export interface RequestText {
  lines: readonly GoodsLine[];
  courier: string;
  currency: string;
  purpose: string;
  successTest: string;
}

export type RequestProblem = AmountProblem | 'needed' | 'quantity';

/** Amounts as far as they can be read: what the live quote is asked for. Null while one cannot be. */
export function readCost(text: Pick<RequestText, 'lines' | 'courier' | 'currency'>): {
  goodsMinor: bigint;
  courierMinor: bigint;
} | null {
  const amounts = text.lines.map(({ amount }) => readAmount(amount, text.currency).minor);
  // Nothing typed for the courier yet: the quote is of the goods alone.
  const courierMinor = text.courier.trim() === '' ? 0n : readAmount(text.courier, text.currency).minor;
  if (courierMinor === null || amounts.some((minor) => minor === null)) return null;
  return { goodsMinor: amounts.reduce<bigint>((sum, minor) => sum + (minor ?? 0n), 0n), courierMinor };
}

/** What is missing or wrong, by field: "courier", "purpose", "successTest", "<line key>.amount". Empty when it can be sent. */
export function requestProblems(text: RequestText): Map<string, RequestProblem> {
  const problems = new Map<string, RequestProblem>();
  const needs = (field: string, words: string) => words.trim() === '' && problems.set(field, 'needed');
  for (const { key, description, quantity, amount } of text.lines) {
    needs(`${key}.description`, description);
    if (!/^[1-9]\d{0,5}$/.test(quantity.trim())) problems.set(`${key}.quantity`, 'quantity');
    const { problem } = readAmount(amount, text.currency);
    if (problem) problems.set(`${key}.amount`, problem);
  }
  const { problem } = readAmount(text.courier, text.currency);
  if (problem) problems.set('courier', problem);
  needs('purpose', text.purpose);
  needs('successTest', text.successTest);
  return problems;
}
