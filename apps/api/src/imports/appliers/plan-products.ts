import {
  changedFields,
  mergeProductRows,
  readProduct,
  type ImportRecord,
  type ProductContent,
  type ProductProblem,
} from '@dangol/crm';
import { newId } from '@dangol/db';
import type { KnownProduct, ProductChange } from '../../products/index.ts';
import type { ApplySettings, ImportedRecord, RowOutcome, RowProblem } from '../import-applier.ts';

type Row = ImportRecord<'products'>;

/** What the workspace has of what a batch speaks of. */
export interface KnownCatalogue {
  readonly products: ReadonlyMap<string, KnownProduct>;
  /** Code of the product that an SKU belongs to. */
  readonly skuOwners: ReadonlyMap<string, string>;
  /** The day in the workspace's zone. */
  readonly today: string;
  /** Whether whoever imports may enter unit costs. */
  readonly maySetCosts: boolean;
}

/** What a batch comes to. */
export interface ProductPlan {
  readonly changes: ProductChange[];
  readonly outcomes: RowOutcome[];
}

/** Plans the products of a batch, code by code: rows that do not fit fail, the rest of their product comes in. */
export function planProducts(
  records: readonly ImportedRecord<Row>[],
  known: KnownCatalogue,
  settings: Pick<ApplySettings, 'importId' | 'known'>,
): ProductPlan {
  const plan: ProductPlan = { changes: [], outcomes: [] };
  const owners = new Map(known.skuOwners);
  for (const [code, rows] of Map.groupBy(records, ({ record }) => record.code!)) {
    const before = known.products.get(code) ?? null;
    const isOurs = before?.importId === settings.importId; // rows of one product may lie apart in the file
    if (before && settings.known === 'skip' && !isOurs) {
      plan.outcomes.push(...rows.map(({ rowNumber }) => ({ rowNumber, outcome: 'unchanged' as const })));
      continue;
    }
    const own = rows.filter(({ rowNumber, record: { sku } }) => {
      const owner = sku === null ? undefined : owners.get(sku);
      if (owner === undefined || owner === code) return true;
      plan.outcomes.push(failed(rowNumber, 'SKU_TAKEN', 'sku', sku));
      return false;
    });
    const mode = settings.known === 'overwrite' && !isOurs ? 'overwrite' : 'fill';
    planProduct(plan, before, own, known, mode);
    for (const { record } of own) if (record.sku !== null) owners.set(record.sku, code);
  }
  return plan;
}

function planProduct(
  plan: ProductPlan,
  before: KnownProduct | null,
  given: readonly ImportedRecord<Row>[],
  { today, maySetCosts }: KnownCatalogue,
  mode: 'fill' | 'overwrite',
): void {
  let rows = given.map(({ rowNumber, record }) => ({
    rowNumber,
    record: maySetCosts ? record : { ...record, cost: null },
  }));
  // Without the rows that do not fit, others may fit that did not; each round leaves out one at least.
  while (rows.length > 0) {
    const { entered, rowsBehind } = mergeProductRows(before?.content ?? null, rows, { mode, newId });
    const read = readProduct(entered, today);
    if ('product' in read) {
      plan.outcomes.push(...outcomesOf(before?.content ?? null, read.product, rows));
      if (!before || changedFields(before.content, read.product).length > 0)
        plan.changes.push({ id: before?.id ?? newId(), before, after: read.product });
      return;
    }
    const bad = new Map<number, ProductProblem>();
    for (const problem of read.problems)
      for (const rowNumber of lastOf(rowsBehind(problem.field), rows.length))
        if (!bad.has(rowNumber)) bad.set(rowNumber, problem);
    for (const [rowNumber, { field, message }] of bad)
      plan.outcomes.push(failed(rowNumber, ...problemOf(field, message)));
    rows = rows.filter(({ rowNumber }) => !bad.has(rowNumber));
  }
}

/** Of several rows that say the same thing the last is at fault, unless the fault is the whole product's. */
function lastOf(behind: readonly number[], rows: number): readonly number[] {
  return behind.length < rows ? behind.slice(-1) : behind;
}

function outcomesOf(
  before: ProductContent | null,
  after: ProductContent,
  rows: readonly ImportedRecord<Row>[],
): RowOutcome[] {
  const changed = before ? changedFields(before, after).length > 0 : false;
  const outcome = before ? (changed ? 'updated' : 'unchanged') : 'created';
  return rows.map(({ rowNumber }) => ({ rowNumber, outcome }));
}

function failed(rowNumber: number, code: string, field: string | null, value: string | null): RowOutcome {
  return { rowNumber, outcome: 'failed', problem: { column: null, field, code, value } satisfies RowProblem };
}

/** Which field of the file a rule of the product speaks of, and how the web words it. */
const PROBLEMS: readonly (readonly [RegExp, code: string, field: string | null])[] = [
  [/^variants\.\d+\.options/, 'OPTIONS_DO_NOT_FIT', 'options'],
  [/^optionNames/, 'OPTIONS_DO_NOT_FIT', 'option_names'],
  [/^variants\.\d+\.sku/, 'REPEATED_SKU', 'sku'],
  [/^prices\.\d+\.minQuantity/, 'REPEATED_PRICE', 'min_quantity'],
  [/^prices\.\d+\.unitPriceMinor/, 'DEARER_FOR_MORE', 'price'],
  [/^prices\.\d+\.validUntil/, 'IMPOSSIBLE_DATE', 'price_valid_until'],
  [/^launchedOn/, 'IMPOSSIBLE_DATE', 'launched_on'],
  [/^hsCode/, 'NOT_AN_HS_CODE', 'hs_code'],
  [/^(?:variants\.\d+\.)?moq/, 'NUMBER_OUT_OF_RANGE', 'moq'],
  [/^(?:variants\.\d+\.)?leadTimeDays/, 'NUMBER_OUT_OF_RANGE', 'lead_time_days'],
  [/^(?:variants\.\d+\.)?weightGrams/, 'NUMBER_OUT_OF_RANGE', 'weight_grams'],
  [/^code/, 'TOO_LONG', 'code'],
  [/^names$/, 'REQUIRED', 'name'],
  [/^names/, 'TOO_LONG', 'name'],
  [/^category/, 'TOO_LONG', 'category'],
  [/^description/, 'TOO_LONG', 'description'],
  [/^specs/, 'TOO_LONG', 'specs'],
  [/^unit/, 'TOO_LONG', 'unit'],
];

function problemOf(path: string, message: string): [code: string, field: string | null, value: string | null] {
  const [, code, field] = PROBLEMS.find(([pattern]) => pattern.test(path)) ?? [null, 'PRODUCT_RULE', null];
  return [code, field, code === 'PRODUCT_RULE' ? message : null];
}
