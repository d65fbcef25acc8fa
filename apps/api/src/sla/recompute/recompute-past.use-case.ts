import { Injectable } from '@nestjs/common';
import {
  EventLog,
  TenantDatabase,
  UnitOfWork,
  refuse,
  wholeWorkspace,
  type Refused,
  type TenantContext,
} from '@dangol/db';
import { SlaSettings } from '../sla-settings.ts';
import {
  queryMeasuredChannels,
  queryNamesOfInquiries,
  queryPastInquiries,
  storeRemeasured,
} from './past-inquiries.query.ts';
import { PastMoved, PastRecomputed, RecomputationPreview, type RecomputePastInput } from './recomputation.model.ts';
import { countChanges, remeasurePast, type ChannelVersion, type RemeasuredPast } from './remeasure-past.ts';

/** As many as a person can look through. */
const SHOWN = 200;
/** Rows of one statement. */
const CHUNK = 10_000;

/** Measures the past anew by the hours and targets that stand: never by itself, always shown before and named in the log after. */
@Injectable()
export class RecomputePastUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly settings: SlaSettings,
    private readonly events: EventLog,
  ) {}

  /** What it would change. */
  async preview(caller: TenantContext, from: string, to: string): Promise<RecomputationPreview> {
    const ctx = wholeWorkspace(caller); // results are everybody's, whatever the caller may look at
    const { differing, ...counts } = await this.remeasure(ctx, from, to);
    const shown = differing.filter(({ after }) => after.movesDue || after.becomes !== null).slice(0, SHOWN);
    const ids = shown.map(({ before }) => before.id);
    const names = await queryNamesOfInquiries(this.database, ctx, ids);
    const changes = shown.map(({ before, after }) => ({
      ...names.get(before.id)!,
      openedAt: new Date(before.openedAtMs),
      dueBefore: new Date(before.dueAtMs),
      dueAfter: new Date(after.dueAtMs),
      metBefore: before.met,
      metAfter: after.met,
    }));
    return Object.assign(new RecomputationPreview(), { from, to, ...counts, changes });
  }

  execute(caller: TenantContext, input: RecomputePastInput): Promise<PastRecomputed | Refused<PastMoved>> {
    const ctx = wholeWorkspace(caller);
    return this.unitOfWork.run<PastRecomputed | Refused<PastMoved>>(ctx, async () => {
      const { from, to, reason } = input;
      const past = await this.remeasure(ctx, from, to);
      if (countChanges(past) !== input.expectedChanges) return refuse(new PastMoved(countChanges(past)));
      const rows = past.differing.map(({ after }) => after);
      let changed = 0;
      for (let start = 0; start < rows.length; start += CHUNK)
        changed += await storeRemeasured(this.database, ctx, rows.slice(start, start + CHUNK));
      const { inquiries, movedDue, becomeMissed, becomeMet } = past;
      this.events.append(ctx, {
        verb: 'past.recomputed',
        subjectKind: 'workspace',
        subjectId: ctx.workspaceId,
        data: { from, to, reason, inquiries, changed, movedDue, becomeMissed, becomeMet },
      });
      return Object.assign(new PastRecomputed(), { inquiries, changed });
    });
  }

  private async remeasure(ctx: TenantContext, from: string, to: string): Promise<RemeasuredPast> {
    const { policyId } = await this.settings.current(ctx);
    const channels = new Map<string, ChannelVersion>();
    for (const { id, platform, calendarId } of await queryMeasuredChannels(this.database, ctx))
      channels.set(id, { platform, version: await this.settings.version(ctx, calendarId, policyId) });
    return remeasurePast(await queryPastInquiries(this.database, ctx, from, to), channels);
  }
}
