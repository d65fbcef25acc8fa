/** Whether a waiting conversation may be hidden until an instant; `latest` is null when its answer is due already. */
export type SnoozeVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: 'past' }
  | { readonly allowed: false; readonly reason: 'too_long'; readonly latestMs: number | null };

/** A snooze ends before the answer is due, to the second: nothing that is late may hide (UX 3.1). */
const MARGIN_MS = 1_000;

/** Judges a snooze of what waits and is due at `dueMs`. */
export function checkSnooze(untilMs: number, dueMs: number, nowMs: number): SnoozeVerdict {
  const latestMs = dueMs - MARGIN_MS;
  if (latestMs <= nowMs) return { allowed: false, reason: 'too_long', latestMs: null };
  if (untilMs <= nowMs) return { allowed: false, reason: 'past' };
  return untilMs <= latestMs ? { allowed: true } : { allowed: false, reason: 'too_long', latestMs };
}
