import type { EnteredVariant } from './entered-product.ts';
import type { Variant } from './product.ts';
import type { ProductReader } from './product-reader.ts';

const SKU = 80;
const VALUE = 100;

/** Reads the option table: each variant names each option once, no two that are made are alike, no SKU is there twice. */
export function readVariants(
  read: ProductReader,
  entered: readonly EnteredVariant[],
  optionNames: readonly string[],
  most: number,
): Variant[] {
  const variants = read.list('variants', entered, most).map((one, i) => readVariant(read, one, optionNames, i));
  read.distinct(
    variants.map(({ id }) => id),
    (i) => `variants.${i}.id`,
    'another variant has this id',
  );
  read.distinct(
    variants.map(({ sku }) => sku.toLowerCase()),
    (i) => `variants.${i}.sku`,
    'another variant has this SKU',
  );
  // One that is no longer made may be what a new one replaces.
  const made = variants.map((variant) => (variant.status === 'active' ? likenessOf(variant, optionNames) : null));
  read.distinct(made, (i) => `variants.${i}.options`, 'another variant has the same options');
  return variants;
}

function readVariant(read: ProductReader, one: EnteredVariant, optionNames: readonly string[], i: number): Variant {
  const field = `variants.${i}`;
  if (one.status === 'draft') read.refuse(`${field}.status`, 'a variant is active or discontinued');
  return {
    id: one.id.toLowerCase(),
    sku: read.line(`${field}.sku`, one.sku, SKU),
    options: readOptions(read, one, optionNames, `${field}.options`),
    moq: read.count(`${field}.moq`, one.moq, 1),
    leadTimeDays: read.count(`${field}.leadTimeDays`, one.leadTimeDays, 0),
    weightGrams: read.count(`${field}.weightGrams`, one.weightGrams, 1),
    costMinor: one.cost ? read.amount(`${field}.cost`, one.cost.minor) : null,
    costCurrency: one.cost ? read.currency(`${field}.cost`, one.cost.currency) : null,
    barcode: read.optionalLine(`${field}.barcode`, one.barcode, SKU),
    status: one.status === 'discontinued' ? 'discontinued' : 'active',
  };
}

function readOptions(
  read: ProductReader,
  { options }: EnteredVariant,
  optionNames: readonly string[],
  field: string,
): Record<string, string> {
  const values = optionNames.map((name) => {
    const given = options.filter((option) => option.name.trim().toLowerCase() === name.toLowerCase());
    if (given.length !== 1) read.refuse(field, `must have one value of ${name}`);
    return [name, given[0] ? read.line(field, given[0].value, VALUE) : ''] as const;
  });
  const known = new Set(optionNames.map((name) => name.toLowerCase()));
  for (const { name } of options)
    if (!known.has(name.trim().toLowerCase())) read.refuse(field, `the product has no option ${name}`);
  return Object.fromEntries(values);
}

function likenessOf({ options }: Variant, optionNames: readonly string[]): string {
  return JSON.stringify(optionNames.map((name) => options[name]?.toLowerCase()));
}
