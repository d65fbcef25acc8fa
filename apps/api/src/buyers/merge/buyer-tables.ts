/**
 * A table whose rows belong to a buyer, with the column that says to which: what a merge moves. `aside` is the SQL condition
 * on a row `x` of the merged buyer that the kept one cannot have beside its own rows `k`; such a row waits in the snapshot.
 */
export interface BuyerTable {
  readonly table: string;
  readonly column: string;
  readonly aside?: string;
}

/** Every such table. A test compares the list with the foreign keys of the database, so that a new one cannot be forgotten. */
export const BUYER_TABLES: readonly BuyerTable[] = [
  { table: 'buyer_identities', column: 'buyer_id' },
  { table: 'buyer_contacts', column: 'buyer_id' },
  { table: 'buyer_tags', column: 'buyer_id', aside: 'k.tag_id = x.tag_id' },
  { table: 'buyer_notes', column: 'buyer_id' },
  { table: 'attachments', column: 'buyer_id' },
  { table: 'buyer_consents', column: 'buyer_id' },
  { table: 'buyer_merges', column: 'kept_id' },
  { table: 'buyer_order_totals', column: 'buyer_id', aside: 'k.currency = x.currency' },
  { table: 'grade_overrides', column: 'buyer_id', aside: 'k.ended_at is null and x.ended_at is null' },
  { table: 'orders', column: 'buyer_id' },
  { table: 'order_adjustments', column: 'buyer_id' },
  { table: 'conversations', column: 'buyer_id' },
  { table: 'inquiries', column: 'buyer_id' },
  { table: 'resolutions', column: 'buyer_id' },
  { table: 'buyer_days', column: 'buyer_id', aside: 'k.channel_id = x.channel_id and k.day = x.day' },
  { table: 'sample_requests', column: 'buyer_id' },
  { table: 'stage_changes', column: 'buyer_id', aside: 'true' }, // a buyer has one chain of steps; the kept one's goes on,
  { table: 'support_entries', column: 'buyer_id' },
  { table: 'announcement_recipients', column: 'buyer_id', aside: 'k.announcement_id = x.announcement_id' },
];
