import { Injectable } from '@nestjs/common';
import { followCases } from '@dangol/crm';
import type { TenantContext } from '@dangol/db';
import { SlaSettings, type SlaVersion } from '../sla-settings.ts';
import type { ConversationLog, ReadLogs } from './conversation-logs.query.ts';
import { alarmRows, inquiryRow, keepsCase, keepsInquiry, resolutionRow } from './plan-inquiries.ts';
import type { ServedConversation } from './served-conversations.query.ts';
import type { ClockChanges } from './store-clocks.query.ts';
import { sameRow, type InquiryRow } from './stored-clocks.ts';

/** A conversation whose clocks are to be derived; its log holds the decisions of this very transaction, too. */
export interface DerivedConversation {
  readonly served: ServedConversation;
  readonly log: ConversationLog;
}

/** Works out inquiries, cases, alarms and the place in the queue of conversations from their logs; writes nothing. */
@Injectable()
export class DeriveClocks {
  constructor(private readonly settings: SlaSettings) {}

  /** Adds to `changes` what is not stored so; answers the inquiries that are answered now and were not. */
  async derive(
    ctx: TenantContext,
    { served, log }: DerivedConversation,
    { stored }: ReadLogs,
    changes: ClockChanges,
    nowMs: number,
  ): Promise<InquiryRow[]> {
    const current = await this.settings.version(ctx, served.calendarId, served.policyId);
    const { inquiries, cases } = followCases(log.entries);
    const known = new Map(of(stored.inquiries, served.id).map((row) => [row.openingMessageId, row]));
    const answered: InquiryRow[] = [];
    let open: InquiryRow | null = null;
    for (const inquiry of inquiries) {
      const before = known.get(inquiry.openingMessageId);
      const version = keepsInquiry(inquiry, before) ? await this.versionOf(ctx, before) : current;
      const row = inquiryRow(served, log, inquiry, before, version, nowMs);
      if (!sameRow(row, before)) changes.inquiries.push(row);
      if (row.status === 'open') open = row;
      if (row.status === 'answered' && before?.status !== 'answered') answered.push(row);
      known.delete(inquiry.openingMessageId);
    }
    changes.goneInquiries.push(...[...known.values()].map(({ id }) => id)); // an earlier message arrived late and now opens it
    const knownCases = new Map(of(stored.resolutions, served.id).map((row) => [row.openingMessageId, row]));
    for (const measured of cases) {
      const before = knownCases.get(measured.openingMessageId);
      const version = keepsCase(measured, before) ? await this.versionOf(ctx, before) : current;
      const row = resolutionRow(served, measured, before, version);
      if (!sameRow(row, before)) changes.resolutions.push(row);
      knownCases.delete(measured.openingMessageId);
    }
    changes.goneResolutions.push(...[...knownCases.values()].map(({ id }) => id));
    this.setAlarms(served.id, open, stored, current, changes);
    changes.states.push({
      conversationId: served.id,
      status: open ? 'waiting' : (inquiries.at(-1)?.status ?? 'answered'),
      waitingSinceMs: open?.openedMs ?? null,
      dueMs: open?.dueMs ?? null,
    });
    return answered;
  }

  private setAlarms(
    conversationId: string,
    open: InquiryRow | null,
    stored: ReadLogs['stored'],
    version: SlaVersion,
    changes: ClockChanges,
  ): void {
    const ofConversation = new Set(of(stored.inquiries, conversationId).map(({ id }) => id));
    const rung = stored.alarms.filter(({ inquiryId }) => ofConversation.has(inquiryId));
    changes.quiet.push(...new Set(rung.map(({ inquiryId }) => inquiryId).filter((id) => id !== open?.id)));
    if (!open) return;
    for (const alarm of alarmRows(open, version)) {
      const before = rung.find(({ inquiryId, kind }) => inquiryId === alarm.inquiryId && kind === alarm.kind);
      if (!sameRow(alarm, before)) changes.alarms.push({ ...alarm, conversationId });
    }
  }

  private versionOf(ctx: TenantContext, { calendarId, policyId }: { calendarId: string; policyId: string }) {
    return this.settings.version(ctx, calendarId, policyId);
  }
}

const of = <Row extends { conversationId: string }>(rows: readonly Row[], conversationId: string): Row[] =>
  rows.filter((row) => row.conversationId === conversationId);
