import type { ImportRecord } from '@dangol/crm';
import type { OrderEntity } from '@dangol/db';

type State = OrderEntity['state'];

/** What a row of an orders file is. */
export interface ReadOrder {
  readonly kind: 'order' | 'cancellation' | 'adjustment';
  readonly state: State;
  readonly paidAt: Date | null;
  readonly cancelledAt: Date | null;
}

type Facts = Pick<ImportRecord<'orders'>, 'kind' | 'status' | 'placed_at' | 'paid_at' | 'cancelled_at' | 'is_sample'>;

const NEVER_PAID: ReadonlySet<State> = new Set(['DRAFT', 'PENDING_PAYMENT', 'EXPIRED']);

/**
 * What a row says of the order's life. A file of the past lists what was done: without a status an order was paid when it was
 * placed and is completed, unless the row says when it was cancelled. A negative amount without a kind takes back.
 */
export function readOrder(row: Facts, totalMinor: bigint): ReadOrder {
  const placedAt = row.placed_at!;
  const kind = row.kind ?? (totalMinor < 0n ? 'cancellation' : 'order');
  const given = row.status ?? (row.cancelled_at ? 'CANCELLED' : 'COMPLETED');
  const cancelledAt = row.cancelled_at ?? (given === 'CANCELLED' ? (row.paid_at ?? placedAt) : null);
  const state = cancelledAt && !NEVER_PAID.has(given) ? 'CANCELLED' : given;
  const neverPaid = NEVER_PAID.has(state) || (row.status === 'CANCELLED' && !row.paid_at);
  return { kind, state, cancelledAt, paidAt: row.paid_at ?? (neverPaid ? null : placedAt) };
}
