const DAY_MS = 86_400_000;
/** Seoul has kept this offset, without summer time, since 1988. */
const SEOUL_OFFSET_MS = 9 * 3_600_000;
/** The one rate of the demo: US cents for a British pound (data README). */
const USD_CENTS_PER_POUND = 127;
/** Number of the order before the first one; so the orders that buyers name in their inquiries exist, and are theirs. */
const NUMBERED_AFTER = 18_741;

/** One row of orders.csv. */
export interface HistoryRow {
  readonly buyer: number;
  /** Local time of the seller, without offset. */
  readonly orderedAt: string;
  readonly amountGbp: string;
  readonly cancelledAt: string;
}

/** An order of the past, in US cents. */
export interface PastOrder {
  /** Number of the customer. */
  readonly customer: number;
  readonly externalId: string;
  readonly placedAt: Date;
  readonly cancelledAt: Date | null;
  readonly totalMinor: bigint;
}

/** Moves the history (oldest first) by whole days, so that its last day is yesterday in Seoul at `now`. */
export function moveOrders(history: readonly HistoryRow[], now: Date): PastOrder[] {
  const seoulDay = Math.floor((now.getTime() + SEOUL_OFFSET_MS) / DAY_MS);
  const lastDay = Math.max(...history.map(({ orderedAt }) => Math.floor(wallMs(orderedAt) / DAY_MS)));
  const movedByMs = (seoulDay - 1 - lastDay) * DAY_MS - SEOUL_OFFSET_MS;
  const move = (local: string): Date => new Date(wallMs(local) + movedByMs);
  return history.map(({ buyer, orderedAt, amountGbp, cancelledAt }, i) => ({
    customer: buyer,
    externalId: String(NUMBERED_AFTER + 1 + i),
    placedAt: move(orderedAt),
    cancelledAt: cancelledAt ? move(cancelledAt) : null,
    totalMinor: BigInt(Math.round(Number(amountGbp) * USD_CENTS_PER_POUND)),
  }));
}

/** Local date and time read as if they were UTC. */
function wallMs(local: string): number {
  return Date.parse(`${local}Z`);
}
