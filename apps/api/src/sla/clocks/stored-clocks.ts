import type { BuyerDayExclusion, CaseStatus, InquiryStatus, InquiryTurn } from '@dangol/crm';

/** A row of `inquiries` as the clocks write it; instants in milliseconds. */
export interface InquiryRow {
  id: string;
  conversationId: string;
  channelId: string;
  buyerId: string;
  openingMessageId: string;
  openedMs: number;
  turn: InquiryTurn;
  status: InquiryStatus;
  endedMs: number | null;
  firstAckMs: number | null;
  responseMessageId: string | null;
  responseMemberId: string | null;
  targetMinutes: number;
  policyId: string;
  calendarId: string;
  dueMs: number;
  businessSeconds: number | null;
  wallMs: number | null;
  met: boolean | null;
}

/** A row of `resolutions`. */
export interface ResolutionRow {
  id: string;
  conversationId: string;
  channelId: string;
  buyerId: string;
  openingMessageId: string;
  openedMs: number;
  status: CaseStatus;
  endedMs: number | null;
  targetMinutes: number | null;
  dueMs: number | null;
  policyId: string;
  calendarId: string;
  businessSeconds: number;
  pausedSeconds: number;
  wallMs: number;
  runningSinceMs: number | null;
  met: boolean | null;
}

/** A row of `buyer_days`. */
export interface BuyerDayRow {
  id: string;
  channelId: string;
  buyerId: string;
  conversationId: string;
  openingMessageId: string;
  day: string;
  openedMs: number;
  respondedMs: number | null;
  responseMessageId: string | null;
  responseMemberId: string | null;
  firstAckMs: number | null;
  excluded: BuyerDayExclusion | null;
}

/** A row of `clock_alarms`, of an open inquiry. */
export interface AlarmRow {
  inquiryId: string;
  kind: 'warning' | 'breach';
  atMs: number;
}

/** What the database holds of the clocks of some conversations; buyer-days of their buyers on their channels. */
export interface StoredClocks {
  readonly inquiries: InquiryRow[];
  readonly resolutions: ResolutionRow[];
  readonly buyerDays: BuyerDayRow[];
  readonly alarms: AlarmRow[];
}

/** True when two rows say the same, so that nothing needs to be written. */
export function sameRow<Row extends object>(a: Row, b: Row | undefined): boolean {
  return b !== undefined && (Object.keys(a) as (keyof Row)[]).every((key) => a[key] === b[key]);
}
