import { ChannelsRepository, type TenantContext } from '@dangol/db';
import type { SeededWorkspace } from '@dangol/db/testing';
import { encodeChannelKey } from '../channels/channel-key.ts';
import type { InboundMessageBody } from '../channels/inbound-message.schema.ts';
import { ReceiveMessageUseCase, type ReceivedMessage } from '../channels/receive-message.use-case.ts';
import { signWebhook } from '../channels/webhook-signature.ts';
import { ApplyInboundMessageJob } from '../inbox/apply-inbound-message.job.ts';
import type { WiredFeatures } from './wired-features.ts';

/** Signing secret that tests give to a channel. */
export const TEST_SECRET = 'whsec_test';

/** Fields of a delivery that a test cares about. */
export type DeliveryFields = Partial<InboundMessageBody> & { externalId: string };

/** A complete body around the given fields. */
export function deliveryBody({ externalId, ...fields }: DeliveryFields): Record<string, unknown> {
  return {
    externalId,
    sentAt: '2026-03-02T01:00:00Z',
    conversation: { externalId: 'thread-new' },
    sender: { externalId: 'sender-new', name: 'Lumo Kft', country: 'HU', platformLevel: 'L2' },
    text: 'Hello, what is your MOQ?',
    ...fields,
  };
}

/** Gives the seeded channel a secret that the test knows. */
export async function armChannel(wired: WiredFeatures, workspace: SeededWorkspace): Promise<void> {
  const ctx: TenantContext = workspace;
  await wired.db.unitOfWork.run(ctx, () =>
    wired.get(ChannelsRepository).update(ctx, workspace.channelId, { signingSecret: wired.secrets.seal(TEST_SECRET) }),
  );
}

/** Delivers a body to the seeded channel, signed at the clock's now. */
export function deliver(wired: WiredFeatures, workspace: SeededWorkspace, body: unknown): Promise<ReceivedMessage> {
  const raw = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  const timestamp = String(Math.floor(wired.clock.now().getTime() / 1000));
  return wired.get(ReceiveMessageUseCase).execute({
    channelKey: encodeChannelKey({ workspaceId: workspace.workspaceId, channelId: workspace.channelId }),
    timestamp,
    signature: signWebhook(TEST_SECRET, timestamp, raw),
    raw,
  });
}

/** Delivers and applies, as the worker would. */
export async function deliverAndApply(
  wired: WiredFeatures,
  workspace: SeededWorkspace,
  body: unknown,
): Promise<string> {
  const { id } = await deliver(wired, workspace, body);
  await apply(wired, workspace, id);
  return id;
}

/** Applies one raw message, as the worker would. */
export function apply(
  wired: WiredFeatures,
  workspace: SeededWorkspace,
  id: string,
  lastAttempt = false,
): Promise<void> {
  return wired
    .get(ApplyInboundMessageJob)
    .run({ workspaceId: workspace.workspaceId, id }, { id: '1', attempt: 1, lastAttempt });
}
