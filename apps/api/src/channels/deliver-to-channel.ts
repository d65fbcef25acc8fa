import { Injectable } from '@nestjs/common';
import { ChannelsRepository, type ChannelEntity, type TenantContext } from '@dangol/db';
import { SecretBox } from '../platform/secrets/secret-box.ts';
import type {
  ChannelAdapter,
  ChannelEndpoint,
  ChannelHealth,
  DeliveryOutcome,
  OutgoingReply,
} from './channel-adapter.ts';
import { DemoAdapter } from './demo.adapter.ts';
import { MailThreads } from './mail/mail-threads.ts';
import { SmtpAdapter } from './mail/sending/smtp.adapter.ts';
import { fileAdapter, manualAdapter } from './one-way.adapter.ts';
import { WebhookAdapter } from './webhook.adapter.ts';

/** A channel that does not answer within this time has not accepted the reply. */
const PATIENCE_MS = 10_000;
/** With files it takes longer to send it; and mail servers let a sender wait on purpose. */
const LONG_PATIENCE_MS = 60_000;

/** Hands a reply to the adapter of the channel's kind. */
@Injectable()
export class DeliverToChannel {
  private readonly adapters: Record<ChannelEntity['kind'], ChannelAdapter>;

  constructor(
    private readonly channels: ChannelsRepository,
    private readonly secrets: SecretBox,
    private readonly mailThreads: MailThreads,
    webhook: WebhookAdapter,
    demo: DemoAdapter,
    email: SmtpAdapter,
  ) {
    this.adapters = { webhook, demo, file: fileAdapter, manual: manualAdapter, email };
  }

  async execute(ctx: TenantContext, channelId: string, reply: Omit<OutgoingReply, 'mail'>): Promise<DeliveryOutcome> {
    const channel = await this.channels.getById(ctx, channelId);
    if (channel.status === 'paused') return { accepted: false, retry: true, problem: 'The channel is paused.' };
    const isSlow = reply.files.length > 0 || channel.kind === 'email';
    const patience = AbortSignal.timeout(isSlow ? LONG_PATIENCE_MS : PATIENCE_MS);
    const mail = channel.kind === 'email' ? await this.mailThreads.outgoing(ctx, reply) : null;
    const outgoing = { ...reply, mail };
    const outcome = await this.adapters[channel.kind].deliver(outgoing, this.endpoint(ctx, channel), patience);
    if (outcome.accepted && mail) await this.mailThreads.sent(ctx, outgoing);
    return outcome;
  }

  /** Tries the other side without sending anything. */
  async check(ctx: TenantContext, channelId: string): Promise<ChannelHealth> {
    const channel = await this.channels.getById(ctx, channelId);
    return this.adapters[channel.kind].check(this.endpoint(ctx, channel), AbortSignal.timeout(PATIENCE_MS));
  }

  private endpoint(ctx: TenantContext, channel: ChannelEntity): ChannelEndpoint {
    return {
      workspaceId: ctx.workspaceId,
      channelId: channel.id,
      name: channel.name,
      deliveryUrl: channel.deliveryUrl,
      signingSecret: this.secrets.open(channel.signingSecret),
      mail: channel.mail,
      mailPassword: channel.mailPassword && this.secrets.open(channel.mailPassword),
    };
  }
}
