import fc from 'fast-check';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { DraftsRepository, InboundMessagesRepository } from '@dangol/db';
import { PREPARE_DRAFT, PrepareDraftJob } from '../assistant/index.ts';
import { GradeBuyerUseCase } from '../buyers/index.ts';
import {
  apply,
  armChannel,
  deliver,
  deliverAndApply,
  deliveryBody,
  type DeliveryFields,
} from '../testing/inbound-deliveries.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';

describe('applying an inbound message', () => {
  let wired: WiredFeatures;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
  let pairs = 0;
  const freshPair = async () => {
    const pair = await seedTwoWorkspaces(wired.db, `-${(pairs += 1)}`);
    await armChannel(wired, pair.a);
    await armChannel(wired, pair.b);
    return pair;
  };
  beforeAll(async () => {
    wired = await wireFeatures('2026-03-02T05:00:00Z'); // Monday 14:00 in Seoul
  });
  beforeEach(async () => {
    ({ a, b } = await freshPair());
  });
  afterAll(() => wired.close());

  const threads = (workspace: SeededWorkspace) =>
    wired.db.database.query<{
      external_id: string;
      status: string;
      due_at: Date | null;
      message_count: number;
      preview: string;
      grade_rank: number;
      level_rank: number;
    }>(
      workspace,
      `select external_id, status, due_at, message_count, preview, grade_rank, level_rank from conversations
       where workspace_id = $1 and external_id <> 'thread-1' order by external_id`,
      [workspace.workspaceId],
    );
  const inquiries = (workspace: SeededWorkspace) =>
    wired.db.database.query<{
      thread: string;
      opening: string;
      status: string;
      met: boolean | null;
      business: string | null;
    }>(
      workspace,
      `select c.external_id as thread, m.external_id as opening, i.status, i.met, i.response_business_seconds as business from inquiries i
       join conversations c on c.workspace_id = i.workspace_id and c.id = i.conversation_id
       join messages m on m.workspace_id = i.workspace_id and m.id = i.opening_message_id
       where i.workspace_id = $1 and c.external_id <> 'thread-1' order by c.external_id, i.opened_at`,
      [workspace.workspaceId],
    );

  it('registers and grades the buyer, opens the thread, sets the due time, and asks for a draft', async () => {
    await deliverAndApply(wired, a, deliveryBody({ externalId: 'm1', sentAt: '2026-03-02T04:00:00Z' }));
    const [thread] = await threads(a);
    // Level 8 of 15 and 40 % of the 85 unknown points make 42: B, provisional. 240 business minutes from 13:00 are 17:00.
    expect(thread).toMatchObject({
      status: 'waiting',
      message_count: 1,
      preview: 'Hello, what is your MOQ?',
      level_rank: 3,
    });
    expect(thread!.grade_rank).toBe(2);
    expect(thread!.due_at).toEqual(new Date('2026-03-02T08:00:00Z'));
    const [buyer] = await wired.db.database.query<{
      name: string;
      country: string;
      grading: { provisional: boolean; factors: unknown[] };
    }>(a, `select name, country, grading from buyers where workspace_id = $1 and name = 'Lumo Kft'`, [a.workspaceId]);
    expect(buyer).toMatchObject({ country: 'HU', grading: { provisional: true } });
    expect(buyer!.grading.factors).toHaveLength(4);
    expect(
      (await wired.waitingJobs(PREPARE_DRAFT)).filter(({ workspaceId }) => workspaceId === a.workspaceId),
    ).toHaveLength(1);
    expect(await threads(b)).toEqual([]);
  });

  it('L4 counts as A for the target, and stays beside the grade', async () => {
    const sender = { externalId: 's4', name: 'Aoki', platformLevel: 'L4' as const };
    await deliverAndApply(wired, a, deliveryBody({ externalId: 'm1', sentAt: '2026-03-02T04:00:00Z', sender }));
    const [thread] = await threads(a);
    expect(thread).toMatchObject({ level_rank: 1, due_at: new Date('2026-03-02T05:00:00Z') }); // 60 business minutes
  });

  it('run twice changes nothing', async () => {
    const id = await deliverAndApply(wired, a, deliveryBody({ externalId: 'm1' }));
    const before = [await threads(a), await inquiries(a)];
    await apply(wired, a, id);
    expect([await threads(a), await inquiries(a)]).toEqual(before);
  });

  it('an answer in the marketplace app that arrives late stops the clock at its own time', async () => {
    await deliverAndApply(wired, a, deliveryBody({ externalId: 'm1', sentAt: '2026-03-02T04:00:00Z' }));
    await deliverAndApply(
      wired,
      a,
      deliveryBody({ externalId: 'm2', sentAt: '2026-03-02T04:30:00Z', direction: 'outbound', text: 'MOQ is 300.' }),
    );
    expect(await inquiries(a)).toEqual([
      { thread: 'thread-new', opening: 'm1', status: 'answered', met: true, business: '1800' },
    ]);
    expect((await threads(a))[0]).toMatchObject({ status: 'answered', due_at: null });
  });

  it('any order of arrival, with repetitions, ends in the same threads and clocks', async () => {
    const feed: DeliveryFields[] = [
      { externalId: 'm1', sentAt: '2026-03-02T01:00:00Z' },
      { externalId: 'm2', sentAt: '2026-03-02T01:10:00Z', text: 'Are you there?' },
      { externalId: 'm3', sentAt: '2026-03-02T02:00:00Z', direction: 'outbound', text: 'Yes.' },
      { externalId: 'm4', sentAt: '2026-03-02T03:00:00Z', text: 'And the price?' },
      {
        externalId: 'n1',
        sentAt: '2026-03-02T01:30:00Z',
        conversation: { externalId: 'thread-two' },
        text: 'Second thread',
      },
    ];
    let expected: unknown = null;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...feed, feed[0]!, feed[3]!], { minLength: 7 }), async (order) => {
        const { a: one } = await freshPair();
        for (const fields of order) await deliverAndApply(wired, one, deliveryBody(fields));
        const seen = await snapshot(wired, one);
        expected ??= seen;
        expect(seen).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  it('ten workers on one sender make one buyer and one thread', async () => {
    const ids = await Promise.all(
      Array.from(
        { length: 10 },
        async (_, index) => (await deliver(wired, a, deliveryBody({ externalId: `m${index}` }))).id,
      ),
    );
    await Promise.all(ids.map((id) => apply(wired, a, id)));
    expect(await threads(a)).toMatchObject([{ message_count: 10 }]);
    const [count] = await wired.db.database.query<{ count: number }>(
      a,
      `select count(*)::int as count from buyers where workspace_id = $1 and name = 'Lumo Kft'`,
      [a.workspaceId],
    );
    expect(count).toEqual({ count: 1 });
  });

  it('a failure that stays becomes an exception with its reason, and nothing of the message is half-written', async () => {
    const { id } = await deliver(wired, a, deliveryBody({ externalId: 'm1' }));
    const failing = breakGrading(wired);
    await expect(apply(wired, a, id)).rejects.toThrow('grading is down');
    await apply(wired, a, id, true); // the last attempt
    expect(await wired.get(InboundMessagesRepository).findById(a, id)).toMatchObject({
      status: 'failed',
      attempts: 2,
      problemCode: 'APPLY_FAILED',
      problem: 'grading is down',
    });
    expect(await threads(a)).toEqual([]);
    failing.restore();
  });

  it('a second message of the buyer outdates the draft for the first', async () => {
    await deliverAndApply(wired, a, deliveryBody({ externalId: 'm1', sentAt: '2026-03-02T04:00:00Z' }));
    await runDraftJobs(wired, a);
    await deliverAndApply(
      wired,
      a,
      deliveryBody({ externalId: 'm2', sentAt: '2026-03-02T04:10:00Z', text: 'Payment terms?' }),
    );
    await runDraftJobs(wired, a);
    const drafts = await wired.get(DraftsRepository).find(a, {}, { orderBy: { createdAt: 'asc' } });
    const own = drafts.filter(({ id }) => id !== a.draftId);
    expect(own).toHaveLength(2);
    expect(own.filter(({ status }) => status === 'ready').length).toBeLessThanOrEqual(1);
    expect(own.find(({ messageId }) => messageId !== own.at(-1)!.messageId)?.status).not.toBe('ready');
  });
});

async function snapshot(wired: WiredFeatures, workspace: SeededWorkspace): Promise<unknown> {
  return wired.db.database.query(
    workspace,
    `select c.external_id, c.status, c.due_at, c.waiting_since, c.message_count, c.preview, b.grade, b.country,
       (select jsonb_agg(jsonb_build_array(m.external_id, i.status, i.opened_at, i.ended_at, i.met) order by i.opened_at) from inquiries i
        join messages m on m.workspace_id = i.workspace_id and m.id = i.opening_message_id where i.workspace_id = c.workspace_id and i.conversation_id = c.id) as inquiries
     from conversations c join buyers b on b.workspace_id = c.workspace_id and b.id = c.buyer_id where c.workspace_id = $1 order by c.external_id`,
    [workspace.workspaceId],
  );
}

async function runDraftJobs(wired: WiredFeatures, { workspaceId }: SeededWorkspace): Promise<void> {
  const own = (await wired.waitingJobs(PREPARE_DRAFT)).filter((payload) => payload.workspaceId === workspaceId);
  for (const payload of own)
    await wired.get(PrepareDraftJob).run(payload as { workspaceId: string; messageId: string });
}

/** The one collaborator that is made to fail: everything around it is real. */
function breakGrading(wired: WiredFeatures): { restore(): void } {
  const grade = wired.get(GradeBuyerUseCase);
  const original = grade.execute.bind(grade);
  grade.execute = () => Promise.reject(new Error('grading is down'));
  return { restore: () => void (grade.execute = original) };
}
