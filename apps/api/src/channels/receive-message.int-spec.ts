import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { TEST_SECRET, armChannel, deliver, deliveryBody } from '../testing/inbound-deliveries.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { APPLY_INBOUND_MESSAGE } from './apply-inbound-message.task-name.ts';
import { encodeChannelKey } from './channel-key.ts';
import { ReceiveMessageUseCase } from './receive-message.use-case.ts';
import { SaveChannelUseCase } from './save-channel.use-case.ts';
import { signWebhook } from './webhook-signature.ts';

describe('receiving a message', () => {
  let wired: WiredFeatures;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
  beforeAll(async () => {
    wired = await wireFeatures('2026-03-02T01:00:05Z');
    ({ a, b } = await seedTwoWorkspaces(wired.db));
    await armChannel(wired, a);
    await armChannel(wired, b);
  });
  afterAll(() => wired.close());

  const rowsOf = (workspace: SeededWorkspace, externalId: string) =>
    wired.db.database.query<{ status: string; problem_code: string | null }>(
      workspace,
      `select status, problem_code from inbound_messages where workspace_id = $1 and external_id = $2`,
      [workspace.workspaceId, externalId],
    );

  it('stores it raw and asks the worker to apply it, in one transaction', async () => {
    const received = await deliver(wired, a, deliveryBody({ externalId: 'first' }));
    expect(received.status).toBe('accepted');
    expect(await rowsOf(a, 'first')).toEqual([{ status: 'pending', problem_code: null }]);
    const jobs = await wired.waitingJobs(APPLY_INBOUND_MESSAGE);
    expect(jobs).toContainEqual({ workspaceId: a.workspaceId, ids: [received.id] });
  });

  it('ten at once are one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => deliver(wired, a, deliveryBody({ externalId: 'ten' }))),
    );
    expect(answers.filter(({ status }) => status === 'accepted')).toHaveLength(1);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await rowsOf(a, 'ten')).toHaveLength(1);
  });

  it('the same JSON in another key order is the same; other content is refused and the first kept', async () => {
    const body = deliveryBody({ externalId: 'same' });
    const { id } = await deliver(wired, a, body);
    const reordered = Object.fromEntries(Object.entries(body).toReversed());
    expect(await deliver(wired, a, reordered)).toEqual({ id, status: 'duplicate' });
    await expect(deliver(wired, a, { ...body, text: 'other' })).rejects.toMatchObject({
      httpStatus: 409,
      code: 'CONTENT_CHANGED',
    });
  });

  it('the same id in another workspace is another message', async () => {
    await deliver(wired, a, deliveryBody({ externalId: 'shared' }));
    expect((await deliver(wired, b, deliveryBody({ externalId: 'shared' }))).status).toBe('accepted');
  });

  it('a signed body without a sender is refused with its field and kept for a person', async () => {
    const body = { ...deliveryBody({ externalId: 'no-sender' }), sender: undefined };
    const attempt = () => deliver(wired, a, body);
    await expect(attempt()).rejects.toMatchObject({
      httpStatus: 400,
      code: 'INVALID_BODY',
      fields: [{ path: 'sender' }],
    });
    await expect(attempt()).rejects.toMatchObject({ httpStatus: 400 });
    const kept = await wired.db.database.query<{ problem_code: string; body: Buffer }>(
      a,
      `select problem_code, body from inbound_messages where workspace_id = $1 and status = 'rejected'`,
      [a.workspaceId],
    );
    expect(kept.map((row) => JSON.parse(row.body.toString()) as unknown)).toEqual([JSON.parse(JSON.stringify(body))]);
  });

  it('nothing is stored without a right signature, and an unknown channel is not told apart by its form', async () => {
    const raw = Buffer.from(JSON.stringify(deliveryBody({ externalId: 'forged' })));
    const timestamp = String(wired.clock.now().getTime() / 1000 - 5).split('.')[0]!;
    const key = encodeChannelKey({ workspaceId: a.workspaceId, channelId: a.channelId });
    const receive = (channelKey: string, secret: string, at = timestamp) =>
      wired
        .get(ReceiveMessageUseCase)
        .execute({ channelKey, timestamp: at, signature: signWebhook(secret, at, raw), raw });
    await expect(receive(key, 'wrong')).rejects.toMatchObject({ httpStatus: 401, code: 'SIGNATURE_MISMATCH' });
    await expect(receive(key, TEST_SECRET, '1700000000')).rejects.toMatchObject({
      httpStatus: 401,
      code: 'TIMESTAMP_OUT_OF_RANGE',
    });
    await expect(receive('nonsense', TEST_SECRET)).rejects.toMatchObject({ httpStatus: 404 });
    // The other workspace's channel id under this workspace finds nothing.
    const crossed = encodeChannelKey({ workspaceId: a.workspaceId, channelId: b.channelId });
    await expect(receive(crossed, TEST_SECRET)).rejects.toMatchObject({ httpStatus: 404, code: 'CHANNEL_NOT_FOUND' });
    expect(await rowsOf(a, 'forged')).toEqual([]);
  });

  it('a rotated secret stops the old one at once', async () => {
    const owner = { ...b, requestId: 't', member: { id: b.ownerId, name: 'o', role: 'owner' } };
    const saved = await wired.get(SaveChannelUseCase).rotateSecret(owner as never, b.channelId);
    expect(saved).toMatchObject({ signingSecret: expect.stringMatching(/^whsec_/) as string });
    await expect(deliver(wired, b, deliveryBody({ externalId: 'late' }))).rejects.toMatchObject({
      code: 'SIGNATURE_MISMATCH',
    });
  });
});
