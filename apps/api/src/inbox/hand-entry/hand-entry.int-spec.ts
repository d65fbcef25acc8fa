import { BuyerContactsRepository, BuyersRepository, ChannelsRepository, isRefused, newId } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { ChannelPlatform, SaveChannelUseCase } from '../../channels/index.ts';
import { memberContext } from '../../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { SendReplyUseCase } from '../send-reply.use-case.ts';
import type { RecordInquiryInput } from './hand-entry.model.ts';
import { LogCallUseCase } from './log-call.use-case.ts';
import { RecordInquiryUseCase } from './record-inquiry.use-case.ts';

const SAID = new Date('2026-03-02T01:00:00Z'); // Monday 10:00 in Seoul
const NOW = '2026-03-02T03:00:00Z';

describe('what is written down by hand', () => {
  let wired: WiredFeatures;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
  let channelId: string;
  let pairs = 0;
  beforeAll(async () => {
    wired = await wireFeatures(NOW);
  });
  afterAll(() => wired.close());
  beforeEach(async () => {
    wired.clock.set(NOW);
    ({ a, b } = await seedTwoWorkspaces(wired.db, `-${(pairs += 1)}`));
    channelId = newId();
    await wired
      .get(SaveChannelUseCase)
      .createManual(memberContext(a), { id: channelId, name: 'Phone', platform: ChannelPlatform.PHONE });
  });

  const record = (fields: Partial<RecordInquiryInput> = {}, ctx = memberContext(a)) =>
    wired.get(RecordInquiryUseCase).execute(ctx, {
      id: newId(),
      channelId,
      name: 'Ann',
      company: 'Lumo Kft',
      email: 'ann@lumo.example',
      at: SAID,
      text: 'Can you make 500 pieces?',
      ...fields,
    });
  const recorded = async (fields: Partial<RecordInquiryInput> = {}): Promise<string> => {
    const outcome = await record(fields);
    if (isRefused(outcome)) throw new Error(outcome.refusal.message);
    return outcome.conversationId;
  };
  const refusedField = async (fields: Partial<RecordInquiryInput>) => {
    const outcome = await record(fields);
    return isRefused(outcome) ? outcome.refusal : null;
  };
  const inquiryOf = async (conversationId: string) =>
    (
      await wired.db.database.query<{ status: string; opened_at: Date; ended_at: Date | null; buyer_id: string }>(
        a,
        `select status, opened_at, ended_at, buyer_id from inquiries where workspace_id = $1 and conversation_id = $2`,
        [a.workspaceId, conversationId],
      )
    )[0]!;
  const count = async (table: 'buyers' | 'messages' | 'conversations') =>
    (
      await wired.db.database.query<{ n: number }>(
        a,
        `select count(*)::int as n from ${table} where workspace_id = $1`,
        [a.workspaceId],
      )
    )[0]!.n;

  it('becomes an inquiry whose clock runs from the time it was said', async () => {
    const inquiry = await inquiryOf(await recorded());
    expect(inquiry).toMatchObject({ status: 'open', opened_at: SAID });
    const buyer = await wired.get(BuyersRepository).getById(a, inquiry.buyer_id);
    expect(buyer).toMatchObject({ name: 'Ann', company: 'Lumo Kft' });
    const [channel] = await wired.get(ChannelsRepository).find(a, { id: channelId });
    expect(channel!.lastReceivedAt).toEqual(new Date(NOW));
  });

  it('is one entry however often it is sent, also at once', async () => {
    const id = newId();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => record({ id })));
    expect(new Set(outcomes.map((outcome) => (isRefused(outcome) ? 'refused' : outcome.conversationId))).size).toBe(1);
    const buyers = await count('buyers');
    await recorded({ id, text: 'other words' });
    expect(await count('buyers')).toBe(buyers);
  });

  it('finds the buyer by e-mail, by phone in any writing, or by id, before making one', async () => {
    const first = (await inquiryOf(await recorded({ phone: '+36 1 234 5678' }))).buyer_id;
    expect((await inquiryOf(await recorded({ name: 'A. N.', email: ' ANN@lumo.example ' }))).buyer_id).toBe(first);
    const byPhone = { name: null, company: null, email: null, phone: '0036-1-2345678' };
    expect((await inquiryOf(await recorded(byPhone))).buyer_id).toBe(first);
    expect((await inquiryOf(await recorded({ buyerId: a.buyerId, email: null }))).buyer_id).toBe(a.buyerId);
    expect((await inquiryOf(await recorded({ email: 'other@lumo.example' }))).buyer_id).not.toBe(first);
  });

  it("never finds another workspace's buyer or channel", async () => {
    expect(await record({ buyerId: b.buyerId })).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await record({}, memberContext(b))).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await record({ channelId: a.channelId })).toMatchObject({ refusal: { code: 'NOT_FOUND' } }); // a webhook
  });

  it('refuses what contradicts itself, names the field, and stores nothing', async () => {
    const [buyers, messages] = [await count('buyers'), await count('messages')];
    expect(await refusedField({ at: new Date('2026-03-02T03:00:01Z') })).toMatchObject({ field: 'at' });
    expect(await refusedField({ email: 'nobody' })).toMatchObject({ field: 'email' });
    expect(await refusedField({ phone: '123' })).toMatchObject({ field: 'phone' });
    expect(await refusedField({ country: 'XX' })).toMatchObject({ field: 'country' });
    expect(await refusedField({ name: ' ', company: null, email: null })).toMatchObject({ field: 'name' });
    expect([await count('buyers'), await count('messages')]).toEqual([buyers, messages]);
  });

  it('of who sees only their own buyers makes them their own, and leaves those of colleagues alone', async () => {
    const own = { ...memberContext(a, 'viewer'), ownRecordsOnly: true };
    const made = await record({ email: 'new@lumo.example' }, own);
    if (isRefused(made)) throw new Error('refused');
    const { buyer_id: buyerId } = await inquiryOf(made.conversationId);
    expect((await wired.get(BuyersRepository).getById(a, buyerId)).ownerId).toBe(a.viewerId);
    await wired.db.unitOfWork.run(a, async () => {
      await wired.get(BuyersRepository).update(a, a.buyerId, { ownerId: a.ownerId });
      await wired
        .get(BuyerContactsRepository)
        .insert(a, { id: newId(), buyerId: a.buyerId, email: 'theirs@lumo.example', createdAt: SAID });
    });
    expect(await record({ email: 'theirs@lumo.example' }, own)).toMatchObject({ refusal: { field: 'email' } });
  });

  it('cannot be answered by a message; a logged call answers it at the time of the call', async () => {
    const conversationId = await recorded();
    const reply = { id: newId(), conversationId, text: 'Yes', revision: 1, overrideMoved: false };
    expect(await wired.get(SendReplyUseCase).send(memberContext(a), reply)).toMatchObject({
      refusal: { code: 'CHANNEL_CANNOT_SEND', message: expect.stringContaining('call') as string },
    });
    const at = new Date('2026-03-02T02:30:00Z');
    const call = { id: newId(), conversationId, at, text: 'Agreed on 500 pieces.' };
    const log = () => wired.get(LogCallUseCase).execute(memberContext(a), call);
    expect(await log()).toEqual({ messageId: call.id, conversationId });
    expect(await log()).toEqual({ messageId: call.id, conversationId });
    const { buyer_id: buyerId, ...inquiry } = await inquiryOf(conversationId);
    expect(inquiry).toEqual({ status: 'answered', opened_at: SAID, ended_at: at });
    expect((await wired.get(BuyersRepository).getById(a, buyerId)).lastContactAt).toEqual(at);
    const calls = await wired.db.database.query(
      a,
      `select verb from events where workspace_id = $1 and verb = 'call.logged'`,
      [a.workspaceId],
    );
    expect(calls).toHaveLength(1);
  });

  it('a call before the inquiry answers nothing; one in the future or of another workspace is refused', async () => {
    const conversationId = await recorded();
    const log = (at: string, ctx = memberContext(a)) =>
      wired.get(LogCallUseCase).execute(ctx, { id: newId(), conversationId, at: new Date(at), text: 'Hello' });
    await log('2026-03-02T00:59:59Z');
    expect(await inquiryOf(conversationId)).toMatchObject({ status: 'open' });
    expect(await log('2026-03-02T03:00:01Z')).toMatchObject({ refusal: { code: 'INVALID_ENTRY', field: 'at' } });
    expect(await log('2026-03-02T02:00:00Z', memberContext(b))).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await inquiryOf(conversationId)).toMatchObject({ status: 'open' });
  });
});
