import type { ProductContentFragment, ProductStatus } from '../../../generated/graphql.ts';
import { amountText } from '../../../platform/forms/parse-amount.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { listsOf } from '../price-lists.ts';

// What stands in the fields of the editor: everything as text, every row with a key that it keeps while it is moved about.

export interface NameDraft {
  readonly key: string;
  readonly language: string;
  readonly name: string;
}
export interface OptionDraft {
  readonly key: string;
  readonly name: string;
}
export interface SpecDraft {
  readonly key: string;
  readonly name: string;
  readonly value: string;
}
export interface CertificateDraft {
  readonly key: string;
  readonly name: string;
  readonly number: string;
  readonly issuer: string;
  readonly country: string;
  readonly validUntil: string;
  readonly attachmentId: string;
}
export interface VariantDraft {
  /** The variant's own id. */
  readonly key: string;
  readonly sku: string;
  /** Value by the key of the option. */
  readonly values: Readonly<Record<string, string>>;
  readonly moq: string;
  readonly leadTimeDays: string;
  readonly weightGrams: string;
  readonly cost: string;
  readonly costCurrency: string;
  readonly barcode: string;
  readonly discontinued: boolean;
}
export interface TierDraft {
  /** The price's own id. */
  readonly key: string;
  readonly minQuantity: string;
  readonly unitPrice: string;
  readonly validUntil: string;
}
export interface PriceListDraft {
  readonly key: string;
  /** Empty: every variant. */
  readonly variantId: string;
  readonly currency: string;
  /** Empty: every country. */
  readonly country: string;
  readonly tiers: readonly TierDraft[];
}

export interface ProductDraft {
  readonly code: string;
  readonly status: ProductStatus;
  readonly category: string;
  readonly description: string;
  readonly unit: string;
  readonly moq: string;
  readonly leadTimeDays: string;
  readonly weightGrams: string;
  readonly originCountry: string;
  readonly hsCode: string;
  readonly launchedOn: string;
  readonly names: readonly NameDraft[];
  readonly options: readonly OptionDraft[];
  readonly variants: readonly VariantDraft[];
  readonly lists: readonly PriceListDraft[];
  readonly certificates: readonly CertificateDraft[];
  readonly specs: readonly SpecDraft[];
}

/** The rows of a draft by the name of their list. */
export type RowsOf = Pick<ProductDraft, 'names' | 'options' | 'variants' | 'lists' | 'certificates' | 'specs'>;

const text = (value: number | string | null) => (value === null ? '' : String(value));

export const newTier = (): TierDraft => ({ key: newId(), minQuantity: '', unitPrice: '', validUntil: '' });
export const newList = (currency: string): PriceListDraft => ({
  key: newId(),
  variantId: '',
  currency,
  country: '',
  tiers: [newTier()],
});
export const newVariant = (costCurrency: string): VariantDraft => ({
  key: newId(),
  sku: '',
  values: {},
  moq: '',
  leadTimeDays: '',
  weightGrams: '',
  cost: '',
  costCurrency,
  barcode: '',
  discontinued: false,
});
export const newCertificate = (): CertificateDraft => ({
  key: newId(),
  name: '',
  number: '',
  issuer: '',
  country: '',
  validUntil: '',
  attachmentId: '',
});

/** An empty editor: names in the reader's language, English and Korean, a price list in the workspace's currency. */
export function emptyDraft(language: string, currency: string): ProductDraft {
  return {
    code: '',
    status: 'ACTIVE',
    category: '',
    description: '',
    unit: 'pcs',
    moq: '',
    leadTimeDays: '',
    weightGrams: '',
    originCountry: 'KR',
    hsCode: '',
    launchedOn: '',
    names: [...new Set([language, 'en', 'ko'])].map((each) => ({ key: newId(), language: each, name: '' })),
    options: [],
    variants: [],
    lists: [newList(currency)],
    certificates: [],
    specs: [],
  };
}

/** A stored product as it stands in the fields. */
export function draftOf(product: ProductContentFragment, currency: string): ProductDraft {
  const options = product.optionNames.map((name): OptionDraft => ({ key: newId(), name }));
  const lists = listsOf(product.prices).map((list): PriceListDraft => ({
    key: newId(),
    variantId: list.variantId ?? '',
    currency: list.currency,
    country: list.country ?? '',
    tiers: list.tiers.map(({ id, minQuantity, unitPrice, validUntil }) => ({
      key: id,
      minQuantity: String(minQuantity),
      unitPrice: amountText(unitPrice.minor, unitPrice.currency),
      validUntil: validUntil ?? '',
    })),
  }));
  return {
    code: product.code,
    status: product.status,
    category: text(product.category),
    description: text(product.description),
    unit: product.unit,
    moq: text(product.moq),
    leadTimeDays: text(product.leadTimeDays),
    weightGrams: text(product.weightGrams),
    originCountry: text(product.originCountry),
    hsCode: text(product.hsCode),
    launchedOn: text(product.launchedOn),
    names: product.names.map(({ language, name }) => ({ key: newId(), language, name })),
    options,
    variants: product.variants.map((variant): VariantDraft => ({
      key: variant.id,
      sku: variant.sku,
      values: Object.fromEntries(
        options.map(({ key, name }) => [key, variant.options.find((option) => option.name === name)?.value ?? '']),
      ),
      moq: text(variant.moq),
      leadTimeDays: text(variant.leadTimeDays),
      weightGrams: text(variant.weightGrams),
      cost: variant.cost === null ? '' : amountText(variant.cost.minor, variant.cost.currency),
      costCurrency: variant.cost?.currency ?? currency,
      barcode: text(variant.barcode),
      discontinued: variant.status === 'DISCONTINUED',
    })),
    lists,
    certificates: product.certificates.map((one) => ({
      key: newId(),
      name: one.name,
      number: text(one.number),
      issuer: text(one.issuer),
      country: text(one.country),
      validUntil: text(one.validUntil),
      attachmentId: one.attachment?.id ?? '',
    })),
    specs: product.specs.map(({ name, value }) => ({ key: newId(), name, value })),
  };
}
