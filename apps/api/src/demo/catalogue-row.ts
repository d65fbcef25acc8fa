import type { EnteredCertificate, EnteredProduct } from '@dangol/crm';
import { newId } from '@dangol/db';

const DAY_MS = 86_400_000;

/** A product as the files hold it; what is left out is unknown. */
export interface CatalogueRow {
  readonly code: string;
  readonly names: Readonly<Record<string, string>>;
  readonly category: string;
  readonly status?: EnteredProduct['status'];
  readonly description?: string;
  readonly unit: string;
  readonly moq?: number;
  readonly leadTimeDays?: number;
  readonly weightGrams?: number;
  readonly originCountry?: string;
  readonly hsCode?: string;
  readonly launchedOn?: string;
  /** In place of a day: so that some products are new whenever the demo is filled. */
  readonly launchedDaysAgo?: number;
  readonly specs: Readonly<Record<string, string>>;
  readonly certificates: readonly EnteredCertificate[];
  readonly optionNames: readonly string[];
  readonly variants: readonly {
    readonly sku: string;
    readonly options: Readonly<Record<string, string>>;
    readonly status?: 'active' | 'discontinued';
    readonly moq?: number;
    readonly leadTimeDays?: number;
    readonly costKrw?: number;
    readonly barcode?: string;
  }[];
  readonly prices: readonly {
    readonly currency: string;
    readonly country?: string;
    readonly minQuantity: number;
    readonly unitPriceMinor: number;
    readonly validUntil?: string;
  }[];
}

/** The product as somebody at the seller's would enter it at `now`. */
export function toEntered(row: CatalogueRow, now: Date): EnteredProduct {
  const { launchedDaysAgo, ...plain } = row;
  const named = (values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([name, value]) => ({ name, value }));
  return {
    ...plain,
    names: Object.entries(row.names).map(([language, name]) => ({ language, name })),
    status: row.status ?? 'active',
    launchedOn:
      launchedDaysAgo === undefined
        ? row.launchedOn
        : new Date(now.getTime() - launchedDaysAgo * DAY_MS).toISOString().slice(0, 10),
    specs: named(row.specs),
    variants: row.variants.map(({ options, status, costKrw, ...variant }) => ({
      ...variant,
      id: newId(),
      options: named(options),
      cost: costKrw === undefined ? null : { minor: BigInt(costKrw), currency: 'KRW' },
      status: status ?? 'active',
    })),
    prices: row.prices.map((price) => ({ ...price, id: newId(), unitPriceMinor: BigInt(price.unitPriceMinor) })),
  };
}
