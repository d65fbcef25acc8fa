import type { EpochMs } from '../time/index.ts';
import { addBusinessTime, businessSecondsBetween } from './business-time.ts';
import type { CompiledCalendar } from './compile-calendar.ts';
import type { Inquiry, InquiryStatus } from './derive-inquiries.ts';

/** First response of one inquiry on both clocks. For an open inquiry the durations say "if answered now". */
export interface FirstResponse {
  readonly status: InquiryStatus;
  readonly dueAtMs: EpochMs;
  /** Business time taken, milliseconds inside opening hours. */
  readonly businessMs: number;
  /** The same in whole minutes, rounded down, for screens. */
  readonly businessMinutes: number;
  /** Wall-clock time taken, milliseconds, nights and holidays included. */
  readonly wallMs: number;
  /** Answered in time, exactly at due included. False as soon as an open one is past due; null while undecided or excluded. */
  readonly met: boolean | null;
}

/**
 * Measures an inquiry against its target in business minutes. `asOfMs` stands in for the answer while the inquiry is open.
 * First response never pauses (spec sla, rule 4). Declined and spam are measured up to their end but neither met nor missed.
 * Throws NoOpenTimeError when the calendar never opens long enough.
 */
export function measureFirstResponse(
  inquiry: Inquiry,
  calendar: CompiledCalendar,
  targetMinutes: number,
  asOfMs: EpochMs,
): FirstResponse {
  const dueAtMs = addBusinessTime(calendar, inquiry.openedAtMs, targetMinutes * 60);
  const endMs = inquiry.endedAtMs ?? asOfMs;
  const businessSeconds = businessSecondsBetween(calendar, inquiry.openedAtMs, endMs);
  return {
    status: inquiry.status,
    dueAtMs,
    businessMs: Math.round(businessSeconds * 1000),
    businessMinutes: Math.floor(businessSeconds / 60),
    wallMs: Math.max(0, endMs - inquiry.openedAtMs),
    met: decideMet(inquiry.status, endMs, dueAtMs),
  };
}

function decideMet(status: InquiryStatus, endMs: EpochMs, dueAtMs: EpochMs): boolean | null {
  if (status === 'answered') return endMs <= dueAtMs;
  return status === 'open' && endMs > dueAtMs ? false : null;
}
