import { Injectable } from '@nestjs/common';
import { isTimeZone, tidyExcludedSenders } from '@dangol/crm';
import {
  ChannelsRepository,
  EventLog,
  JobQueue,
  UnitOfWork,
  refuse,
  type ChannelEntity,
  type Refused,
  type RowPatch,
} from '@dangol/db';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { ChannelHours, DERIVE_CLOCKS } from '../sla/index.ts';
import { MOVE_DUE_TIMES } from '../workspaces/index.ts';
import { InvalidTimeZone, type AutoReplyInput, type ChannelRulesInput } from './channel-rules.model.ts';
import type { SavedChannel } from './save-channel.use-case.ts';

type Rules = Pick<ChannelEntity, 'ownHours' | 'platformZone' | 'meanTargetMinutes' | 'excludedSenders' | 'autoMode'>;

/** Saves what a channel promises, whom it leaves out, and what it answers by itself. */
@Injectable()
export class SaveChannelRulesUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly channels: ChannelsRepository,
    private readonly hours: ChannelHours,
    private readonly jobs: JobQueue,
    private readonly events: EventLog,
  ) {}

  /** Saving what stands already changes nothing and leaves no trace. */
  saveRules(
    ctx: RequestContext,
    input: ChannelRulesInput,
  ): Promise<SavedChannel | Refused<NotFound | InvalidTimeZone>> {
    return this.unitOfWork.run<SavedChannel | Refused<NotFound | InvalidTimeZone>>(ctx, async () => {
      const channel = await this.channels.findById(ctx, input.id, { lock: true });
      if (!channel) return refuse(new NotFound());
      if (input.platformZone && !isTimeZone(input.platformZone)) return refuse(new InvalidTimeZone(input.platformZone));
      const patch = changesOf(channel, input);
      const fields = Object.keys(patch);
      if (fields.length > 0) {
        await this.channels.update(ctx, channel.id, patch as RowPatch<ChannelEntity>);
        const { excludedSenders, ...values } = patch; // addresses are personal: the log keeps how many
        const excluded = excludedSenders && { excludedCount: excludedSenders.length };
        this.append(ctx, 'channel.rules_saved', channel.id, { fields, ...values, ...excluded });
        await this.followClocks(ctx, channel.id, patch);
      }
      return { channelId: channel.id, signingSecret: null };
    });
  }

  saveAutoReply(ctx: RequestContext, input: AutoReplyInput): Promise<SavedChannel | Refused<NotFound>> {
    return this.unitOfWork.run<SavedChannel | Refused<NotFound>>(ctx, async () => {
      const channel = await this.channels.findById(ctx, input.channelId, { lock: true });
      if (!channel) return refuse(new NotFound());
      const { enabled, onlyOutOfHours } = input;
      const texts = input.texts.map(({ language, text }) => ({ language, text: text.trim() }));
      const autoReply = { enabled, onlyOutOfHours, texts };
      if (JSON.stringify(autoReply) !== JSON.stringify(inOrder(channel.autoReply))) {
        await this.channels.update(ctx, channel.id, { autoReply });
        const languages = texts.map(({ language }) => language);
        this.append(ctx, 'channel.auto_reply_saved', channel.id, { enabled, onlyOutOfHours, languages });
      }
      return { channelId: channel.id, signingSecret: null };
    });
  }

  /** Own hours begin as a copy of the workspace's. Whatever was measured by the old rules is measured anew by jobs. */
  private async followClocks(ctx: RequestContext, channelId: string, patch: Partial<Rules>): Promise<void> {
    if (patch.ownHours) await this.hours.start(ctx, channelId);
    if (patch.ownHours !== undefined)
      await this.jobs.enqueue(ctx, { task: MOVE_DUE_TIMES, payload: {}, key: MOVE_DUE_TIMES });
    if (patch.platformZone !== undefined || patch.excludedSenders)
      await this.jobs.enqueue(ctx, { task: DERIVE_CLOCKS, payload: { channelId }, key: channelId });
  }

  private append(ctx: RequestContext, verb: string, channelId: string, data: Record<string, unknown>): void {
    this.events.append(ctx, { verb, subjectKind: 'channel', subjectId: channelId, data });
  }
}

/** The rules that the input sets otherwise than they stand. */
function changesOf(channel: Rules, input: ChannelRulesInput): Partial<Rules> {
  const wanted: Partial<Rules> = {
    ...(typeof input.ownHours === 'boolean' && { ownHours: input.ownHours }),
    ...(input.platformZone !== undefined && { platformZone: input.platformZone || null }),
    ...(typeof input.meanTargetMinutes === 'number' && { meanTargetMinutes: input.meanTargetMinutes }),
    ...(input.excludedSenders && { excludedSenders: tidyExcludedSenders(input.excludedSenders) }),
    ...(typeof input.autoMode === 'boolean' && { autoMode: input.autoMode }),
  };
  const keys = Object.keys(wanted) as (keyof Rules)[];
  return Object.fromEntries(
    keys.flatMap((key) => (JSON.stringify(wanted[key]) === JSON.stringify(channel[key]) ? [] : [[key, wanted[key]]])),
  );
}

/** PostgreSQL keeps the keys of JSON in its own order. */
function inOrder(stored: ChannelEntity['autoReply']): ChannelEntity['autoReply'] {
  if (!stored) return null;
  const { enabled, onlyOutOfHours, texts } = stored;
  return { enabled, onlyOutOfHours, texts: texts.map(({ language, text }) => ({ language, text })) };
}
