import { Injectable } from '@nestjs/common';
import { ChannelsRepository, type ChannelEntity, type TenantContext } from '@dangol/db';
import { SecretBox } from '../platform/secrets/secret-box.ts';
import type { ChannelAdapter, DeliveryOutcome, OutgoingReply } from './channel-adapter.ts';
import { DemoAdapter } from './demo.adapter.ts';
import { WebhookAdapter } from './webhook.adapter.ts';

/** A channel of imported files leads nowhere. Replies to it are refused before they are queued; this is for one that was. */
const FROM_FILES: DeliveryOutcome = {
  accepted: false,
  retry: false,
  problem: 'The conversation came from a file; no reply can be sent there.',
};

/** Hands a reply to the adapter of the channel's kind. */
@Injectable()
export class DeliverToChannel {
  private readonly adapters: Record<ChannelEntity['kind'], ChannelAdapter>;

  constructor(
    private readonly channels: ChannelsRepository,
    private readonly secrets: SecretBox,
    webhook: WebhookAdapter,
    demo: DemoAdapter,
  ) {
    this.adapters = { webhook, demo, file: { deliver: () => Promise.resolve(FROM_FILES) } };
  }

  async execute(ctx: TenantContext, channelId: string, reply: OutgoingReply): Promise<DeliveryOutcome> {
    const channel = await this.channels.getById(ctx, channelId);
    if (channel.status === 'paused') return { accepted: false, retry: true, problem: 'The channel is paused.' };
    return this.adapters[channel.kind].deliver(reply, {
      deliveryUrl: channel.deliveryUrl,
      signingSecret: this.secrets.open(channel.signingSecret),
    });
  }
}
