import type { ImportRecord } from '../imports/index.ts';
import type { NamedValue, ProductContent, Variant } from './product.ts';

/** What variants without any option differ by. */
const SKU_OPTION = 'SKU';
const NAMED = /^([^:：=]{1,40})[:：=]\s*(.+)$/u;

/** The option table as the rows of a file say it. */
export interface OptionTable {
  readonly names: readonly string[];
  /** Values of a SKU; empty when the rows say none. */
  optionsOf(sku: string): NamedValue[];
  /** Values of a variant that was there before, as the table now has them. */
  fitted(variant: Pick<Variant, 'sku' | 'options'>): NamedValue[];
}

/**
 * Reads the options of a product's rows: `Colour: Rose`, or `Rose` under the names that the product or the file has, or under
 * numbered ones. Several SKUs without any option differ by the SKU.
 */
export function optionsOfRows(
  known: ProductContent | null,
  rows: readonly { readonly record: ImportRecord<'products'> }[],
): OptionTable {
  const given = known?.optionNames.length
    ? known.optionNames
    : (rows.map(({ record }) => record.option_names).find((names) => names?.length) ?? []);
  const names = [...given];
  const bySku = new Map<string, NamedValue[]>();
  for (const { record } of rows) {
    if (record.sku === null || bySku.get(record.sku)?.length) continue;
    const cells = record.options ?? [];
    bySku.set(
      record.sku,
      cells.map((cell, place) => {
        const [, name, value] = NAMED.exec(cell) ?? [];
        const called = name?.trim() ?? names[place] ?? (cells.length === 1 ? 'Option' : `Option ${place + 1}`);
        const there = names.find((one) => one.toLowerCase() === called.toLowerCase());
        if (there === undefined) names.push(called);
        return { name: there ?? called, value: value ?? cell };
      }),
    );
  }
  const skus = new Set([...bySku.keys(), ...(known?.variants.map(({ sku }) => sku) ?? [])]);
  const hasOptions = names.some((name) => name !== SKU_OPTION);
  const bySkuAlone = !hasOptions && skus.size > 1;
  const alone = (sku: string): NamedValue[] => [{ name: SKU_OPTION, value: sku }];
  return {
    names: bySkuAlone ? [SKU_OPTION] : names,
    optionsOf: (sku) => (bySkuAlone ? alone(sku) : (bySku.get(sku) ?? [])),
    fitted: ({ sku, options }) =>
      bySkuAlone ? alone(sku) : Object.entries(options).map(([name, value]) => ({ name, value })),
  };
}
