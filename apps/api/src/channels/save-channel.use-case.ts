import { Injectable } from '@nestjs/common';
import { platformRules } from '@dangol/crm';
import {
  ChannelsRepository,
  EventLog,
  UnitOfWork,
  refuse,
  type ChannelEntity,
  type Refused,
  type RowPatch,
} from '@dangol/db';
import { randomBytes } from 'node:crypto';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { NameTaken } from '../platform/graphql/shared-refusals.ts';
import { SecretBox } from '../platform/secrets/secret-box.ts';
import {
  InvalidDeliveryUrl,
  type CreateChannelInput,
  type CreateManualChannelInput,
  type UpdateChannelInput,
} from './channel.model.ts';
import { OutboundAddresses } from './outbound-addresses.ts';

/** A stored channel, with its signing secret when that was just made. */
export interface SavedChannel {
  channelId: string;
  signingSecret: string | null;
}

export type SaveChannelOutcome = SavedChannel | Refused<NotFound | NameTaken | InvalidDeliveryUrl>;

/** Makes and changes channels. */
@Injectable()
export class SaveChannelUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly channels: ChannelsRepository,
    private readonly events: EventLog,
    private readonly secrets: SecretBox,
    private readonly addresses: OutboundAddresses,
    private readonly clock: Clock,
  ) {}

  async create(ctx: RequestContext, input: CreateChannelInput): Promise<SaveChannelOutcome> {
    const addressProblem = input.deliveryUrl ? await this.addresses.problemWith(input.deliveryUrl) : null;
    return this.unitOfWork.run<SaveChannelOutcome>(ctx, async () => {
      if (await this.channels.findById(ctx, input.id)) return { channelId: input.id, signingSecret: null };
      if (addressProblem) return refuse(new InvalidDeliveryUrl(addressProblem));
      if (await this.nameTaken(ctx, input.name)) return refuse(new NameTaken());
      return { channelId: input.id, signingSecret: await this.insert(ctx, 'webhook', input) };
    });
  }

  /** A channel of hand entry has no other side, so its secret opens nothing and is shown to nobody. */
  createManual(ctx: RequestContext, input: CreateManualChannelInput): Promise<SaveChannelOutcome> {
    return this.unitOfWork.run<SaveChannelOutcome>(ctx, async () => {
      if (await this.channels.findById(ctx, input.id)) return { channelId: input.id, signingSecret: null };
      if (await this.nameTaken(ctx, input.name)) return refuse(new NameTaken());
      await this.insert(ctx, 'manual', input);
      return { channelId: input.id, signingSecret: null };
    });
  }

  async update(ctx: RequestContext, input: UpdateChannelInput): Promise<SaveChannelOutcome> {
    const addressProblem = input.deliveryUrl ? await this.addresses.problemWith(input.deliveryUrl) : null;
    return this.unitOfWork.run<SaveChannelOutcome>(ctx, async () => {
      const channel = await this.channels.findById(ctx, input.id, { lock: true });
      if (!channel) return refuse(new NotFound());
      if (addressProblem) return refuse(new InvalidDeliveryUrl(addressProblem));
      const name = input.name?.trim();
      if (name && name !== channel.name && (await this.nameTaken(ctx, name))) return refuse(new NameTaken());
      const patch: RowPatch<ChannelEntity> = {
        ...(name && { name }),
        ...(input.deliveryUrl !== undefined && { deliveryUrl: input.deliveryUrl || null }),
        ...(typeof input.paused === 'boolean' && { status: input.paused ? 'paused' : 'active', statusDetail: null }),
      };
      if (Object.keys(patch).length > 0) {
        await this.channels.update(ctx, channel.id, patch);
        this.append(ctx, 'channel.changed', channel.id, { fields: Object.keys(patch) });
      }
      return { channelId: channel.id, signingSecret: null };
    });
  }

  /** Replaces the signing secret at once: deliveries signed with the old one are refused from then on. */
  rotateSecret(ctx: RequestContext, channelId: string): Promise<SaveChannelOutcome> {
    return this.unitOfWork.run<SaveChannelOutcome>(ctx, async () => {
      if (!(await this.channels.findById(ctx, channelId, { lock: true }))) return refuse(new NotFound());
      const signingSecret = makeSecret();
      await this.channels.update(ctx, channelId, { signingSecret: this.secrets.seal(signingSecret) });
      this.append(ctx, 'channel.secret_rotated', channelId);
      return { channelId, signingSecret };
    });
  }

  /** Answers the signing secret that was made. */
  private async insert(
    ctx: RequestContext,
    kind: ChannelEntity['kind'],
    { id, name, platform, deliveryUrl }: Pick<CreateChannelInput, 'id' | 'name' | 'platform' | 'deliveryUrl'>,
  ): Promise<string> {
    const signingSecret = makeSecret();
    await this.channels.insert(ctx, {
      id,
      name: name.trim(),
      kind,
      platform,
      signingSecret: this.secrets.seal(signingSecret),
      deliveryUrl: deliveryUrl ?? null,
      createdAt: this.clock.now(),
      ...platformRules(platform),
    });
    this.append(ctx, 'channel.created', id, { kind });
    return signingSecret;
  }

  private async nameTaken(ctx: RequestContext, name: string): Promise<boolean> {
    return (await this.channels.find(ctx, { name: name.trim() }, { limit: 1 })).length > 0;
  }

  private append(ctx: RequestContext, verb: string, channelId: string, data: Record<string, unknown> = {}): void {
    this.events.append(ctx, { verb, subjectKind: 'channel', subjectId: channelId, data });
  }
}

function makeSecret(): string {
  return `whsec_${randomBytes(32).toString('base64url')}`;
}
