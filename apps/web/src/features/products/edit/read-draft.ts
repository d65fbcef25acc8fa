import { type EnteredProduct, readProduct } from '@dangol/crm';
import type { CertificateInput, PriceInput, ProductFields, VariantInput } from '../../../generated/graphql.ts';
import { parseAmount } from '../../../platform/forms/parse-amount.ts';
import { readCount } from '../read-count.ts';
import { type ProblemCode, type SentRows, placeOf } from './draft-problems.ts';
import type { ProductDraft, VariantDraft } from './product-draft.ts';

export interface ReadDraft {
  /** What is sent; only to be used without problems. */
  readonly fields: ProductFields;
  readonly sent: SentRows;
  /** What is wrong, by its place. */
  readonly problems: ReadonlyMap<string, ProblemCode>;
}

/** Ids are text here; GraphQL would take numbers too. */
type SentVariant = VariantInput & { readonly id: string };
type SentPrice = PriceInput & { readonly id: string; readonly variantId: string | null };

/** Largest amount that a price is taken for, in minor units: beyond it somebody leant on a key. */
const MOST_MINOR = 10n ** 15n;

/** Reads the fields: what is no number is found here, everything else by the same rule as in the API. `today` is the workspace's. */
export function readDraft(draft: ProductDraft, today: string): ReadDraft {
  const problems = new Map<string, ProblemCode>();
  const count = (place: string, typed: string): number | null => {
    if (typed.trim() === '') return null;
    const read = readCount(typed);
    if (read === null) problems.set(place, 'wholeNumber');
    return read;
  };
  const amount = (place: string, typed: string, currency: string): string => {
    const minor = parseAmount(typed, currency);
    if (minor === null || minor < 0n || minor > MOST_MINOR) problems.set(place, 'amount');
    return String(minor ?? 0n);
  };

  const names = draft.names.filter(({ name }, at) => at === 0 || name.trim() !== '');
  const options = draft.options.filter(
    ({ key, name }) => name.trim() !== '' || draft.variants.some(({ values }) => (values[key] ?? '').trim() !== ''),
  );
  const specs = draft.specs.filter(({ name, value }) => (name + value).trim() !== '');
  // Whatever is typed into a row keeps it: what it lacks is then said, rather than the rest lost.
  const certificates = draft.certificates.filter(
    (one) => (one.name + one.number + one.issuer + one.country + one.validUntil + one.attachmentId).trim() !== '',
  );
  const variant = (one: VariantDraft): SentVariant => ({
    id: one.key,
    sku: one.sku,
    options: options.map(({ key, name }) => ({ name, value: one.values[key] ?? '' })),
    moq: count(`${one.key}.moq`, one.moq),
    leadTimeDays: count(`${one.key}.leadTimeDays`, one.leadTimeDays),
    weightGrams: count(`${one.key}.weightGrams`, one.weightGrams),
    cost:
      one.cost.trim() === ''
        ? null
        : { minor: amount(`${one.key}.cost`, one.cost, one.costCurrency), currency: one.costCurrency },
    barcode: one.barcode || null,
    status: one.discontinued ? 'DISCONTINUED' : 'ACTIVE',
  });
  const tiers = draft.lists.flatMap((list) =>
    list.tiers
      .filter(({ minQuantity, unitPrice, validUntil }) => (minQuantity + unitPrice + validUntil).trim() !== '')
      .map((tier): SentPrice => {
        if (tier.minQuantity.trim() === '') problems.set(`${tier.key}.minQuantity`, 'required');
        return {
          id: tier.key,
          variantId: list.variantId || null,
          currency: list.currency,
          country: list.country || null,
          minQuantity: count(`${tier.key}.minQuantity`, tier.minQuantity) ?? 1,
          unitPriceMinor: amount(`${tier.key}.unitPriceMinor`, tier.unitPrice, list.currency),
          validUntil: tier.validUntil || null,
        };
      }),
  );
  const variants = draft.variants.map(variant);
  const fields: ProductFields = {
    code: draft.code,
    names: names.map(({ language, name }) => ({ language, name })),
    status: draft.status,
    category: draft.category || null,
    description: draft.description || null,
    unit: draft.unit,
    moq: count('moq', draft.moq),
    leadTimeDays: count('leadTimeDays', draft.leadTimeDays),
    weightGrams: count('weightGrams', draft.weightGrams),
    originCountry: draft.originCountry || null,
    hsCode: draft.hsCode || null,
    launchedOn: draft.launchedOn || null,
    optionNames: options.map(({ name }) => name),
    specs: specs.map(({ name, value }) => ({ name, value })),
    certificates: certificates.map((one): CertificateInput => ({
      name: one.name,
      number: one.number || null,
      issuer: one.issuer || null,
      country: one.country || null,
      validUntil: one.validUntil || null,
      attachmentId: one.attachmentId || null,
    })),
    variants,
    prices: tiers,
  };

  // A price that could not be read stands for no price: its tier is not compared with the others.
  const readable = tiers.filter(
    ({ id }) => !problems.has(`${id}.minQuantity`) && !problems.has(`${id}.unitPriceMinor`),
  );
  const keys = <Row extends { key: string }>(rows: readonly Row[]) => rows.map(({ key }) => key);
  const sent: SentRows = {
    names: keys(names),
    optionNames: keys(options),
    specs: keys(specs),
    certificates: keys(certificates),
    variants: keys(draft.variants),
    prices: tiers.map(({ id }) => id),
  };
  const checked = readProduct(toEntered(fields, variants, readable), today);
  for (const { field } of 'problems' in checked ? checked.problems : []) {
    const { place, code } = placeOf(field, { ...sent, prices: readable.map(({ id }) => id) });
    if (!problems.has(place)) problems.set(place, code);
  }
  return { fields, sent, problems };
}

function toEntered(
  fields: ProductFields,
  variants: readonly SentVariant[],
  prices: readonly SentPrice[],
): EnteredProduct {
  return {
    ...fields,
    status: STATUS[fields.status],
    certificates: fields.certificates.map(({ attachmentId, ...one }) => ({
      ...one,
      attachmentId: attachmentId ? String(attachmentId) : null,
    })),
    variants: variants.map(({ cost, ...variant }) => ({
      ...variant,
      status: STATUS[variant.status],
      cost: cost ? { minor: BigInt(cost.minor), currency: cost.currency } : null,
    })),
    prices: prices.map((price) => ({ ...price, unitPriceMinor: BigInt(price.unitPriceMinor) })),
  };
}

const STATUS = { DRAFT: 'draft', ACTIVE: 'active', DISCONTINUED: 'discontinued' } as const;
