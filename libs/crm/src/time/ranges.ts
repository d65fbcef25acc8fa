/**
 * A point in time as milliseconds since 1970-01-01T00:00Z. The whole library counts in this one unit: `...AtMs`, `startMs`
 * and `endMs` are instants, any other `...Ms` is a duration. Databases and GraphQL convert at their edge.
 */
export type EpochMs = number;

/** A half-open stretch of time [startMs, endMs). Empty or reversed ranges hold nothing. */
export interface TimeRange {
  readonly startMs: EpochMs;
  readonly endMs: EpochMs;
}

/** One UTC day in milliseconds; local days may be shorter or longer. */
export const DAY_MS = 86_400_000;

/** Sorts ranges, drops empty and reversed ones, and joins those that overlap or touch. The input is left as it is. */
export function mergeRanges(ranges: readonly TimeRange[]): TimeRange[] {
  const sorted = ranges.filter((range) => range.endMs > range.startMs).sort((a, b) => a.startMs - b.startMs);
  const merged: TimeRange[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last && range.startMs <= last.endMs) {
      merged[merged.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, range.endMs) };
    } else {
      merged.push(range);
    }
  }
  return merged;
}

/** Keeps the parts of `ranges` that lie inside [startMs, endMs). */
export function clipRanges(ranges: readonly TimeRange[], startMs: EpochMs, endMs: EpochMs): TimeRange[] {
  const clipped: TimeRange[] = [];
  for (const range of ranges) {
    const from = Math.max(range.startMs, startMs);
    const to = Math.min(range.endMs, endMs);
    if (to > from) clipped.push({ startMs: from, endMs: to });
  }
  return clipped;
}

/** Takes `holes` out of `ranges`. Both must be sorted and disjoint, as `mergeRanges` returns them. */
export function subtractRanges(ranges: readonly TimeRange[], holes: readonly TimeRange[]): readonly TimeRange[] {
  if (holes.length === 0) return ranges;
  const rest: TimeRange[] = [];
  let first = 0;
  for (const range of ranges) {
    let from = range.startMs;
    while (first < holes.length && holes[first]!.endMs <= from) first += 1;
    for (let index = first; index < holes.length && holes[index]!.startMs < range.endMs; index += 1) {
      const hole = holes[index]!;
      if (hole.startMs > from) rest.push({ startMs: from, endMs: hole.startMs });
      from = Math.max(from, hole.endMs);
    }
    if (from < range.endMs) rest.push({ startMs: from, endMs: range.endMs });
  }
  return rest;
}

/** Total length of disjoint ranges, milliseconds. */
export function sumRanges(ranges: readonly TimeRange[]): number {
  return ranges.reduce((totalMs, range) => totalMs + range.endMs - range.startMs, 0);
}
