import type { PriceTier, ProductContent, Variant } from './product.ts';

export const TODAY = '2026-03-02';

/** A serum in two sizes with prices in two currencies. */
export function product(change: Partial<ProductContent> = {}): ProductContent {
  return {
    code: 'VC-30',
    names: { en: 'vitamin C serum', ko: '비타민C 세럼' },
    status: 'active',
    category: 'Skin care',
    description: null,
    unit: 'pcs',
    moq: 100,
    leadTimeDays: 3,
    weightGrams: 90,
    originCountry: 'KR',
    hsCode: '3304.99',
    launchedOn: null,
    optionNames: ['Volume'],
    specs: [{ name: 'Volume', value: '30 ml' }],
    certificates: [certificate('ISO 22716', '2027-11-30')],
    variants: [variant('a', '30 ml'), variant('b', '50 ml', { moq: 500, leadTimeDays: 25 })],
    prices: [tier(100, 490n), tier(500, 466n), tier(100, 6_500n, { currency: 'KRW' })],
    ...change,
  };
}

export function certificate(name: string, validUntil: string | null = null): ProductContent['certificates'][number] {
  return { name, number: null, issuer: null, country: null, validUntil, attachmentId: null };
}

export function variant(id: string, volume: string, change: Partial<Variant> = {}): Variant {
  return {
    id,
    sku: `VC-${id}`,
    options: { Volume: volume },
    moq: null,
    leadTimeDays: null,
    weightGrams: null,
    costMinor: null,
    costCurrency: null,
    barcode: null,
    status: 'active',
    ...change,
  };
}

export function tier(minQuantity: number, unitPriceMinor: bigint, change: Partial<PriceTier> = {}): PriceTier {
  const list = `${change.variantId ?? '-'}/${change.currency ?? 'USD'}/${change.country ?? '-'}`;
  return {
    id: `${list}/${minQuantity}`,
    variantId: null,
    currency: 'USD',
    country: null,
    minQuantity,
    unitPriceMinor,
    validUntil: null,
    ...change,
  };
}
