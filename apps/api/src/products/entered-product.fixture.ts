import type { EnteredProduct } from '@dangol/crm';
import { newId } from '@dangol/db';

/** A product as entered, with nothing but its names. */
export const enteredProduct = (code: string, change: Partial<EnteredProduct> = {}): EnteredProduct => ({
  code,
  names: [
    { language: 'en', name: `Product ${code}` },
    { language: 'ko', name: `제품 ${code}` },
  ],
  status: 'active',
  unit: 'pcs',
  optionNames: [],
  specs: [],
  certificates: [],
  variants: [],
  prices: [],
  ...change,
});
/** A variant without options. */
export const enteredVariant = (sku: string, change: Partial<EnteredProduct['variants'][number]> = {}) => ({
  id: newId(),
  sku,
  options: [],
  status: 'active' as const,
  ...change,
});
/** A list price in US dollars. */
export const enteredPrice = (
  minQuantity: number,
  unitPriceMinor: bigint,
  change: Partial<EnteredProduct['prices'][number]> = {},
) => ({
  id: newId(),
  currency: 'USD',
  minQuantity,
  unitPriceMinor,
  ...change,
});
