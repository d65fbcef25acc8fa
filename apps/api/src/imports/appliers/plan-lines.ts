import type { ImportRecord, Money } from '@dangol/crm';
import { newId } from '@dangol/db';
import type { ImportedRow } from '../imported-rows.ts';

type Row = ImportRecord<'order_lines'>;

/** A line that an order has. */
export interface KnownLine {
  readonly id: string;
  readonly lineNumber: number;
  readonly sku: string | null;
  readonly description: string;
  readonly unitPriceMinor: bigint;
  readonly ordered: number;
  /** This import made it. */
  readonly ours: boolean;
}

/** What a row says of a line. */
export interface LineFacts {
  readonly sku: string | null;
  readonly description: string;
  readonly unitPriceMinor: bigint;
  readonly totalMinor: bigint;
  /** The amount as it stands beside the goods: what came back is negative, a fee is not. */
  readonly signedMinor: bigint;
  readonly ordered: number;
}

/** A row of goods that were ordered, in the file's order. */
export interface LineRow {
  readonly rowNumber: number;
  readonly record: Row;
  readonly facts: LineFacts;
}

/** Amounts of a row: one of unit price and total follows from the other. */
export function lineFacts(record: Row): LineFacts {
  const ordered = Math.abs(record.quantity!);
  const unit = record.unit_price ?? perUnit(record.line_total!, ordered);
  const totalMinor = record.line_total?.minor ?? unit.minor * BigInt(ordered);
  const size = magnitude(totalMinor);
  return {
    sku: record.sku,
    description: record.description ?? record.sku ?? '-',
    unitPriceMinor: magnitude(unit.minor),
    totalMinor: size,
    signedMinor: isTakenOff(record) ? -size : size,
    ordered,
  };
}

/** What a row that stands beside the goods of its order is; null for goods that were ordered. */
export function noteKindOf(record: Row): 'cancellation' | 'adjustment' | null {
  if (record.kind === 'cancellation' || record.kind === 'adjustment') return record.kind;
  if (record.quantity! > 0 && !isTakenOff(record)) return null;
  // Nothing that was ordered and nothing that came back: an amount by itself.
  return record.quantity === 0 && !isTakenOff(record) ? 'adjustment' : 'cancellation';
}

/** A cancellation always takes off, whichever sign its file writes; anything else says so by a sign. */
function isTakenOff({ kind, quantity, unit_price, line_total }: Row): boolean {
  return kind === 'cancellation' || quantity! < 0 || (line_total ?? unit_price)!.minor < 0n;
}

function magnitude(minor: bigint): bigint {
  return minor < 0n ? -minor : minor;
}

function perUnit({ minor, currency }: Money, quantity: number): Money {
  return { minor: quantity === 0 ? minor : minor / BigInt(quantity), currency };
}

/**
 * Which rows of one order are lines that it has, and the numbers of the others. Lines that this import made came from earlier
 * rows of the same file: a later row that says the same is another line. A number that the file gives twice names its first row
 * only; the others are known by what they say.
 */
export function planLines(
  rows: readonly LineRow[],
  known: readonly KnownLine[],
): { known: { row: LineRow; line: KnownLine }[]; fresh: { row: LineRow; lineNumber: number }[] } {
  const free = new Map(known.filter(({ ours }) => !ours).map((line) => [line.lineNumber, line]));
  let next = Math.max(0, ...known.map(({ lineNumber }) => lineNumber)) + 1;
  const plan: ReturnType<typeof planLines> = { known: [], fresh: [] };
  const taken = new Set(known.map(({ lineNumber }) => lineNumber));
  for (const row of rows) {
    const { line_number: number } = row.record;
    const named = number === null ? undefined : free.get(number);
    const byFacts = !named && (number === null || taken.has(number));
    const same = byFacts ? [...free.values()].find((line) => isSame(line, row.facts)) : named;
    if (same) {
      free.delete(same.lineNumber);
      plan.known.push({ row, line: same });
      continue;
    }
    let lineNumber = number ?? next;
    while (taken.has(lineNumber)) lineNumber += 1;
    taken.add(lineNumber);
    next = Math.max(next, lineNumber + 1);
    plan.fresh.push({ row, lineNumber });
  }
  return plan;
}

/** A line without a number is the same as another when everything that it says is. */
function isSame(line: KnownLine, facts: LineFacts): boolean {
  return (
    line.sku === facts.sku &&
    line.description === facts.description &&
    line.unitPriceMinor === facts.unitPriceMinor &&
    line.ordered === facts.ordered
  );
}

/** A line as it is stored. */
export function lineRow(
  orderId: string,
  lineNumber: number,
  facts: LineFacts,
  product: { productId: string; variantId: string | null } | undefined,
): ImportedRow {
  return {
    id: newId(),
    order_id: orderId,
    line_number: lineNumber,
    product_id: product?.productId ?? null,
    variant_id: product?.variantId ?? null,
    sku: facts.sku,
    description: facts.description,
    unit_price_minor: facts.unitPriceMinor,
    total_minor: facts.totalMinor,
    ordered: facts.ordered,
    cancelled: 0,
    reserved: 0,
    backordered: 0,
    shipped: 0,
    delivered: 0,
    returned: 0,
  };
}
