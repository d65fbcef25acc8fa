/** Where a product stands: not offered yet, offered, no longer made. */
export const PRODUCT_STATUSES = ['draft', 'active', 'discontinued'] as const;
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];

/** A name and a value, such as Volume: 30 ml. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** Proof that a product meets a rule. Days are YYYY-MM-DD in the workspace's zone; the last one still counts. */
export interface Certificate {
  readonly name: string;
  readonly number: string | null;
  readonly issuer: string | null;
  /** ISO 3166-1 alpha-2 of the market that it is for; null: not for one. */
  readonly country: string | null;
  readonly validUntil: string | null;
  readonly attachmentId: string | null;
}

/** What of a product can be ordered. Terms that are null are those of the product. */
export interface Variant {
  readonly id: string;
  readonly sku: string;
  /** One value for each of the product's option names. */
  readonly options: Readonly<Record<string, string>>;
  readonly moq: number | null;
  readonly leadTimeDays: number | null;
  readonly weightGrams: number | null;
  /** What one unit costs us, minor units of `costCurrency`; both null when unknown. */
  readonly costMinor: bigint | null;
  readonly costCurrency: string | null;
  readonly barcode: string | null;
  readonly status: 'active' | 'discontinued';
}

/** A list price per unit from a quantity on. */
export interface PriceTier {
  readonly id: string;
  /** Null: of every variant without a price of its own. */
  readonly variantId: string | null;
  readonly currency: string;
  /** ISO 3166-1 alpha-2; null: for every country without a price of its own. */
  readonly country: string | null;
  readonly minQuantity: number;
  readonly unitPriceMinor: bigint;
  /** Last day on which it may be quoted; null: until it is changed. */
  readonly validUntil: string | null;
}

/** Everything that is said of a product: what an edit replaces and a version keeps. */
export interface ProductContent {
  readonly code: string;
  /** By ISO 639-1 language. */
  readonly names: Readonly<Record<string, string>>;
  readonly status: ProductStatus;
  readonly category: string | null;
  readonly description: string | null;
  /** What quantities count: pcs, sheets, pairs. */
  readonly unit: string;
  readonly moq: number | null;
  readonly leadTimeDays: number | null;
  readonly weightGrams: number | null;
  readonly originCountry: string | null;
  readonly hsCode: string | null;
  readonly launchedOn: string | null;
  readonly optionNames: readonly string[];
  readonly specs: readonly NamedValue[];
  readonly certificates: readonly Certificate[];
  /** In the order in which the team lists them. */
  readonly variants: readonly Variant[];
  readonly prices: readonly PriceTier[];
}

/** The product's name in a language, else in English, else the first there is. */
export function productName({ code, names }: Pick<ProductContent, 'code' | 'names'>, language: string): string {
  return names[language] ?? names['en'] ?? Object.values(names)[0] ?? code;
}

/** True when the last day on which something counts is before `today`. */
export function isExpired({ validUntil }: { readonly validUntil: string | null }, today: string): boolean {
  return validUntil !== null && validUntil < today;
}

/** Smallest order of a variant, or of the product when it is not ordered by variants; null when unknown. */
export function moqOf(product: ProductContent, variant: Variant | null): number | null {
  return variant?.moq ?? product.moq;
}

/** Days from order to dispatch; null when unknown. */
export function leadTimeOf(product: ProductContent, variant: Variant | null): number | null {
  return variant?.leadTimeDays ?? product.leadTimeDays;
}
