import { minorToDecimal } from '../../platform/i18n/format.ts';
import type { Cell } from './charts/data-table.ts';

export interface Amount {
  readonly minor: string;
  readonly currency: string;
}

/** Below so many cases a share says little; it is marked. */
export const FEW = 10;

/** Part of the longest, 0 to 1; amounts are compared as whole numbers, so that large ones lose no digit. */
export function shareOfMost(minor: bigint, most: bigint): number {
  return most <= 0n || minor <= 0n ? 0 : Number((minor * 10_000n) / most) / 10_000;
}

export const minorOf = (amount: Amount | null): bigint => (amount === null ? 0n : BigInt(amount.minor));

export const most = (values: readonly bigint[]): bigint => values.reduce((max, each) => (each > max ? each : max), 0n);

/** Cells of the tables: the screen's wording beside the exact number of the file. */
export const textCell = (text: string): Cell => ({ text, value: text });
export const countCell = (count: number, text: string): Cell => ({ text, value: String(count) });
export function percentCell(rate: number | null, text: string): Cell {
  return { text, value: rate === null ? '' : String(Math.round(rate * 10_000) / 100) };
}
export function amountCell(amount: Amount | null, text: string): Cell {
  return { text, value: amount === null ? '' : minorToDecimal(amount.minor, amount.currency) };
}
