import { isRefused } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import type { RequestContext } from '../platform/context/request-context.ts';
import { armChannel, deliverAndApply, deliveryBody, type DeliveryFields } from '../testing/inbound-deliveries.ts';
import { prepareDrafts } from '../testing/prepare-drafts.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { RingAlarmsJob } from './alarms/ring-alarms.job.ts';
import { ArrangeConversationUseCase } from './arrange-conversation.use-case.ts';
import { EndInquiryUseCase } from './end-inquiry.use-case.ts';
import { queryInboxCounts } from './inbox-counts.query.ts';
import { InboxFilter, InboxView } from './inbox.model.ts';
import { queryInbox } from './list-inbox.query.ts';
import { SetTopicUseCase } from './set-topic.use-case.ts';
import { SnoozeConversationUseCase } from './snooze-conversation.use-case.ts';

const NOW = '2026-03-02T01:00:00Z'; // Monday 10:00 in Seoul
const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);

interface Row {
  id: string;
  status: string;
  waitingSince: Date | null;
  dueAt: Date | null;
  snoozedUntil: Date | null;
  topic: string | null;
}

describe('the acts of the queue', () => {
  let wired: WiredFeatures;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
  let pairs = 0;
  beforeAll(async () => {
    wired = await wireFeatures(NOW);
  });
  afterAll(() => wired.close());
  beforeEach(async () => {
    wired.clock.set(new Date(NOW));
    ({ a, b } = await seedTwoWorkspaces(wired.db, `-acts-${(pairs += 1)}`));
    await armChannel(wired, a);
  });

  const as = (workspace: SeededWorkspace): RequestContext => ({
    ...workspace,
    ...{
      requestId: 'r',
      account: null,
      ownRecordsOnly: false,
      memberships: [],
      ip: '',
      userAgent: '',
      tokenHash: null,
    },
    member: { id: workspace.ownerId, name: 'owner', role: 'owner' },
    permissions: new Set(),
  });
  const arrive = async (fields: Partial<DeliveryFields> = {}): Promise<Row> => {
    await deliverAndApply(wired, a, deliveryBody({ externalId: `m-${Math.random()}`, sentAt: NOW, ...fields }));
    return read(fields.conversation?.externalId ?? 'thread-new');
  };
  const read = async (externalId = 'thread-new'): Promise<Row> => {
    const [row] = await wired.db.database.query<Row>(
      a,
      `select id, status, waiting_since as "waitingSince", due_at as "dueAt", snoozed_until as "snoozedUntil", topic from conversations
       where workspace_id = $1 and external_id = $2`,
      [a.workspaceId, externalId],
    );
    return row!;
  };
  const listed = async (view = InboxView.WAITING) => {
    const filter = Object.assign(new InboxFilter(), { view });
    const page = await queryInbox(wired.db.database, a, { first: 50 }, filter, a.ownerId, wired.clock.now());
    return page.edges.map(({ node }) => node.id);
  };
  const verbs = async (conversationId: string) =>
    (
      await wired.db.database.query<{ verb: string }>(
        a,
        `select verb from events where workspace_id = $1 and conversation_id = $2 and (verb like 'conversation.%' or verb like 'inquiry.%') order by position`,
        [a.workspaceId, conversationId],
      )
    ).map(({ verb }) => verb);
  const snooze = async (id: string, until: Date, ctx = as(a)) => {
    const input = { conversationId: id, until, reason: '바이어가 내일 알려 준다고 함' };
    const outcome = await wired.get(SnoozeConversationUseCase).snooze(ctx, input);
    return isRefused(outcome) ? outcome.refusal : outcome;
  };
  const ring = () => wired.get(RingAlarmsJob).run({ workspaceId: a.workspaceId });
  const counts = () => queryInboxCounts(wired.db.database, a, a.ownerId, wired.clock.now());

  describe('snooze', () => {
    it('hides a waiting conversation until it ends, and no clock stops', async () => {
      const { id, dueAt, waitingSince } = await arrive();
      expect(await snooze(id, at('03:00'))).toEqual({ conversationId: id });
      expect(await listed()).not.toContain(id);
      expect(await listed(InboxView.SNOOZED)).toEqual([id]);
      expect(await counts()).toMatchObject({ snoozed: 1 });
      expect(await read()).toMatchObject({ status: 'waiting', dueAt, waitingSince });

      wired.clock.set(at('03:00'));
      expect(await listed()).toContain(id);
      await ring();
      await ring();
      expect((await read()).snoozedUntil).toBeNull();
      const events = await verbs(id);
      expect(events.filter((verb) => verb.includes('snooze'))).toEqual([
        'conversation.snoozed',
        'conversation.snooze_ended',
      ]);
    });

    it('ends before the answer is due', async () => {
      const { id, dueAt } = await arrive();
      expect(await snooze(id, dueAt!)).toMatchObject({
        code: 'SNOOZE_TOO_LONG',
        latest: new Date(dueAt!.getTime() - 1_000),
      });
      await expect(snooze(id, new Date(NOW))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
      wired.clock.set(new Date(dueAt!.getTime() + 60_000));
      expect(await snooze(id, new Date(dueAt!.getTime() + 3_600_000))).toMatchObject({ latest: null });
    });

    it('is for what waits, and only of the own workspace', async () => {
      const { id } = await arrive();
      expect(await snooze(id, at('02:00'), as(b))).toMatchObject({ code: 'NOT_FOUND' });
      await arrive({ direction: 'outbound', sentAt: '2026-03-02T01:05:00Z' });
      expect(await snooze(id, at('02:00'))).toMatchObject({ code: 'CONVERSATION_NOT_OPEN', status: 'answered' });
    });

    it.each(['inbound', 'outbound'] as const)('ends with the next %s message', async (direction) => {
      const { id } = await arrive();
      await snooze(id, at('03:00'));
      await arrive({ direction, sentAt: '2026-03-02T01:10:00Z' });
      expect((await read()).snoozedUntil).toBeNull();
      expect(await listed(InboxView.SNOOZED)).toEqual([]);
    });

    it('is ended by hand, once', async () => {
      const { id } = await arrive();
      await snooze(id, at('03:00'));
      await wired.get(SnoozeConversationUseCase).end(as(a), id);
      await wired.get(SnoozeConversationUseCase).end(as(a), id);
      expect(await listed()).toContain(id);
      expect((await verbs(id)).filter((verb) => verb === 'conversation.snooze_ended')).toHaveLength(1);
    });
  });

  describe('archive', () => {
    const close = (id: string) => wired.get(ArrangeConversationUseCase).close(as(a), id);

    it('takes what waits out of the queue, and out of no figure', async () => {
      const { id, waitingSince, dueAt } = await arrive();
      const before = await counts();
      await close(id);
      await close(id);
      expect(await read()).toMatchObject({ status: 'closed', waitingSince, dueAt });
      expect(await listed()).not.toContain(id);
      expect(await listed(InboxView.CLOSED)).toContain(id);
      expect(await counts()).toMatchObject({ waiting: before.waiting - 1, closedUnanswered: 1 });
      const [inquiry] = await wired.db.database.query<{ status: string }>(
        a,
        `select status from inquiries where workspace_id = $1 and conversation_id = $2`,
        [a.workspaceId, id],
      );
      expect(inquiry).toEqual({ status: 'open' });
      expect((await verbs(id)).filter((verb) => verb === 'conversation.closed')).toHaveLength(1);
    });

    it('ends when the buyer writes again: the clock has run from the first message on', async () => {
      const { id, waitingSince } = await arrive();
      await close(id);
      wired.clock.set(at('02:00'));
      await arrive({ sentAt: '2026-03-02T01:30:00Z' });
      expect(await read()).toMatchObject({ status: 'waiting', waitingSince });
      expect(await counts()).toMatchObject({ closedUnanswered: 0 });
    });

    it('stays while others answer elsewhere, and is no longer unanswered then', async () => {
      const { id } = await arrive();
      await close(id);
      await arrive({ direction: 'outbound', sentAt: '2026-03-02T01:30:00Z' });
      expect(await read()).toMatchObject({ status: 'closed', waitingSince: null });
      expect(await counts()).toMatchObject({ closedUnanswered: 0 });
    });

    it('leaves declining and reporting spam possible', async () => {
      const { id } = await arrive();
      await close(id);
      await wired.get(EndInquiryUseCase).decline(as(a), { conversationId: id, reason: 'No trade' });
      expect(await read()).toMatchObject({ status: 'declined', waitingSince: null });
    });
  });

  describe('topic', () => {
    const sorted = async () =>
      (
        await wired.db.database.query<{ topic: string; topicBy: string; language: string }>(
          a,
          `select topic, topic_by as "topicBy", language from conversations where workspace_id = $1 and external_id = 'thread-new'`,
          [a.workspaceId],
        )
      )[0];

    it('and language are the assistant’s as soon as it has read the newest message', async () => {
      await arrive({ text: 'Hello, what is your minimum order quantity for the first order, please?' });
      await prepareDrafts(wired, a);
      expect(await sorted()).toEqual({ topic: 'moq', topicBy: 'assistant', language: 'en' });
    });

    it('of a person stays when the assistant reads on', async () => {
      const { id } = await arrive();
      await wired.get(SetTopicUseCase).execute(as(a), { conversationId: id, topic: 'payment' });
      await arrive({ sentAt: '2026-03-02T01:20:00Z', text: 'When will you ship our order to Hamburg?' });
      await prepareDrafts(wired, a);
      expect(await sorted()).toMatchObject({ topic: 'payment', topicBy: 'member' });
    });

    it('is a person’s word from then on, and the log says what it was', async () => {
      const { id } = await arrive();
      const set = (ctx: RequestContext) =>
        wired.get(SetTopicUseCase).execute(ctx, { conversationId: id, topic: 'shipping' });
      expect(isRefused(await set(as(b)))).toBe(true);
      await set(as(a));
      await set(as(a));
      expect((await read()).topic).toBe('shipping');
      const logged = await wired.db.database.query<{ data: object }>(
        a,
        `select data from events where workspace_id = $1 and conversation_id = $2 and verb = 'conversation.topic_changed'`,
        [a.workspaceId, id],
      );
      expect(logged).toEqual([{ data: { from: null, to: 'shipping', by: null } }]);
    });
  });
});
