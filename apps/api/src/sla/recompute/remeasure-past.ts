import { remeasureInquiry, responseTargetMinutes, type SlaPolicy } from '@dangol/crm';
import type { SlaVersion } from '../sla-settings.ts';
import type { PastInquiry, StoredRemeasured } from './past-inquiries.query.ts';

/** What measuring some past inquiries anew changes. */
export interface RemeasuredPast {
  readonly inquiries: number;
  readonly movedDue: number;
  readonly becomeMissed: number;
  readonly becomeMet: number;
  /** Those that differ, in the order of the inquiries, beside what they were. */
  readonly differing: readonly { readonly before: PastInquiry; readonly after: StoredRemeasured }[];
}

/** A channel as measured now. */
export interface ChannelVersion {
  readonly platform: string;
  readonly version: SlaVersion;
}

/**
 * Measures ended inquiries by the hours and targets that stand for their channels. One that was promised under the very policy
 * that stands keeps its promise: a buyer's grade may have changed since, and that is no other rule.
 */
export function remeasurePast(
  inquiries: readonly PastInquiry[],
  channels: ReadonlyMap<string, ChannelVersion>,
): RemeasuredPast {
  const differing: { before: PastInquiry; after: StoredRemeasured }[] = [];
  let movedDue = 0;
  let becomeMissed = 0;
  let becomeMet = 0;
  for (const before of inquiries) {
    const { platform, version } = channels.get(before.channelId)!;
    const promised =
      before.policyId === version.policyId ? before.targetMinutes : promise(version.policy, before, platform);
    const after = remeasureInquiry(before, version.calendar, promised);
    if (after.movesDue) movedDue += 1;
    if (after.becomes === 'missed') becomeMissed += 1;
    if (after.becomes === 'met') becomeMet += 1;
    if (!after.differs) continue;
    const { id, endedAtMs } = before;
    const { policyId, calendarId } = version;
    differing.push({ before, after: { ...after, id, endedAtMs, policyId, calendarId } });
  }
  return { inquiries: inquiries.length, movedDue, becomeMissed, becomeMet, differing };
}

/** How many deadlines and results move: what a preview is recognised by. */
export const countChanges = ({ movedDue, becomeMissed, becomeMet }: RemeasuredPast): number =>
  movedDue + becomeMissed + becomeMet;

const promise = (policy: SlaPolicy, { turn, channelId, grade, level }: PastInquiry, platform: string): number =>
  responseTargetMinutes(policy, turn, { channelId, platform, grade, level });
