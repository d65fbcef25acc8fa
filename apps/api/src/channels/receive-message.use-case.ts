import { Injectable } from '@nestjs/common';
import {
  ChannelsRepository,
  InboundMessagesRepository,
  JobQueue,
  TenantDatabase,
  UnitOfWork,
  newId,
  type TenantContext,
} from '@dangol/db';
import { createHash } from 'node:crypto';
import { Clock } from '../platform/clock/clock.ts';
import { SecretBox } from '../platform/secrets/secret-box.ts';
import { APPLY_INBOUND_MESSAGE } from './apply-inbound-message.task-name.ts';
import { decodeChannelKey } from './channel-key.ts';
import { DeliveryBatches } from './delivery-batches.ts';
import { parseInboundMessage, type InboundMessageBody } from './inbound-message.schema.ts';
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

type Outcome = ReceivedMessage | DeliveryRefused;
type NewDelivery = Delivery & { readonly body: InboundMessageBody; readonly contentHash: Buffer; readonly id: string };

/**
 * Takes deliveries in: verified, stored raw under (workspace, channel, external id), answered once they are on disk. The worker
 * applies them later, those of one transaction together. A signed delivery that cannot be understood is refused and kept as an
 * exception that a person sees.
 */
@Injectable()
export class ReceiveMessageUseCase {
  private readonly batches = new DeliveryBatches<Delivery, Outcome>((key, deliveries) => this.receive(key, deliveries));

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly channels: ChannelsRepository,
    private readonly inbound: InboundMessagesRepository,
    private readonly jobs: JobQueue,
    private readonly secrets: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** @throws DeliveryRefused 404 CHANNEL_NOT_FOUND, 401 with the signature problem, 400 INVALID_JSON / INVALID_BODY, 409 CONTENT_CHANGED, 423 CHANNEL_PAUSED */
  async execute(delivery: Delivery): Promise<ReceivedMessage> {
    if (!decodeChannelKey(delivery.channelKey)) throw unknownChannel();
    const outcome = await this.batches.add(delivery.channelKey, delivery, delivery.raw.length);
    if (outcome instanceof DeliveryRefused) throw outcome; // thrown after the commit: the exception entry is kept
    return outcome;
  }

  private receive(channelKey: string, deliveries: readonly Delivery[]): Promise<Outcome[]> {
    const { workspaceId, channelId } = decodeChannelKey(channelKey)!;
    const ctx: TenantContext = { workspaceId, actor: { kind: 'channel', id: channelId } };
    return this.unitOfWork.run(ctx, () => this.store(ctx, channelId, deliveries));
  }

  private async store(ctx: TenantContext, channelId: string, deliveries: readonly Delivery[]): Promise<Outcome[]> {
    const now = this.clock.now();
    const channel = await this.channels.findById(ctx, channelId);
    if (!channel) return deliveries.map(unknownChannel);
    const secret = this.secrets.open(channel.signingSecret);
    const outcomes: Outcome[] = [];
    const taken = new Map<number, NewDelivery>();
    for (const [index, delivery] of deliveries.entries()) {
      const refused = refusalOf(channel, secret, delivery, now);
      const parsed = refused ? null : parseInboundMessage(delivery.raw);
      if (parsed?.ok) taken.set(index, { ...delivery, ...parsed, id: newId() });
      else if (parsed) {
        await this.keepRejected(ctx, channelId, delivery.raw, parsed, now);
        outcomes[index] = new DeliveryRefused(400, parsed.code, parsed.message, parsed.fields);
      } else outcomes[index] = refused!;
    }
    const answers = await this.insert(ctx, channelId, [...taken.values()], now);
    for (const [place, index] of [...taken.keys()].entries()) outcomes[index] = answers[place]!;
    return outcomes;
  }

  /** One statement for all, in the order of their ids, so that two transactions with the same deliveries do not block each other. */
  private async insert(
    ctx: TenantContext,
    channelId: string,
    deliveries: readonly NewDelivery[],
    now: Date,
  ): Promise<Outcome[]> {
    if (deliveries.length === 0) return [];
    const inserted = await this.database.query<{ id: string }>(
      ctx,
      `insert into inbound_messages (workspace_id, id, channel_id, external_id, body, content_hash, received_at, status)
       select $1, d.id, $2, d.external_id, d.body, d.content_hash, $7, 'pending'
       from unnest($3::uuid[], $4::text[], $5::bytea[], $6::bytea[]) as d (id, external_id, body, content_hash) order by d.external_id, d.id
       on conflict (workspace_id, channel_id, external_id) do nothing returning id`,
      [
        ctx.workspaceId,
        channelId,
        deliveries.map(({ id }) => id),
        deliveries.map(({ body }) => body.externalId),
        deliveries.map(({ raw }) => raw),
        deliveries.map(({ contentHash }) => contentHash),
        now,
      ],
      { name: 'receive-deliveries' },
    );
    const fresh = new Set(inserted.map(({ id }) => id));
    const ids = deliveries.flatMap(({ id }) => (fresh.has(id) ? [id] : []));
    if (ids.length > 0)
      await this.jobs.enqueue(ctx, { task: APPLY_INBOUND_MESSAGE, payload: { ids }, key: `inbound:${ids[0]}` });
    const known = await this.known(
      ctx,
      channelId,
      deliveries.filter(({ id }) => !fresh.has(id)),
    );
    return deliveries.map(({ id, body, contentHash }) => {
      if (fresh.has(id)) return { id, status: 'accepted' };
      const first = known.get(body.externalId);
      if (first?.contentHash.equals(contentHash)) return { id: first.id, status: 'duplicate' };
      return new DeliveryRefused(
        409,
        'CONTENT_CHANGED',
        `Message ${body.externalId} is known with other content; the first one was kept.`,
      );
    });
  }

  private async known(
    ctx: TenantContext,
    channelId: string,
    deliveries: readonly NewDelivery[],
  ): Promise<Map<string, { id: string; contentHash: Buffer }>> {
    if (deliveries.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; externalId: string; contentHash: Buffer }>(
      ctx,
      `select id, external_id as "externalId", content_hash as "contentHash" from inbound_messages
       where workspace_id = $1 and channel_id = $2 and external_id = any ($3::text[])`,
      [ctx.workspaceId, channelId, deliveries.map(({ body }) => body.externalId)],
      { name: 'known-deliveries' },
    );
    return new Map(rows.map((row) => [row.externalId, row]));
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

function refusalOf(
  { status }: { readonly status: string },
  secret: string,
  delivery: Delivery,
  now: Date,
): DeliveryRefused | null {
  const problem = checkWebhookSignature(secret, delivery, delivery.raw, now);
  if (problem) return new DeliveryRefused(401, problem, SIGNATURE_MESSAGES[problem]);
  if (status !== 'paused') return null;
  return new DeliveryRefused(423, 'CHANNEL_PAUSED', 'This channel is paused; nothing was stored. Send it again later.');
}

function unknownChannel(): DeliveryRefused {
  return new DeliveryRefused(404, 'CHANNEL_NOT_FOUND', 'No channel has this address.');
}
