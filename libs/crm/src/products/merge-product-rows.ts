import type { EnteredProduct, EnteredVariant } from './entered-product.ts';
import type { ProductContent } from './product.ts';
import type { MergeOptions, ProductFileRow } from './file-rows.ts';
import { mergePrices } from './merge-prices.ts';
import { optionsOfRows, type OptionTable } from './option-cells.ts';
import { hasEnded, namesOf, specsOf, statusOf, statusOfSku } from './row-words.ts';

type Row = ProductFileRow['record'];
type Term = 'moq' | 'lead_time_days' | 'weight_grams';

/** What rows of one code make of a product, and which of them said what. */
export interface MergedProduct {
  readonly entered: EnteredProduct;
  /** Rows behind a path of the entered product; all of them when it is of the product itself. */
  rowsBehind(field: string): number[];
}

/**
 * Makes one product of the rows of a file that have its code: one row a variant, a price, or both. What all rows agree on is
 * the product's, what they differ in is the variant's. Nothing that the file does not say is taken away.
 */
export function mergeProductRows(
  known: ProductContent | null,
  rows: readonly ProductFileRow[],
  { mode, newId }: MergeOptions,
): MergedProduct {
  const first = <Key extends keyof Row>(key: Key) =>
    rows.map(({ record }) => record[key]).find((value) => value !== null) ?? null;
  const choose = <Value>(before: Value | null | undefined, said: Value | null): Value | null =>
    (mode === 'fill' ? (before ?? said) : (said ?? before)) ?? null;
  const table = optionsOfRows(known, rows);
  const skus = [...new Set(rows.flatMap(({ record }) => record.sku ?? []))];
  const others = (known?.variants ?? []).filter(({ sku }) => !skus.includes(sku));
  const term = (key: Term, before: number | null | undefined) =>
    termOfRows(rows, key, others.length > 0, before ?? null, mode);
  const terms = {
    moq: term('moq', known?.moq),
    lead_time_days: term('lead_time_days', known?.leadTimeDays),
    weight_grams: term('weight_grams', known?.weightGrams),
  };

  const variants = skus.map((sku): EnteredVariant => {
    const own = rows.filter(({ record }) => record.sku === sku);
    const before = known?.variants.find((variant) => variant.sku === sku);
    const said = <Key extends keyof Row>(key: Key) =>
      own.map(({ record }) => record[key]).find((value) => value !== null) ?? null;
    const cost = said('cost');
    const costBefore = before?.costMinor != null ? { minor: before.costMinor, currency: before.costCurrency! } : null;
    const options = table.optionsOf(sku);
    return {
      id: before?.id ?? newId(),
      sku,
      options: before && (mode === 'fill' || options.length === 0) ? table.fitted(before) : options,
      moq: terms.moq.ofVariant(before?.moq, sku),
      leadTimeDays: terms.lead_time_days.ofVariant(before?.leadTimeDays, sku),
      weightGrams: terms.weight_grams.ofVariant(before?.weightGrams, sku),
      cost: choose(costBefore, cost),
      barcode: choose(before?.barcode, said('barcode')),
      status: choose(before?.status, statusOfSku(own)) ?? 'active',
    };
  });
  const kept = others.map((variant) => enteredVariant(variant, table));
  const all = inOrder(known, [...kept, ...variants]);
  const prices = mergePrices(known, rows, all, mode, newId);
  const names = { ...namesOf(rows), ...(mode === 'fill' ? known?.names : {}) };
  const entered: EnteredProduct = {
    code: known?.code ?? rows[0]!.record.code!,
    names: Object.entries({ ...known?.names, ...names }).map(([language, name]) => ({ language, name })),
    status: known && mode === 'fill' ? known.status : statusOf(rows, hasEnded(rows, others), known),
    category: choose(known?.category, first('category')),
    description: choose(known?.description, first('description')),
    unit: (known && mode === 'fill' ? known.unit : (first('unit') ?? known?.unit)) ?? 'pcs',
    moq: choose(known?.moq, terms.moq.ofProduct),
    leadTimeDays: choose(known?.leadTimeDays, terms.lead_time_days.ofProduct),
    weightGrams: choose(known?.weightGrams, terms.weight_grams.ofProduct),
    originCountry: choose(known?.originCountry, first('origin_country')),
    hsCode: choose(known?.hsCode, first('hs_code')?.replace(/[^\d.]/g, '') ?? null),
    launchedOn: choose(known?.launchedOn, first('launched_on')),
    optionNames: table.names,
    specs: specsOf(known, rows, mode),
    certificates: known?.certificates ?? [],
    variants: all,
    prices: prices.map(({ row: _row, ...price }) => price),
  };
  return {
    entered,
    rowsBehind(field) {
      const [list, place] = field.split('.');
      const sku = list === 'variants' ? all[Number(place)]?.sku : undefined;
      const behind =
        list === 'prices'
          ? (prices[Number(place)]?.row ?? [])
          : rows.filter(({ record }) => sku !== undefined && record.sku === sku).map(({ rowNumber }) => rowNumber);
      return behind.length > 0 ? [...behind] : rows.map(({ rowNumber }) => rowNumber);
    },
  };
}

/** Variants that were there stay where they stood. */
function inOrder(known: ProductContent | null, variants: readonly EnteredVariant[]): EnteredVariant[] {
  const place = new Map(known?.variants.map(({ id }, i) => [id, i]));
  const last = place.size;
  return [...variants].sort((one, other) => (place.get(one.id) ?? last) - (place.get(other.id) ?? last));
}

/** A term of the product and of each SKU; of the SKU only where it differs from the product's. */
function termOfRows(
  rows: readonly ProductFileRow[],
  key: Term,
  isPart: boolean,
  before: number | null,
  mode: MergeOptions['mode'],
) {
  const ofSkus = new Map<string, number>();
  let general: number | null = null;
  for (const { record } of rows) {
    const value = record[key];
    if (value === null) continue;
    if (record.sku === null) general ??= value;
    else if (!ofSkus.has(record.sku)) ofSkus.set(record.sku, value);
  }
  const values = new Set(ofSkus.values());
  if (general === null && !isPart && values.size === 1) [general = null] = values;
  const ofVariant = (own: number | null | undefined, sku: string): number | null => {
    const value = ofSkus.get(sku);
    if (value === undefined || (mode === 'fill' && own != null)) return own ?? null;
    return value === (general ?? before) ? null : value; // what the product says is not said again, and no longer otherwise
  };
  return { ofProduct: general, ofVariant };
}

function enteredVariant(variant: ProductContent['variants'][number], table: OptionTable): EnteredVariant {
  const { costMinor, costCurrency, ...plain } = variant;
  const cost = costMinor === null || costCurrency === null ? null : { minor: costMinor, currency: costCurrency };
  return { ...plain, options: table.fitted(variant), cost };
}
