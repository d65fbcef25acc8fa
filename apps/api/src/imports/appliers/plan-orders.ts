import type { ImportRecord } from '@dangol/crm';
import { newId } from '@dangol/db';
import type { ApplySettings } from '../import-applier.ts';
import type { ImportedRow, RowChange } from '../imported-rows.ts';
import type { ReadOrder } from './read-order.ts';

/** An order or a note of that number that is there. */
export interface KnownOrder {
  readonly id: string;
  readonly kind: 'order' | 'adjustment';
  readonly channelId: string | null;
  readonly country: string | null;
}

/** A sound row with what it was read as. `buyerId` is null for a number that is there already. */
export interface OrderRow {
  readonly rowNumber: number;
  readonly record: ImportRecord<'orders'>;
  readonly buyerId: string | null;
  readonly baseTotalMinor: bigint;
  readonly read: ReadOrder;
}

/** What a batch of orders writes. */
export interface OrderPlan {
  readonly orders: ImportedRow[];
  readonly adjustments: (ImportedRow & { readonly reverses: string | null })[];
  readonly orderChanges: RowChange[];
  readonly adjustmentChanges: RowChange[];
  readonly outcomes: { readonly rowNumber: number; readonly id: string; readonly made: boolean }[];
}

/** Decides row by row, in the order of the file, what is made and what is changed; a number that came before is known. */
export function planOrders(
  rows: readonly OrderRow[],
  known: ReadonlyMap<string, KnownOrder>,
  settings: ApplySettings,
): OrderPlan {
  const seen = new Map(known);
  const plan: OrderPlan = { orders: [], adjustments: [], orderChanges: [], adjustmentChanges: [], outcomes: [] };
  const changes = { order: new Map<string, RowChange>(), adjustment: new Map<string, RowChange>() };
  for (const row of rows) {
    const number = row.record.external_id!;
    const there = seen.get(number);
    if (there) {
      const set = changeOf(there, row, settings);
      if (set)
        changes[there.kind].set(there.id, { id: there.id, set: { ...changes[there.kind].get(there.id)?.set, ...set } });
      plan.outcomes.push({ rowNumber: row.rowNumber, id: there.id, made: false });
      continue;
    }
    const id = newId();
    const kind = row.read.kind === 'order' ? 'order' : 'adjustment';
    if (kind === 'order') plan.orders.push(orderOf(id, row, settings));
    else plan.adjustments.push(adjustmentOf(id, row, settings));
    seen.set(number, { id, kind, channelId: settings.channelId, country: row.record.country });
    plan.outcomes.push({ rowNumber: row.rowNumber, id, made: true });
  }
  plan.orderChanges.push(...changes.order.values());
  plan.adjustmentChanges.push(...changes.adjustment.values());
  return plan;
}

function orderOf(id: string, row: OrderRow, settings: ApplySettings): ImportedRow {
  return {
    id,
    buyer_id: row.buyerId,
    external_id: row.record.external_id,
    ...factsOf(row, settings),
    channel_id: settings.channelId,
    country: row.record.country,
    is_sample: row.record.is_sample ?? false,
    created_at: settings.now,
  };
}

function factsOf({ record, read, baseTotalMinor }: OrderRow, { baseCurrency }: ApplySettings) {
  return {
    state: read.state,
    placed_at: record.placed_at,
    paid_at: read.paidAt,
    cancelled_at: read.cancelledAt,
    currency: record.total!.currency,
    total_minor: record.total!.minor,
    base_currency: baseCurrency,
    base_total_minor: baseTotalMinor,
  };
}

function adjustmentOf(id: string, row: OrderRow, settings: ApplySettings): OrderPlan['adjustments'][number] {
  return {
    id,
    buyer_id: row.buyerId,
    external_id: row.record.external_id,
    kind: row.read.kind,
    ...noteOf(row),
    created_at: settings.now,
    reverses: row.record.reverses,
  };
}

function noteOf({ record }: OrderRow) {
  return { at: record.placed_at, currency: record.total!.currency, amount_minor: record.total!.minor };
}

/** What a row does to the order of its number; a number never moves from an order to a note, nor to another buyer. */
function changeOf(there: KnownOrder, row: OrderRow, settings: ApplySettings): Record<string, unknown> | null {
  const { known, channelId } = settings;
  if (known === 'skip' || (row.read.kind === 'order') !== (there.kind === 'order')) return null;
  if (there.kind === 'adjustment') return known === 'overwrite' ? noteOf(row) : null;
  const empty = {
    ...(there.channelId === null && channelId !== null && { channel_id: channelId }),
    ...(there.country === null && row.record.country !== null && { country: row.record.country }),
  };
  if (known === 'fill') return Object.keys(empty).length > 0 ? empty : null;
  return {
    ...empty,
    ...factsOf(row, settings),
    ...(row.record.country !== null && { country: row.record.country }),
    ...(row.record.is_sample !== null && { is_sample: row.record.is_sample }),
  };
}
