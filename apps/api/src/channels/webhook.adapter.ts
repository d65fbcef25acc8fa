import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import type { ChannelAdapter, ChannelEndpoint, DeliveryOutcome, OutgoingReply } from './channel-adapter.ts';
import { OutboundAddresses } from './outbound-addresses.ts';
import { signWebhook } from './webhook-signature.ts';

/** A channel that does not answer within this time has not accepted the reply. */
const TIMEOUT_MS = 10_000;
/** With files it takes longer to send it. */
const TIMEOUT_WITH_FILES_MS = 60_000;

/** Posts a reply to the channel's delivery address, signed as inbound messages are. */
@Injectable()
export class WebhookAdapter implements ChannelAdapter {
  constructor(
    private readonly clock: Clock,
    private readonly addresses: OutboundAddresses,
  ) {}

  async deliver(reply: OutgoingReply, channel: ChannelEndpoint): Promise<DeliveryOutcome> {
    if (!channel.deliveryUrl)
      return { accepted: false, retry: false, problem: 'This channel has no delivery address.' };
    const refused = await this.addresses.problemWith(channel.deliveryUrl);
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
    const timeoutMs = reply.files.length > 0 ? TIMEOUT_WITH_FILES_MS : TIMEOUT_MS;
    const timestamp = String(Math.floor(this.clock.now().getTime() / 1000));
    try {
      const response = await fetch(channel.deliveryUrl, {
        method: 'POST',
        redirect: 'error', // a redirect could lead to an address that was never checked
        signal: AbortSignal.timeout(timeoutMs),
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
    } catch (error) {
      const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
      return {
        accepted: false,
        retry: true,
        problem: timedOut
          ? `The channel did not answer within ${timeoutMs / 1000} s.`
          : 'The channel could not be reached.',
      };
    }
  }
}
