import { DAY_MS } from '../time/index.ts';
import type { EpochMs } from '../time/index.ts';

/** A buyer is dormant when silent for longer than this many of its usual gaps (spec crm, Pipeline). */
export const DORMANT_AFTER_GAPS = 3;

/**
 * True when a buyer who was last heard of at `lastSeenAtMs` has been silent for more than three times its usual gap between
 * orders, in days; a buyer without a gap of its own is measured by its segment's. Never true while neither is known.
 */
export function isDormant(
  lastSeenAtMs: EpochMs,
  usualGapDays: number | null,
  segmentGapDays: number | null,
  nowMs: EpochMs,
): boolean {
  const gapDays = usualGapDays ?? segmentGapDays;
  return gapDays !== null && nowMs - lastSeenAtMs > gapDays * DORMANT_AFTER_GAPS * DAY_MS;
}
