import { ChannelsRepository, ConversationsRepository, InquiriesRepository, isRefused, newId } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { RulesMoved } from '../../platform/graphql/shared-refusals.ts';
import { startTalk } from '../../testing/talks.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { MOVE_DUE_TIMES } from '../../workspaces/index.ts';
import { MoveDueTimesJob } from '../hours/move-due-times.job.ts';
import { RefreshClocksUseCase } from '../refresh-clocks.use-case.ts';
import type { ResponseTargetsInput } from './response-targets.model.ts';
import { queryResponseTargets } from './response-targets.query.ts';
import { SaveResponseTargetsUseCase } from './save-response-targets.use-case.ts';

/** Monday, 10:00 in Seoul; the seeded inquiry of an ungraded buyer came at 09:00 with 480 minutes and is due at 17:00 (08:00Z). */
const NOW = '2026-03-02T01:00:00Z';

let wired: WiredFeatures;
let a: SeededWorkspace;
let b: SeededWorkspace;
let run = 0;
beforeAll(async () => {
  wired = await wireFeatures(NOW);
});
afterAll(() => wired.close());
beforeEach(async () => {
  ({ a, b } = await seedTwoWorkspaces(wired.db, `-${(run += 1)}`));
});

const targets = (C: number, change: Partial<ResponseTargetsInput> = {}): ResponseTargetsInput => ({
  basedOn: 1,
  first: { standard: { A: 30, B: 60, C }, channels: [] },
  next: { standard: null, channels: [] },
  resolution: { standard: null, channels: [] },
  levels: [{ level: 'L4', countsAs: 'A' }],
  ...change,
});
const save = (input: ResponseTargetsInput, workspace = a) =>
  wired.get(SaveResponseTargetsUseCase).execute(workspace, input);
const dueOf = async (workspace: SeededWorkspace) => {
  const inquiry = await wired.get(InquiriesRepository).getById(workspace, workspace.inquiryId);
  const conversation = await wired.get(ConversationsRepository).getById(workspace, workspace.conversationId);
  return [inquiry.targetMinutes, inquiry.dueAt.toISOString(), conversation.dueAt?.toISOString()];
};
const refusalOf = async (input: ResponseTargetsInput) => {
  const outcome = await save(input);
  return isRefused(outcome) ? outcome.refusal : null;
};

