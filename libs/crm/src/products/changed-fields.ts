import type { ProductContent } from './product.ts';

/** What of a product can differ between two versions: its fields, and apart from them what its variants cost us. */
export type ProductField = keyof ProductContent | 'costs';

const FIELDS: readonly ProductField[] = [
  ...(['code', 'names', 'status', 'category', 'description', 'unit', 'moq', 'leadTimeDays', 'weightGrams'] as const),
  ...(['originCountry', 'hsCode', 'launchedOn', 'optionNames', 'specs', 'certificates', 'variants'] as const),
  ...(['costs', 'prices'] as const),
];

/** The fields that differ. Costs are a field of their own: who may not see them must be able to see what else changed. */
export function changedFields(before: ProductContent, after: ProductContent): ProductField[] {
  return FIELDS.filter((field) => text(partOf(before, field)) !== text(partOf(after, field)));
}

function partOf(product: ProductContent, field: ProductField): unknown {
  if (field === 'costs')
    return product.variants
      .filter(({ costMinor }) => costMinor !== null)
      .map(({ id, costMinor, costCurrency }) => [id, costMinor, costCurrency])
      .toSorted(byText);
  if (field === 'variants')
    return product.variants.map(({ costMinor: _minor, costCurrency: _currency, ...variant }) => variant);
  if (field === 'prices') return product.prices.toSorted(byText); // their order says nothing
  return product[field];
}

function byText(one: unknown, other: unknown): number {
  const [left, right] = [text(one), text(other)];
  return left < right ? -1 : Number(left > right);
}

/** The same text for the same content, whatever the order of keys. */
function text(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'bigint') return `${part}n`;
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  });
}
