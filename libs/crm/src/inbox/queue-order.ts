import type { BuyerGrade, PlatformLevel } from '../grading/index.ts';
import type { EpochMs } from '../time/index.ts';

/** What the queue knows of a conversation. `dueAtMs` is null while no clock runs. */
export interface QueueItem {
  readonly id: string;
  readonly dueAtMs: EpochMs | null;
  readonly grade: BuyerGrade | null;
  readonly level: PlatformLevel | null;
}

/** Wall-clock time left under which a conversation joins the urgent band (spec sla, "Queue order"). */
export const URGENT_WITHIN_MS = 3_600_000;

const GRADE_RANK: Record<BuyerGrade, number> = { A: 1, B: 2, C: 3 };
const LEVEL_RANK: Record<PlatformLevel, number> = { L4: 1, L3: 2, L2: 3, L1: 4 };

/** Sort column of a grade, smallest first: A 1, B 2, C 3, ungraded 4. Stored, so a change needs a backfill. */
export function gradeRank(grade: BuyerGrade | null): number {
  return grade ? GRADE_RANK[grade] : 4;
}

/** Sort column of a platform level, smallest first: L4 1, L3 2, L2 3, L1 4, none 5. Stored, so a change needs a backfill. */
export function levelRank(level: PlatformLevel | null): number {
  return level ? LEVEL_RANK[level] : 5;
}

/** True when overdue or with less than an hour of wall-clock time left at `nowMs`. Without a due time nothing is urgent. */
export function isUrgent(dueAtMs: EpochMs | null, nowMs: EpochMs): boolean {
  return dueAtMs !== null && dueAtMs - nowMs < URGENT_WITHIN_MS;
}

/**
 * Order of the queue at `nowMs`, for `Array.sort`: the urgent band first, then grade, platform level and time left, in both
 * bands; no due time comes after any, and the id settles ties so that pages do not overlap. Give every comparison of one
 * list the same `nowMs`.
 */
export function compareQueue(a: QueueItem, b: QueueItem, nowMs: EpochMs): number {
  return (
    Number(isUrgent(b.dueAtMs, nowMs)) - Number(isUrgent(a.dueAtMs, nowMs)) ||
    gradeRank(a.grade) - gradeRank(b.grade) ||
    levelRank(a.level) - levelRank(b.level) ||
    compareDue(a.dueAtMs, b.dueAtMs) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}

function compareDue(a: EpochMs | null, b: EpochMs | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}
