/** What is wrong at a place of the editor, in the words of the catalogue below `products.wrong`. */
export const PROBLEMS = [
  'required',
  'wholeNumber',
  'fromOne',
  'amount',
  'day',
  'line',
  'code',
  'codeTaken',
  'language',
  'name',
  'description',
  'hsCode',
  'optionName',
  'optionCount',
  'sku',
  'options',
  'variantUsed',
  'minQuantity',
  'dearer',
  'specName',
  'specValue',
  'certificateName',
  'other',
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];

/** What a refused path (rows as `*`) tells the person who typed it; the rules themselves are those of `readProduct`. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  code: 'code',
  names: 'name',
  'names.*.language': 'language',
  'names.*.name': 'name',
  category: 'line',
  description: 'description',
  unit: 'line',
  moq: 'fromOne',
  leadTimeDays: 'wholeNumber',
  weightGrams: 'fromOne',
  hsCode: 'hsCode',
  launchedOn: 'day',
  optionNames: 'optionCount',
  'optionNames.*': 'optionName',
  'specs.*.name': 'specName',
  'specs.*.value': 'specValue',
  'certificates.*.name': 'certificateName',
  'certificates.*.number': 'line',
  'certificates.*.issuer': 'line',
  'certificates.*.validUntil': 'day',
  variants: 'variantUsed',
  'variants.*.sku': 'sku',
  'variants.*.options': 'options',
  'variants.*.moq': 'fromOne',
  'variants.*.leadTimeDays': 'wholeNumber',
  'variants.*.weightGrams': 'fromOne',
  'variants.*.cost': 'amount',
  'variants.*.barcode': 'line',
  'prices.*.minQuantity': 'minQuantity',
  'prices.*.unitPriceMinor': 'dearer',
  'prices.*.validUntil': 'day',
};

/** Keys of the rows that were sent, in the order in which they were sent. */
export interface SentRows {
  readonly names: readonly string[];
  readonly optionNames: readonly string[];
  readonly specs: readonly string[];
  readonly certificates: readonly string[];
  readonly variants: readonly string[];
  readonly prices: readonly string[];
}

/** Where in the editor a refused path stands: `code`, or `<row key>.sku`. */
export function placeOf(path: string, sent: SentRows): { place: string; code: ProblemCode } {
  const [list = '', index, field] = path.split('.');
  const code = CODES[path.replace(/\.\d+/, '.*')] ?? 'other';
  const key = index === undefined ? undefined : sent[list as keyof SentRows]?.[Number(index)];
  if (key === undefined) return { place: list, code };
  return { place: `${key}.${list === 'optionNames' ? 'name' : (field ?? 'name')}`, code };
}
