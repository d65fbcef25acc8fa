import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import type {
  ChannelAdapter,
  ChannelEndpoint,
  ChannelHealth,
  DeliveryOutcome,
  OutgoingReply,
} from './channel-adapter.ts';
import { OutboundAddresses } from './outbound-addresses.ts';
import { signWebhook } from './webhook-signature.ts';

/** Posts a reply to the channel's delivery address, signed as inbound messages are. */
@Injectable()
export class WebhookAdapter implements ChannelAdapter {
  constructor(
    private readonly clock: Clock,
    private readonly addresses: OutboundAddresses,
  ) {}

  async deliver(reply: OutgoingReply, channel: ChannelEndpoint, signal: AbortSignal): Promise<DeliveryOutcome> {
    const refused = await this.problemWith(channel);
    if (refused) return { accepted: false, retry: false, problem: refused };
    const body = JSON.stringify({
      externalId: reply.id,
      sentAt: reply.sentAt.toISOString(),
      direction: 'outbound',
      conversation: { externalId: reply.conversationExternalId },
      recipient: { externalId: reply.recipientExternalId },
      author: { name: reply.authorName, automatic: reply.automatic },
      text: reply.text,
      ...(reply.files.length > 0 && { attachments: reply.files }),
    });
    const timestamp = String(Math.floor(this.clock.now().getTime() / 1000));
    try {
      const response = await fetch(channel.deliveryUrl!, {
        method: 'POST',
        redirect: 'error', // a redirect could lead to an address that was never checked
        signal,
        headers: {
          'content-type': 'application/json',
          'x-dangol-delivery': reply.id,
          'x-dangol-timestamp': timestamp,
          'x-dangol-signature': signWebhook(channel.signingSecret, timestamp, body),
        },
        body,
      });
      await response.body?.cancel();
      if (response.ok) return { accepted: true };
      const retry = response.status >= 500 || response.status === 408 || response.status === 429;
      return { accepted: false, retry, problem: `The channel answered ${response.status}.` };
    } catch {
      return {
        accepted: false,
        retry: true,
        problem: signal.aborted
          ? 'The channel did not answer within the time it has.'
          : 'The channel could not be reached.',
      };
    }
  }

  /** Any answer is a sign of life: nothing is known that could be asked without sending a reply. */
  async check(channel: ChannelEndpoint, signal: AbortSignal): Promise<ChannelHealth> {
    const refused = await this.problemWith(channel);
    if (refused) return { well: false, problem: refused };
    try {
      const response = await fetch(channel.deliveryUrl!, { method: 'HEAD', redirect: 'manual', signal });
      await response.body?.cancel();
      return { well: true };
    } catch {
      const problem = signal.aborted
        ? 'The channel did not answer within the time it has.'
        : 'The channel could not be reached.';
      return { well: false, problem };
    }
  }

  private async problemWith({ deliveryUrl }: ChannelEndpoint): Promise<string | null> {
    return deliveryUrl ? this.addresses.problemWith(deliveryUrl) : 'This channel has no delivery address.';
  }
}
