import type { PriceTier, ProductContent, Variant } from '@dangol/crm';

type WithText<Part, Amount extends keyof Part> = Omit<Part, Amount> & {
  readonly [Key in Amount]: null extends Part[Key] ? string | null : string;
};

/** A product's content as JSON: as a statement makes it of the rows, and as a version keeps it. Amounts are text. */
export type StoredProduct = Omit<ProductContent, 'variants' | 'prices'> & {
  readonly variants: readonly WithText<Variant, 'costMinor'>[];
  readonly prices: readonly WithText<PriceTier, 'unitPriceMinor'>[];
};

/** What a version of a time before a field was kept says of it. */
const NOTHING: StoredProduct = {
  code: '',
  names: {},
  status: 'active',
  category: null,
  description: null,
  unit: 'pcs',
  moq: null,
  leadTimeDays: null,
  weightGrams: null,
  originCountry: null,
  hsCode: null,
  launchedOn: null,
  optionNames: [],
  specs: [],
  certificates: [],
  variants: [],
  prices: [],
};

/** Reads stored content; what it does not say is unknown. */
export function contentOf(stored: Partial<StoredProduct>): ProductContent {
  const whole = { ...NOTHING, ...stored };
  return {
    ...whole,
    variants: whole.variants.map((variant) => ({
      ...variant,
      costMinor: variant.costMinor === null ? null : BigInt(variant.costMinor),
    })),
    prices: whole.prices.map((price) => ({ ...price, unitPriceMinor: BigInt(price.unitPriceMinor) })),
  };
}

/** Content as JSON, for a statement or a version. */
export function storedOf(content: ProductContent): StoredProduct {
  return {
    ...content,
    variants: content.variants.map((variant) => ({ ...variant, costMinor: variant.costMinor?.toString() ?? null })),
    prices: content.prices.map((price) => ({ ...price, unitPriceMinor: price.unitPriceMinor.toString() })),
  };
}

/** Makes `StoredProduct` of a row of `products p`. */
export const STORED_PRODUCT = `json_build_object('code', p.code, 'names', p.names, 'status', p.status, 'category', p.category,
  'description', p.description, 'unit', p.unit, 'moq', p.moq, 'leadTimeDays', p.lead_time_days, 'weightGrams', p.weight_grams,
  'originCountry', p.origin_country, 'hsCode', p.hs_code, 'launchedOn', p.launched_on, 'optionNames', p.option_names,
  'specs', p.specs, 'certificates', p.certificates,
  'variants', (select coalesce(json_agg(json_build_object('id', v.id, 'sku', v.sku, 'options', v.options, 'moq', v.moq,
      'leadTimeDays', v.lead_time_days, 'weightGrams', v.weight_grams, 'costMinor', v.cost_minor::text, 'costCurrency', v.cost_currency,
      'barcode', v.barcode, 'status', v.status) order by v.position, v.id), '[]')
    from product_variants v where v.workspace_id = p.workspace_id and v.product_id = p.id),
  'prices', (select coalesce(json_agg(json_build_object('id', t.id, 'variantId', t.variant_id, 'currency', t.currency, 'country', t.country,
      'minQuantity', t.min_quantity, 'unitPriceMinor', t.unit_price_minor::text, 'validUntil', t.valid_until)
      order by t.variant_id nulls first, t.currency, t.country nulls first, t.min_quantity), '[]')
    from product_prices t where t.workspace_id = p.workspace_id and t.product_id = p.id))`;
