import type { EnteredProduct, ProductProblem } from './entered-product.ts';
import { PRODUCT_STATUSES, type Certificate, type NamedValue, type ProductContent } from './product.ts';
import { ProductReader } from './product-reader.ts';
import { readPrices } from './read-prices.ts';
import { readVariants } from './read-variants.ts';

/** How much one product holds; far above any real one, so that a slip cannot fill a screen or the database. */
export const PRODUCT_LIMITS = {
  code: 60,
  name: 200,
  description: 5000,
  names: 20,
  optionNames: 5,
  specs: 100,
  certificates: 50,
  variants: 300,
  prices: 1500,
} as const;

const SHORT = 40;
const LINE = 200;
const HS_CODE = /^\d{4}(?:\.?\d{2}){0,3}$/;

/**
 * Reads an entered product into what is kept, or says everything that keeps it from being kept: each language once, each
 * variant with one value for every option and unlike every other that is made, SKUs unique, price tiers unique and never
 * dearer for more, countries, currencies and days that exist. `today` is the day in the workspace's zone.
 */
export function readProduct(
  entered: EnteredProduct,
  today: string,
): { product: ProductContent } | { problems: ProductProblem[] } {
  const read = new ProductReader();
  const optionNames = readOptionNames(read, entered.optionNames);
  const product: ProductContent = {
    code: read.line('code', entered.code, PRODUCT_LIMITS.code),
    names: readNames(read, entered.names),
    status: entered.status,
    category: read.optionalLine('category', entered.category, LINE),
    description: read.optionalText('description', entered.description, PRODUCT_LIMITS.description),
    unit: read.line('unit', entered.unit, SHORT),
    moq: read.count('moq', entered.moq, 1),
    leadTimeDays: read.count('leadTimeDays', entered.leadTimeDays, 0),
    weightGrams: read.count('weightGrams', entered.weightGrams, 1),
    originCountry: read.country('originCountry', entered.originCountry),
    hsCode: readHsCode(read, entered.hsCode),
    launchedOn: read.day('launchedOn', entered.launchedOn),
    optionNames,
    specs: readSpecs(read, entered.specs),
    certificates: readCertificates(read, entered.certificates),
    variants: readVariants(read, entered.variants, optionNames, PRODUCT_LIMITS.variants),
    prices: readPrices(read, entered, today, PRODUCT_LIMITS.prices),
  };
  if (!PRODUCT_STATUSES.includes(entered.status))
    read.refuse('status', `must be one of ${PRODUCT_STATUSES.join(', ')}`);
  return read.problems.length > 0 ? { problems: read.problems } : { product };
}

function readNames(read: ProductReader, entered: EnteredProduct['names']): Record<string, string> {
  if (entered.length === 0) read.refuse('names', 'a product needs a name in one language at least');
  const names = read.list('names', entered, PRODUCT_LIMITS.names).map(({ language, name }, i) => ({
    language: read.language(`names.${i}.language`, language),
    name: read.line(`names.${i}.name`, name, PRODUCT_LIMITS.name),
  }));
  read.distinct(
    names.map(({ language }) => language),
    (i) => `names.${i}.language`,
    'there is a name in this language already',
  );
  return Object.fromEntries(names.map(({ language, name }) => [language, name]));
}

function readOptionNames(read: ProductReader, entered: readonly string[]): string[] {
  const names = read
    .list('optionNames', entered, PRODUCT_LIMITS.optionNames)
    .map((name, i) => read.line(`optionNames.${i}`, name, SHORT));
  read.distinct(
    names.map((name) => name.toLowerCase()),
    (i) => `optionNames.${i}`,
    'there is an option of this name already',
  );
  return names;
}

function readHsCode(read: ProductReader, entered: string | null | undefined): string | null {
  const code = read.optionalLine('hsCode', entered, SHORT);
  if (code !== null && !HS_CODE.test(code)) read.refuse('hsCode', 'must be 4 to 10 digits, such as 3304.99');
  return code;
}

function readSpecs(read: ProductReader, entered: readonly NamedValue[]): NamedValue[] {
  const specs = read.list('specs', entered, PRODUCT_LIMITS.specs).map(({ name, value }, i) => ({
    name: read.line(`specs.${i}.name`, name, LINE),
    value: read.line(`specs.${i}.value`, value, 1000),
  }));
  read.distinct(
    specs.map(({ name }) => name.toLowerCase()),
    (i) => `specs.${i}.name`,
    'this is specified already',
  );
  return specs;
}

function readCertificates(read: ProductReader, entered: EnteredProduct['certificates']): Certificate[] {
  return read.list('certificates', entered, PRODUCT_LIMITS.certificates).map((one, i) => ({
    name: read.line(`certificates.${i}.name`, one.name, LINE),
    number: read.optionalLine(`certificates.${i}.number`, one.number, LINE),
    issuer: read.optionalLine(`certificates.${i}.issuer`, one.issuer, LINE),
    country: read.country(`certificates.${i}.country`, one.country),
    validUntil: read.day(`certificates.${i}.validUntil`, one.validUntil),
    attachmentId: one.attachmentId?.toLowerCase() ?? null,
  }));
}
