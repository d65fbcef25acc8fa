import {
  alarmTimes,
  measureFirstResponse,
  measureResolution,
  resolutionTargetMinutes,
  responseTargetMinutes,
  type Case,
  type Inquiry,
} from '@dangol/crm';
import { newId } from '@dangol/db';
import type { SlaVersion } from '../sla-settings.ts';
import type { ConversationLog } from './conversation-logs.query.ts';
import type { ServedConversation } from './served-conversations.query.ts';
import type { AlarmRow, InquiryRow, ResolutionRow } from './stored-clocks.ts';

/** The row of an inquiry under a version; `known` is its row so far, whose promise it keeps when it keeps its version. */
export function inquiryRow(
  served: ServedConversation,
  log: ConversationLog,
  inquiry: Inquiry,
  known: InquiryRow | undefined,
  version: SlaVersion,
  nowMs: number,
): InquiryRow {
  const targetMinutes = keepsInquiry(inquiry, known)
    ? known.targetMinutes
    : responseTargetMinutes(version.policy, inquiry.turn, served);
  const measured = measureFirstResponse(inquiry, version.calendar, targetMinutes, nowMs);
  const ended = inquiry.endedAtMs !== null;
  const response = inquiry.firstResponseMessageId;
  return {
    ...placeOf(served, inquiry, known?.id),
    turn: inquiry.turn,
    status: inquiry.status,
    endedMs: inquiry.endedAtMs,
    firstAckMs: inquiry.firstAckAtMs,
    responseMessageId: response,
    responseMemberId: (response && log.authorOf.get(response)) || null,
    targetMinutes,
    policyId: version.policyId,
    calendarId: version.calendarId,
    dueMs: measured.dueAtMs,
    businessSeconds: ended ? Math.floor(measured.businessMs / 1000) : null,
    wallMs: ended ? measured.wallMs : null,
    met: ended ? measured.met : null,
  };
}

/** The row of a case under a version. */
export function resolutionRow(
  served: ServedConversation,
  measuredCase: Case,
  known: ResolutionRow | undefined,
  version: SlaVersion,
): ResolutionRow {
  const targetMinutes = keepsCase(measuredCase, known)
    ? known.targetMinutes
    : resolutionTargetMinutes(version.policy, served);
  const measured = measureResolution(measuredCase, version.calendar, targetMinutes);
  return {
    ...placeOf(served, measuredCase, known?.id),
    status: measuredCase.status,
    endedMs: measuredCase.endedAtMs,
    targetMinutes,
    dueMs: measured.dueAtMs,
    policyId: version.policyId,
    calendarId: version.calendarId,
    businessSeconds: Math.floor(measured.businessMs / 1000),
    pausedSeconds: Math.floor(measured.pausedMs / 1000),
    wallMs: measured.wallMs,
    runningSinceMs: measured.runningSinceMs,
    met: measured.met,
  };
}

/** The alarms of an open inquiry. */
export function alarmRows(
  row: Pick<InquiryRow, 'id' | 'openedMs' | 'targetMinutes' | 'dueMs'>,
  version: SlaVersion,
): AlarmRow[] {
  const { warningAtMs, breachAtMs } = alarmTimes(version.calendar, row.openedMs, row.targetMinutes, row.dueMs);
  return [
    { inquiryId: row.id, kind: 'warning', atMs: warningAtMs },
    { inquiryId: row.id, kind: 'breach', atMs: breachAtMs },
  ];
}

/** Closed before and closed still: it keeps its version and its promise (spec sla, rule 9). */
export function keepsInquiry(inquiry: Inquiry, known: InquiryRow | undefined): known is InquiryRow {
  return known !== undefined && known.status !== 'open' && inquiry.status !== 'open';
}

/** The same of a case. */
export function keepsCase({ endedAtMs }: Case, known: ResolutionRow | undefined): known is ResolutionRow {
  return known !== undefined && known.endedMs !== null && endedAtMs !== null;
}

function placeOf(
  { id: conversationId, channelId, buyerId }: ServedConversation,
  { openingMessageId, openedAtMs }: { openingMessageId: string; openedAtMs: number },
  knownId: string | undefined,
) {
  return { id: knownId ?? newId(), conversationId, channelId, buyerId, openingMessageId, openedMs: openedAtMs };
}
