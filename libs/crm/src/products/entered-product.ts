import type { NamedValue, ProductStatus } from './product.ts';

/** An amount as entered. */
interface EnteredMoney {
  readonly minor: bigint;
  readonly currency: string;
}

/** A variant as entered; its options in any order. */
export interface EnteredVariant {
  readonly id: string;
  readonly sku: string;
  readonly options: readonly NamedValue[];
  readonly moq?: number | null;
  readonly leadTimeDays?: number | null;
  readonly weightGrams?: number | null;
  readonly cost?: EnteredMoney | null;
  readonly barcode?: string | null;
  readonly status: ProductStatus;
}

/** A list price as entered. */
export interface EnteredPrice {
  readonly id: string;
  readonly variantId?: string | null;
  readonly currency: string;
  readonly country?: string | null;
  readonly minQuantity: number;
  readonly unitPriceMinor: bigint;
  readonly validUntil?: string | null;
}

/** A certificate as entered. */
export interface EnteredCertificate {
  readonly name: string;
  readonly number?: string | null;
  readonly issuer?: string | null;
  readonly country?: string | null;
  readonly validUntil?: string | null;
  readonly attachmentId?: string | null;
}

/** A product as somebody typed it or a file holds it. */
export interface EnteredProduct {
  readonly code: string;
  readonly names: readonly { readonly language: string; readonly name: string }[];
  readonly status: ProductStatus;
  readonly category?: string | null;
  readonly description?: string | null;
  readonly unit: string;
  readonly moq?: number | null;
  readonly leadTimeDays?: number | null;
  readonly weightGrams?: number | null;
  readonly originCountry?: string | null;
  readonly hsCode?: string | null;
  readonly launchedOn?: string | null;
  readonly optionNames: readonly string[];
  readonly specs: readonly NamedValue[];
  readonly certificates: readonly EnteredCertificate[];
  readonly variants: readonly EnteredVariant[];
  readonly prices: readonly EnteredPrice[];
}

/** What cannot be taken as it was entered. */
export interface ProductProblem {
  /** Path in the entered product, such as `variants.2.sku`. */
  readonly field: string;
  /** English, for developers. */
  readonly message: string;
}
