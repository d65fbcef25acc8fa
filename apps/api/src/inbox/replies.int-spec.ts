import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  ChannelsRepository,
  ConversationsRepository,
  DraftsRepository,
  MessagesRepository,
  ReplyDraftsRepository,
  isRefused,
  newId,
} from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import type { RequestContext } from '../platform/context/request-context.ts';
import { armChannel } from '../testing/inbound-deliveries.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { ArrangeConversationUseCase } from './arrange-conversation.use-case.ts';
import { ChangeDeliveryUseCase } from './change-delivery.use-case.ts';
import { DELIVER_REPLY } from './deliver-reply.task-name.ts';
import { DeliverReplyJob } from './deliver-reply.job.ts';
import { EndInquiryUseCase } from './end-inquiry.use-case.ts';
import { SaveReplyDraftUseCase } from './save-reply-draft.use-case.ts';
import { SendReplyUseCase } from './send-reply.use-case.ts';

/** The other side: a channel's endpoint that answers what it is told and keeps what it got. */
class Endpoint {
  readonly received: { id: string; body: { text: string; externalId: string } }[] = [];
  answer = 200;
  private constructor(private readonly server: Server) {}

  static async start(): Promise<Endpoint> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (endpoint.answer === 200)
          endpoint.received.push({
            id: String(request.headers['x-dangol-delivery']),
            body: JSON.parse(Buffer.concat(chunks).toString()) as { text: string; externalId: string },
          });
        response.writeHead(endpoint.answer).end();
      });
    });
    const endpoint = new Endpoint(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return endpoint;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/replies`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

describe('replies', () => {
  let wired: WiredFeatures;
  let endpoint: Endpoint;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
  let pairs = 0;
  beforeAll(async () => {
    wired = await wireFeatures('2026-03-02T02:00:00Z');
  });
  afterAll(() => wired.close());
  beforeEach(async () => {
    wired.clock.set('2026-03-02T02:00:00Z');
    endpoint = await Endpoint.start();
    ({ a, b } = await seedTwoWorkspaces(wired.db, `-${(pairs += 1)}`));
    await armChannel(wired, a);
    await wired.db.unitOfWork.run(a, () =>
      wired.get(ChannelsRepository).update(a, a.channelId, { deliveryUrl: endpoint.url }),
    );
  });
  afterEach(() => endpoint.stop());

  const as = (workspace: SeededWorkspace, memberId = workspace.ownerId) =>
    ({
      ...workspace,
      actor: { kind: 'member', id: memberId },
      member: { id: memberId, name: 'owner', role: 'owner' },
    }) as unknown as RequestContext;
  const send = (fields: Partial<Parameters<SendReplyUseCase['send']>[1]> = {}, ctx = as(a)) =>
    wired.get(SendReplyUseCase).send(ctx, {
      id: newId(),
      conversationId: a.conversationId,
      text: 'Our MOQ is 300.',
      revision: 1,
      overrideMoved: false,
      ...fields,
    });
  const deliveryJobs = async () =>
    (await wired.waitingJobs(DELIVER_REPLY)).filter(({ workspaceId }) => workspaceId === a.workspaceId);
  const deliverNow = (messageId: string) => wired.get(DeliverReplyJob).run({ workspaceId: a.workspaceId, messageId });
  const conversation = () => wired.get(ConversationsRepository).getById(a, a.conversationId);
  const inquiry = async () =>
    (
      await wired.db.database.query<{
        status: string;
        met: boolean | null;
        ended_at: Date | null;
        first_response_member_id: string | null;
        end_reason: string | null;
      }>(
        a,
        `select status, met, ended_at, first_response_member_id, end_reason from inquiries where workspace_id = $1 and id = $2`,
        [a.workspaceId, a.inquiryId],
      )
    )[0]!;
  const sent = async (fields = {}) => {
    const outcome = await send(fields);
    if (isRefused(outcome)) throw new Error('refused');
    return outcome.messageId;
  };

  it('stops the clock when the channel accepts it, not before', async () => {
    const id = await sent();
    expect(await conversation()).toMatchObject({ status: 'waiting', pendingDelivery: 'queued', revision: 2 });
    expect(await inquiry()).toMatchObject({ status: 'open' });
    wired.clock.set('2026-03-02T02:00:10Z');
    await deliverNow(id);
    expect(endpoint.received).toEqual([
      { id, body: expect.objectContaining({ externalId: id, text: 'Our MOQ is 300.' }) as unknown },
    ]);
    expect(await conversation()).toMatchObject({ status: 'answered', pendingDelivery: null, dueAt: null });
    expect(await inquiry()).toMatchObject({
      status: 'answered',
      met: true,
      ended_at: new Date('2026-03-02T02:00:10Z'),
      first_response_member_id: a.ownerId,
    });
    await deliverNow(id); // run again by a queue that forgot
    expect(endpoint.received).toHaveLength(1);
  });

  it('waits for the undo window', async () => {
    const id = await sent();
    expect(await deliveryJobs()).toEqual([{ workspaceId: a.workspaceId, messageId: id }]);
    expect((await wired.get(MessagesRepository).getById(a, id)).deliverAt).toEqual(new Date('2026-03-02T02:00:10Z'));
  });

  it('the same id again is the same reply', async () => {
    const id = newId();
    await send({ id });
    await send({ id });
    const [row] = await wired.db.database.query<{ count: number }>(
      a,
      `select count(*)::int as count from messages where workspace_id = $1 and id = $2`,
      [a.workspaceId, id],
    );
    expect(row!.count).toBe(1);
    expect((await conversation()).revision).toBe(2);
  });

  it("a colleague's answer halts it and shows the difference; sent all the same on request; one's own does not halt", async () => {
    const first = await sent();
    const halted = await send({ revision: 1 }, as(a, a.viewerId));
    expect(halted).toMatchObject({ refusal: { code: 'THREAD_MOVED', revision: 2, newMessageIds: [first] } });
    expect(isRefused(await send({ revision: 2 }, as(a, a.viewerId)))).toBe(false);
    expect(isRefused(await send({ revision: 1, overrideMoved: true }, as(a, a.viewerId)))).toBe(false);
    expect((await send({ revision: 1 })) as unknown).toMatchObject({ refusal: { code: 'THREAD_MOVED' } }); // the colleague's are new to the owner
  });

  it('taken back: nothing leaves, the words become the draft again, above what was typed meanwhile', async () => {
    const id = await sent();
    await wired.get(SaveReplyDraftUseCase).execute(as(a), { conversationId: a.conversationId, text: 'P.S.' });
    expect(await wired.get(ChangeDeliveryUseCase).cancel(as(a), id)).toMatchObject({ messageId: id });
    await deliverNow(id);
    expect(endpoint.received).toEqual([]);
    const [own] = await wired.get(ReplyDraftsRepository).find(a, { memberId: a.ownerId });
    expect(own!.text).toBe('Our MOQ is 300.\n\nP.S.');
    expect(await conversation()).toMatchObject({ status: 'waiting', pendingDelivery: null });
  });

  it('a delivered reply cannot be taken back', async () => {
    const id = await sent();
    await deliverNow(id);
    expect(await wired.get(ChangeDeliveryUseCase).cancel(as(a), id)).toMatchObject({
      refusal: { code: 'ALREADY_SENT' },
    });
  });

  it('an endpoint that is down: tried again with growing waits, then failed with the clock running and the channel marked', async () => {
    endpoint.answer = 503;
    const id = await sent();
    for (const expected of ['queued', 'queued', 'queued', 'queued', 'failed']) {
      await deliverNow(id);
      expect((await wired.get(MessagesRepository).getById(a, id)).deliveryStatus).toBe(expected);
    }
    expect(await conversation()).toMatchObject({ status: 'waiting', pendingDelivery: 'failed' });
    expect(await wired.get(ChannelsRepository).getById(a, a.channelId)).toMatchObject({
      status: 'failing',
      statusDetail: 'The channel answered 503.',
    });
    endpoint.answer = 200;
    await wired.get(ChangeDeliveryUseCase).resend(as(a), id);
    await deliverNow(id);
    expect(endpoint.received).toHaveLength(1);
    expect(await conversation()).toMatchObject({ status: 'answered', pendingDelivery: null });
    expect(await wired.get(ChannelsRepository).getById(a, a.channelId)).toMatchObject({
      status: 'active',
      statusDetail: null,
    });
  });

  it('an endpoint that refuses for good is not tried again', async () => {
    endpoint.answer = 410;
    const id = await sent();
    await deliverNow(id);
    expect(await wired.get(MessagesRepository).getById(a, id)).toMatchObject({
      deliveryStatus: 'failed',
      deliveryAttempts: 1,
      deliveryError: 'The channel answered 410.',
    });
  });

  it('the draft that was inserted is used, and the reply says so', async () => {
    const id = await sent({ draftId: a.draftId });
    expect(await wired.get(MessagesRepository).getById(a, id)).toMatchObject({ aiAssisted: true, draftId: a.draftId });
    expect((await wired.get(DraftsRepository).getById(a, a.draftId)).status).toBe('used');
  });

  it("another workspace's draft or conversation does not exist here", async () => {
    expect(await send({ draftId: b.draftId })).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await send({ conversationId: b.conversationId })).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });

  it('a note is no reply: no clock stops and nothing is sent', async () => {
    await wired
      .get(SendReplyUseCase)
      .addNote(as(a), { id: newId(), conversationId: a.conversationId, text: '박스 단가 확인' });
    expect(await conversation()).toMatchObject({ status: 'waiting', messageCount: 1 });
    expect(await deliveryJobs()).toEqual([]);
  });

  it('decline ends the clock apart from the answered, with its reason, and stays so when clocks are derived again', async () => {
    await wired.get(EndInquiryUseCase).decline(as(a), { conversationId: a.conversationId, reason: 'not our product' });
    expect(await inquiry()).toMatchObject({ status: 'declined', met: null, end_reason: 'not our product' });
    expect(await conversation()).toMatchObject({ status: 'declined', dueAt: null });
    wired.clock.advance(60_000);
    const id = await sent(); // a later reply derives the clocks anew
    await deliverNow(id);
    expect(await inquiry()).toMatchObject({ status: 'declined' });
  });

  it('a spam report takes points off the buyer', async () => {
    await wired.get(EndInquiryUseCase).reportSpam(as(a), { conversationId: a.conversationId, reason: 'solicitation' });
    const [buyer] = await wired.db.database.query<{ grading: { deductions: { reason: string; count: number }[] } }>(
      a,
      `select grading from buyers where workspace_id = $1 and id = $2`,
      [a.workspaceId, a.buyerId],
    );
    expect(buyer!.grading.deductions).toContainEqual(expect.objectContaining({ count: 1 }));
    expect(await send()).toMatchObject({ refusal: { code: 'CONVERSATION_NOT_OPEN' } });
  });

  it('closing hides no buyer who waits from the figures, and an answer takes opening it again', async () => {
    await wired.get(ArrangeConversationUseCase).close(as(a), a.conversationId);
    expect(await inquiry()).toMatchObject({ status: 'open' });
    expect(await send()).toMatchObject({ refusal: { code: 'CONVERSATION_NOT_OPEN' } });
    await wired.get(ArrangeConversationUseCase).reopen(as(a), a.conversationId);
    expect(await conversation()).toMatchObject({ status: 'waiting' });
    await deliverNow(await sent());
    expect(await wired.get(ArrangeConversationUseCase).close(as(a), a.conversationId)).toEqual({
      conversationId: a.conversationId,
    });
    expect((await conversation()).status).toBe('closed');
  });
});
