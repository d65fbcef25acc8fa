import { Injectable } from '@nestjs/common';
import {
  ChannelsRepository,
  InboundMessagesRepository,
  JobQueue,
  UnitOfWork,
  newId,
  type TenantContext,
} from '@dangol/db';
import { createHash } from 'node:crypto';
import { Clock } from '../platform/clock/clock.ts';
import { SecretBox } from '../platform/secrets/secret-box.ts';
import { APPLY_INBOUND_MESSAGE } from './apply-inbound-message.task-name.ts';
import { decodeChannelKey } from './channel-key.ts';
import { parseInboundMessage } from './inbound-message.schema.ts';
import { DeliveryRefused } from './delivery-refused.error.ts';
import { checkWebhookSignature, type SignatureProblem } from './webhook-signature.ts';

export interface Delivery {
  channelKey: string;
  timestamp: string | undefined;
  signature: string | undefined;
  raw: Buffer;
}

export interface ReceivedMessage {
  id: string;
  status: 'accepted' | 'duplicate';
}

const SIGNATURE_MESSAGES: Record<SignatureProblem, string> = {
  TIMESTAMP_MISSING: 'X-Dangol-Timestamp must be the Unix time in seconds.',
  TIMESTAMP_OUT_OF_RANGE: 'X-Dangol-Timestamp is more than 5 minutes away from our clock; sign each attempt anew.',
  SIGNATURE_MISSING: 'X-Dangol-Signature is missing.',
  SIGNATURE_MISMATCH: "X-Dangol-Signature does not match: v1=hex(HMAC-SHA256(secret, timestamp + '.' + raw body)).",
};

/**
 * Takes a delivery in: verified, stored raw under (workspace, channel, external id), answered at once. The worker applies it
 * later. A signed delivery that cannot be understood is refused and kept as an exception that a person sees.
 */
@Injectable()
export class ReceiveMessageUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly channels: ChannelsRepository,
    private readonly inbound: InboundMessagesRepository,
    private readonly jobs: JobQueue,
    private readonly secrets: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** @throws DeliveryRefused 404 CHANNEL_NOT_FOUND, 401 with the signature problem, 400 INVALID_JSON / INVALID_BODY, 409 CONTENT_CHANGED, 423 CHANNEL_PAUSED */
  async execute(delivery: Delivery): Promise<ReceivedMessage> {
    const address = decodeChannelKey(delivery.channelKey);
    if (!address) throw unknownChannel();
    const ctx: TenantContext = { workspaceId: address.workspaceId, actor: { kind: 'channel', id: address.channelId } };
    const outcome = await this.unitOfWork.run(ctx, () => this.store(ctx, address.channelId, delivery));
    if (outcome instanceof DeliveryRefused) throw outcome; // thrown after the commit: the exception entry is kept
    return outcome;
  }

  private async store(
    ctx: TenantContext,
    channelId: string,
    delivery: Delivery,
  ): Promise<ReceivedMessage | DeliveryRefused> {
    const now = this.clock.now();
    const channel = await this.channels.findById(ctx, channelId);
    if (!channel) return unknownChannel();
    const problem = checkWebhookSignature(this.secrets.open(channel.signingSecret), delivery, delivery.raw, now);
    if (problem) return new DeliveryRefused(401, problem, SIGNATURE_MESSAGES[problem]);
    if (channel.status === 'paused')
      return new DeliveryRefused(
        423,
        'CHANNEL_PAUSED',
        'This channel is paused; nothing was stored. Send it again later.',
      );

    const parsed = parseInboundMessage(delivery.raw);
    if (!parsed.ok) {
      await this.keepRejected(ctx, channelId, delivery.raw, parsed, now);
      return new DeliveryRefused(400, parsed.code, parsed.message, parsed.fields);
    }
    const row = {
      id: newId(),
      channelId,
      externalId: parsed.body.externalId,
      body: delivery.raw,
      contentHash: parsed.contentHash,
      receivedAt: now,
      status: 'pending' as const,
    };
    if (await this.inbound.insertIfNew(ctx, row, ['channelId', 'externalId'])) {
      await this.jobs.enqueue(ctx, {
        task: APPLY_INBOUND_MESSAGE,
        payload: { workspaceId: ctx.workspaceId, id: row.id },
        key: `inbound:${row.id}`,
      });
      return { id: row.id, status: 'accepted' };
    }
    const [known] = await this.inbound.find(ctx, { channelId, externalId: row.externalId }, { limit: 1 });
    if (known?.contentHash.equals(row.contentHash)) return { id: known.id, status: 'duplicate' };
    return new DeliveryRefused(
      409,
      'CONTENT_CHANGED',
      `Message ${row.externalId} is known with other content; the first one was kept.`,
    );
  }

  private async keepRejected(
    ctx: TenantContext,
    channelId: string,
    raw: Buffer,
    parsed: { code: string; message: string },
    now: Date,
  ): Promise<void> {
    const contentHash = createHash('sha256').update(raw).digest();
    const row = {
      id: newId(),
      channelId,
      externalId: `rejected:${contentHash.toString('hex')}`,
      body: raw,
      contentHash,
      receivedAt: now,
      status: 'rejected' as const,
      problemCode: parsed.code,
      problem: parsed.message,
    };
    await this.inbound.insertIfNew(ctx, row, ['channelId', 'externalId']);
  }
}

function unknownChannel(): DeliveryRefused {
  return new DeliveryRefused(404, 'CHANNEL_NOT_FOUND', 'No channel has this address.');
}
