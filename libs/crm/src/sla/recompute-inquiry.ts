import type { EpochMs } from '../time/index.ts';
import { addBusinessTime, businessSecondsBetween } from './business-time.ts';
import type { CompiledCalendar } from './compile-calendar.ts';
import type { InquiryStatus } from './derive-inquiries.ts';

/** An inquiry that has ended, as it was measured. */
export interface MeasuredInquiry {
  readonly openedAtMs: EpochMs;
  readonly endedAtMs: EpochMs;
  readonly status: Exclude<InquiryStatus, 'open'>;
  readonly targetMinutes: number;
  readonly dueAtMs: EpochMs;
  readonly businessSeconds: number;
  readonly met: boolean | null;
}

/** What measuring an ended inquiry again gives, and which of it differs. */
export interface Remeasured {
  readonly targetMinutes: number;
  readonly dueAtMs: EpochMs;
  readonly businessSeconds: number;
  readonly met: boolean | null;
  readonly movesDue: boolean;
  readonly becomes: 'met' | 'missed' | null;
  /** Anything at all, also only the minutes that it took. */
  readonly differs: boolean;
}

/** Measures an ended inquiry under other hours and another promise (spec sla, rule 9). Throws NoOpenTimeError. */
export function remeasureInquiry(
  inquiry: MeasuredInquiry,
  calendar: CompiledCalendar,
  targetMinutes: number,
): Remeasured {
  const { openedAtMs, endedAtMs } = inquiry;
  const dueAtMs = addBusinessTime(calendar, openedAtMs, targetMinutes * 60);
  const businessSeconds = Math.floor(businessSecondsBetween(calendar, openedAtMs, endedAtMs));
  const met = inquiry.status === 'answered' ? endedAtMs <= dueAtMs : null;
  const movesDue = dueAtMs !== inquiry.dueAtMs;
  const becomes = met === null || met === inquiry.met ? null : met ? 'met' : 'missed';
  const differs =
    movesDue ||
    becomes !== null ||
    businessSeconds !== inquiry.businessSeconds ||
    targetMinutes !== inquiry.targetMinutes;
  return { targetMinutes, dueAtMs, businessSeconds, met, movesDue, becomes, differs };
}
