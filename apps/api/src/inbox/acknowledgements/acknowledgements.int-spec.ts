import { ChannelsRepository, ConversationsRepository, MessagesRepository, WorkspacesRepository } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { armChannel, deliverAndApply, deliveryBody, type DeliveryFields } from '../../testing/inbound-deliveries.ts';
import { WebhookSide } from '../../testing/webhook-side.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { DELIVER_REPLY } from '../deliver-reply.task-name.ts';
import { DeliverReplyJob } from '../deliver-reply.job.ts';
import { AcknowledgeInquiryJob } from './acknowledge-inquiry.job.ts';
import { ACKNOWLEDGE_INQUIRY } from './acknowledge-inquiry.task-name.ts';

const NIGHT = '2026-03-02T13:00:05Z'; // Monday 22:00 in Seoul
const WRITTEN = '2026-03-02T13:00:00Z';
const TEXTS = [
  { language: 'en', text: 'Thank you, we have your inquiry.' },
  { language: 'es', text: 'Gracias, hemos recibido su consulta.' },
];

describe('automatic acknowledgements', () => {
  let wired: WiredFeatures;
  let side: WebhookSide;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
  let pairs = 0;
  beforeAll(async () => {
    wired = await wireFeatures(NIGHT);
    side = await WebhookSide.start();
  });
  afterAll(async () => {
    side.stop();
    await wired.close();
  });
  beforeEach(async () => {
    wired.clock.set(NIGHT);
    ({ a, b } = await seedTwoWorkspaces(wired.db, `-${(pairs += 1)}`));
    for (const workspace of [a, b]) await armChannel(wired, workspace);
    await channel({ deliveryUrl: side.url, autoReply: { enabled: true, onlyOutOfHours: true, texts: TEXTS } });
  });

  const channel = (patch: Parameters<ChannelsRepository['update']>[2]) =>
    wired.db.unitOfWork.run(a, () => wired.get(ChannelsRepository).update(a, a.channelId, patch));
  const arrive = (fields: Partial<DeliveryFields> = {}, workspace = a) =>
    deliverAndApply(wired, workspace, deliveryBody({ externalId: `m-${(messages += 1)}`, sentAt: WRITTEN, ...fields }));
  let messages = 0;
  const run = (messageId: string) => wired.get(AcknowledgeInquiryJob).run({ workspaceId: a.workspaceId, messageId });
  const seen = new Set<unknown>();
  /** Runs the jobs that were not run yet, as the worker would; answers their messages. */
  const acknowledge = async () => {
    const waiting = await wired.waitingJobs(ACKNOWLEDGE_INQUIRY);
    const fresh = waiting.filter(({ workspaceId, messageId }) => workspaceId === a.workspaceId && !seen.has(messageId));
    for (const { messageId } of fresh) {
      seen.add(messageId);
      await run(String(messageId));
    }
    return fresh.map(({ messageId }) => String(messageId));
  };
  const sent = () =>
    wired.db.database.query<{ id: string; text: string; conversation_id: string; delivery_status: string }>(
      a,
      `select id, text, conversation_id, delivery_status from messages
       where workspace_id = $1 and author_kind = 'assistant' and direction = 'outbound' order by sent_at, id`,
      [a.workspaceId],
    );
  const inquiry = async (conversationId: string) =>
    (
      await wired.db.database.query<{ status: string; first_ack_at: Date | null }>(
        a,
        `select status, first_ack_at from inquiries where workspace_id = $1 and conversation_id = $2 order by opened_at desc`,
        [a.workspaceId, conversationId],
      )
    )[0];

  it('leave at once by night, say that they are automatic, carry no name, and stop no clock', async () => {
    await arrive();
    expect(await acknowledge()).toHaveLength(1);
    const [message] = await sent();
    expect(message).toMatchObject({ delivery_status: 'queued' });
    expect(message!.text).toMatch(/^Thank you, we have your inquiry\.\n\nThis is an automatic message\./);
    const jobs = await wired.waitingJobs(DELIVER_REPLY);
    expect(jobs).toContainEqual({ workspaceId: a.workspaceId, messageId: message!.id });
    await wired.get(DeliverReplyJob).run({ workspaceId: a.workspaceId, messageId: message!.id });
    expect(side.bodies.at(-1)).toMatchObject({ externalId: message!.id, author: { name: null, automatic: true } });
    expect(await inquiry(message!.conversation_id)).toEqual({ status: 'open', first_ack_at: new Date(NIGHT) });
    const conversation = await wired.get(ConversationsRepository).getById(a, message!.conversation_id);
    expect(conversation.status).toBe('waiting');
  });

  it('are in the language of the buyer', async () => {
    await arrive({ text: 'Hola, ¿cuál es el precio de quinientas piezas y el plazo de entrega?' });
    await acknowledge();
    expect((await sent())[0]!.text).toMatch(/^Gracias.*\n\nEste es un mensaje automático/s);
  });

  it('are one per inquiry, though the buyer writes again and the job runs again', async () => {
    await arrive();
    const [messageId] = await acknowledge();
    await run(messageId!);
    await arrive({ text: 'Are you there?' });
    await acknowledge();
    expect(await sent()).toHaveLength(1);
  });

  it('are not sent while the office is open, unless they are for all hours', async () => {
    wired.clock.set('2026-03-02T05:00:05Z'); // 14:00 in Seoul
    await arrive({ sentAt: '2026-03-02T05:00:00Z' });
    await acknowledge();
    expect(await sent()).toEqual([]);
    await channel({ autoReply: { enabled: true, onlyOutOfHours: false, texts: TEXTS } });
    await arrive({ sentAt: '2026-03-02T05:00:01Z', conversation: { externalId: 't-2' } });
    await acknowledge();
    expect(await sent()).toHaveLength(1);
  });

  it('go to no excluded sender, to no old message, and nowhere while sending is paused', async () => {
    await channel({ excludedSenders: ['bot-7'] });
    await arrive({ sender: { externalId: 'Bot-7', name: 'Bot' }, conversation: { externalId: 't-bot' } });
    await arrive({ sentAt: '2026-03-02T12:44:59Z', conversation: { externalId: 't-old' } });
    await acknowledge();
    await wired.db.unitOfWork.run(a, () => wired.get(WorkspacesRepository).update(a, { autoSendPaused: true }));
    await arrive({ conversation: { externalId: 't-paused' } });
    await acknowledge();
    expect(await sent()).toEqual([]);
  });

  it('go to no automatic mail', async () => {
    await arrive();
    const [message] = await wired.get(MessagesRepository).find(a, { externalId: `m-${messages}` });
    await wired.db.unitOfWork.run(a, () =>
      wired.get(MessagesRepository).update(a, message!.id, { autoSubmitted: true }),
    );
    await acknowledge();
    expect(await sent()).toEqual([]);
  });

  it('end a loop: three a day to one sender, and the log says that one was held back', async () => {
    for (const thread of ['t-1', 't-2', 't-3', 't-4']) {
      await arrive({ conversation: { externalId: thread } });
      await acknowledge();
    }
    expect(await sent()).toHaveLength(3);
    const held = await wired.db.database.query<{ data: object }>(
      a,
      `select data from events where workspace_id = $1 and verb = 'acknowledgement.held_back'`,
      [a.workspaceId],
    );
    expect(held[0]).toEqual({ data: { reason: 'too_many' } });
  });

  it('are asked for only where they are on, and in no other workspace', async () => {
    await arrive({}, b);
    await channel({ autoReply: { enabled: false, onlyOutOfHours: true, texts: TEXTS } });
    await arrive();
    const asked = await wired.waitingJobs(ACKNOWLEDGE_INQUIRY);
    expect(asked.filter(({ workspaceId }) => [a, b].some((each) => each.workspaceId === workspaceId))).toEqual([]);
  });
});