describe('saving response targets', () => {
  it('moves what waits from its start, alarms with it, and leaves the other workspace alone', async () => {
    const before = await dueOf(b);
    const outcome = await save(targets(120));
    expect(outcome).toMatchObject({ openInquiries: 1, movedInquiries: 1, targets: { version: 2 } });
    expect(await dueOf(a)).toEqual([120, '2026-03-02T02:00:00.000Z', '2026-03-02T02:00:00.000Z']);
    const alarms = await wired.db.database.query<{ at: Date }>(
      a,
      `select at from clock_alarms where workspace_id = $1 order by at`,
      [a.workspaceId],
    );
    expect(alarms.map(({ at }) => at.toISOString())).toEqual(['2026-03-02T01:30:00.000Z', '2026-03-02T02:00:00.000Z']);
    expect(await dueOf(b)).toEqual(before);
    expect(await queryResponseTargets(wired.db.database, a)).toMatchObject({
      version: 2,
      first: { standard: { A: 30, B: 60, C: 120 } },
      next: { standard: null, channels: [] },
      levels: [{ level: 'L4', countsAs: 'A' }],
      createdBy: { id: a.ownerId },
    });
    const [event] = (await wired.db.events.readAfter(a, '0', 1000)).slice(-1);
    expect(event).toMatchObject({ verb: 'response_targets.saved', data: { version: 2 } });
  });

  it('counts what would move without moving it', async () => {
    const preview = await wired.get(SaveResponseTargetsUseCase).preview(a, targets(30 * 2));
    expect(preview).toMatchObject({ openInquiries: 1, moved: 1, earlier: 1, later: 0, overdue: 0 });
    const own = [{ channelId: a.channelId, minutes: { A: 60, B: 240, C: 540 } }];
    const later = targets(480, { first: { standard: { A: 1, B: 1, C: 1 }, channels: own } });
    expect(await wired.get(SaveResponseTargetsUseCase).preview(a, later)).toMatchObject({ later: 1, earlier: 0 });
    expect((await dueOf(a))[0]).toBe(480);
  });

  it('leaves a closed inquiry with its promise', async () => {
    const thread = await startTalk(wired, a, { externalId: 'answered', buyerId: a.buyerId });
    await thread.buyer('2026-03-02T00:00:00Z', 'ask');
    await thread.reply('2026-03-02T00:30:00Z', 'answer');
    await thread.refresh();
    await save(targets(120));
    await wired.get(MoveDueTimesJob).run({ workspaceId: a.workspaceId });
    await thread.refresh();
    const [inquiry] = await wired.get(InquiriesRepository).find(a, { conversationId: thread.id });
    expect([inquiry!.targetMinutes, inquiry!.slaPolicyId]).toEqual([480, a.policyId]);
  });

  it('promises a resolution to the cases that run, by the job', async () => {
    await save(targets(480, { resolution: { standard: { A: 60, B: 120, C: 240 }, channels: [] } }));
    expect(await wired.waitingJobs(MOVE_DUE_TIMES)).not.toEqual([]);
    await wired.get(MoveDueTimesJob).run({ workspaceId: a.workspaceId });
    const found = await wired.db.database.query<{ target: number; due: Date }>(
      a,
      `select target_minutes as target, due_at as due from resolutions where workspace_id = $1`,
      [a.workspaceId],
    );
    expect(found).toEqual([{ target: 240, due: new Date('2026-03-02T04:00:00Z') }]);
  });

  it('is refused when somebody saved meanwhile, or when the targets cannot be meant', async () => {
    await save(targets(120));
    const before = await dueOf(a);
    expect(await refusalOf(targets(60))).toEqual(new RulesMoved(2));
    expect(await refusalOf(targets(0))).toMatchObject({ code: 'INVALID_TARGETS', path: 'first.standard.C' });
    expect(await refusalOf(targets(20))).toMatchObject({ message: 'slowerForBetter', path: 'first.standard' });
    const unknown = { channelId: newId(), minutes: { A: 1, B: 2, C: 3 } };
    expect(await refusalOf(targets(60, { next: { standard: null, channels: [unknown] } }))).toMatchObject({
      path: `next.channels.${unknown.channelId}`,
    });
    expect(await refusalOf(targets(60, { first: { standard: null, channels: [] } }))).toMatchObject({
      path: 'first.standard',
    });
    expect(await dueOf(a)).toEqual(before);
    const foreign = { channelId: b.channelId, minutes: { A: 1, B: 2, C: 3 } };
    expect(await refusalOf(targets(60, { next: { standard: null, channels: [foreign] } }))).not.toBeNull();
  });

  it('keeps what the first targets promised to a whole platform', async () => {
    await wired.db.unitOfWork.run(a, () =>
      wired.db.database.query(
        a,
        `update sla_policies set policy = jsonb_set(policy, '{first,platforms,alibaba}', '{"A": 5, "B": 10, "C": 15}') where workspace_id = $1`,
        [a.workspaceId],
      ),
    );
    await save(targets(300));
    expect((await dueOf(a))[0]).toBe(15);
    await wired.db.unitOfWork.run(a, () => wired.get(ChannelsRepository).update(a, a.channelId, { platform: 'email' }));
    await wired.db.unitOfWork.run(a, () => wired.get(RefreshClocksUseCase).execute(a, a.conversationId, new Date(NOW)));
    expect((await dueOf(a))[0]).toBe(300);
  });
});
