import { newId } from '@dangol/db';
import type { ImportedRow, RowChange } from '../imported-rows.ts';
import type { KnownNote, LineOrder } from './order-lines.query.ts';
import type { LineRow } from './plan-lines.ts';

/** Goods that came back, or an amount beside the goods such as a fee. */
export type NoteKind = KnownNote['kind'];

/** What the rows of one order say beside its goods, of one kind. */
export interface ReturnGroup {
  readonly number: string;
  readonly kind: NoteKind;
  readonly rows: readonly LineRow[];
  readonly order: LineOrder;
  /** There is an order of this number that the note stands beside. */
  readonly beside: boolean;
  readonly currency: string;
  readonly at: Date;
}

/** What is written for the groups, and by group what became of its rows: made (or grown), there already, or of another currency. */
export interface ReturnPlan {
  readonly made: ImportedRow[];
  readonly grown: RowChange[];
  readonly outcomes: readonly ('created' | 'unchanged' | 'other currency')[];
}

const SUFFIX: Readonly<Record<NoteKind, string>> = { cancellation: 'returns', adjustment: 'adjustments' };

/** The numbers under which the notes of an order may stand. */
export function noteNumbers(number: string): string[] {
  return [number, ...Object.values(SUFFIX).map((suffix) => `${number}:${suffix}`)];
}

/**
 * One note for each order and kind. Its rows may lie anywhere in the file, so one that this import made before grows by those
 * that come later; one that was there before the import says what these rows say already.
 */
export function planReturns(
  groups: readonly ReturnGroup[],
  notes: ReadonlyMap<string, KnownNote>,
  createdAt: Date,
): ReturnPlan {
  const taken = new Map(notes);
  const plan = { made: [] as ImportedRow[], grown: [] as RowChange[] };
  const outcomes = groups.map((group): ReturnPlan['outcomes'][number] => {
    const { number, kind, rows, order, beside, currency, at } = group;
    const amount = rows.reduce((sum, { facts }) => sum + facts.signedMinor, 0n);
    const suffixed = `${number}:${SUFFIX[kind]}`;
    const there = [number, suffixed].map((one) => taken.get(one)).find((note) => note?.kind === kind);
    if (there) {
      if (!there.ours) return 'unchanged';
      if (there.currency !== currency) return 'other currency';
      const set = { amount_minor: there.amountMinor + amount, ...(beside && { order_id: order.id }) };
      plan.grown.push({ id: there.id, set });
      return 'created';
    }
    const id = newId();
    const externalId = beside || taken.has(number) ? suffixed : number;
    taken.set(externalId, { id, kind, currency, amountMinor: amount, ours: true });
    plan.made.push({
      id,
      buyer_id: order.buyerId,
      order_id: beside ? order.id : null,
      external_id: externalId,
      kind,
      at,
      currency,
      amount_minor: amount,
      created_at: createdAt,
    });
    return 'created';
  });
  return { ...plan, outcomes };
}
