import { PIPELINE_STAGES, isDormant, moveByHand, type PipelineStage } from '@dangol/crm';
import { BuyersRepository, StageChangesRepository, isRefused, newId, type TenantContext } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { armChannel, deliverAndApply, deliveryBody } from '../testing/inbound-deliveries.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { ChangeStageUseCase } from './change-stage.use-case.ts';
import { PipelineModule } from './pipeline.module.ts';
import { SweepDormantUseCase } from './sweep-dormant.use-case.ts';

const NOW = new Date('2026-03-09T01:00:00Z');
const DAY_MS = 86_400_000;
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * DAY_MS);

let wired: WiredFeatures;
let a: SeededWorkspace;
let b: SeededWorkspace;
beforeAll(async () => {
  wired = await wireFeatures(NOW.toISOString(), [PipelineModule]);
  ({ a, b } = await seedTwoWorkspaces(wired.db));
});
afterAll(() => wired.close());

interface Step {
  from: PipelineStage | null;
  to: PipelineStage;
  cause: string;
  by: string | null;
  at: Date;
  seconds: string | null;
}

const inUnit = <T>(ctx: TenantContext, work: () => Promise<T>) => wired.db.unitOfWork.run(ctx, work);
const stepsOf = (ctx: TenantContext, buyerId: string) =>
  wired.db.database.query<Step>(
    ctx,
    `select from_stage as "from", to_stage as "to", cause, changed_by as by, changed_at as at, seconds_in_from as seconds
     from stage_changes where workspace_id = $1 and buyer_id = $2 order by changed_at, id`,
    [ctx.workspaceId, buyerId],
  );
const stageOf = async (ctx: TenantContext, buyerId: string) =>
  inUnit(ctx, async () => {
    const { stage, stageSince } = await wired.get(BuyersRepository).getById(ctx, buyerId);
    return { stage, stageSince };
  });

/** A buyer in a stage since a day, as if it had been registered then. */
async function buyerIn(ctx: TenantContext, stage: PipelineStage, since: Date, more: object = {}): Promise<string> {
  const id = newId();
  await inUnit(ctx, async () => {
    await wired
      .get(BuyersRepository)
      .insert(ctx, { id, name: 'Buyer', stage, stageSince: since, createdAt: since, updatedAt: since, ...more });
    await wired
      .get(StageChangesRepository)
      .insert(ctx, { id: newId(), buyerId: id, toStage: stage, cause: 'registered', changedAt: since });
  });
  return id;
}

const move = (ctx: TenantContext, buyerId: string, from: PipelineStage, to: PipelineStage, id = newId(), at = NOW) =>
  wired.get(ChangeStageUseCase).byHand(ctx, { id, buyerId, from, to }, at);
const refusalOf = (outcome: unknown) => (isRefused(outcome) ? outcome.refusal : null);

describe('a move by hand', () => {
  it('keeps who, why, and how long the stage before lasted', async () => {
    const id = await buyerIn(a, 'new', daysAgo(3));
    await move(a, id, 'new', 'quoted');
    expect(await stageOf(a, id)).toEqual({ stage: 'quoted', stageSince: NOW });
    expect((await stepsOf(a, id))[1]).toEqual({
      ...{ from: 'new', to: 'quoted', cause: 'hand', by: a.ownerId, at: NOW, seconds: String(3 * 86_400) },
    });
    const events = await wired.db.database.query<{ data: unknown }>(
      a,
      `select data from events where workspace_id = $1 and buyer_id = $2 and verb = 'buyer.stage_changed'`,
      [a.workspaceId, id],
    );
    expect(events).toEqual([{ data: { from: 'new', to: 'quoted', cause: 'hand' } }]);
  });

  it('sent twice is one step, and its id is nobody else’s', async () => {
    const id = await buyerIn(a, 'new', daysAgo(3));
    const moveId = newId();
    expect(await move(a, id, 'new', 'quoted', moveId)).toBe(moveId);
    expect(await move(a, id, 'new', 'quoted', moveId)).toBe(moveId);
    expect(await stepsOf(a, id)).toHaveLength(2);
    await expect(move(a, id, 'quoted', 'new', moveId)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('says why not, and changes nothing', async () => {
    const ordered = await buyerIn(a, 'repeat', daysAgo(9), { orderCount: 4 });
    expect(refusalOf(await move(a, ordered, 'repeat', 'quoted'))).toMatchObject({
      code: 'STAGE_REFUSED',
      reason: 'has_orders',
    });
    const fresh = await buyerIn(a, 'quoted', daysAgo(9));
    expect(refusalOf(await move(a, fresh, 'quoted', 'first_order'))).toMatchObject({ reason: 'only_from_paid_orders' });
    expect(await stepsOf(a, fresh)).toHaveLength(1);
    expect((await stageOf(a, ordered)).stage).toBe('repeat');
  });

  it("knows nothing of another workspace's buyers", async () => {
    expect(refusalOf(await move(b, await buyerIn(a, 'new', daysAgo(1)), 'new', 'quoted'))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('tells who was faster', async () => {
    const id = await buyerIn(a, 'new', daysAgo(1));
    await move(a, id, 'new', 'sampling');
    expect(refusalOf(await move(a, id, 'new', 'quoted'))).toMatchObject({
      ...{ code: 'STAGE_MOVED', stage: 'sampling', movedBy: 'owner', movedAt: NOW },
    });
  });

  it('of many people at once ends in one history', async () => {
    const id = await buyerIn(a, 'new', daysAgo(2));
    const tries = Array.from({ length: 60 }, (_, n) => {
      const from = PIPELINE_STAGES[(n * 5) % 4]!;
      const to = [...PIPELINE_STAGES.slice(0, 4), 'dormant' as const][(n * 3 + 1) % 5]!;
      return move(a, id, from, to, newId(), new Date(NOW.getTime() - (n % 7) * 1000)); // clocks differ
    });
    const done = (await Promise.all(tries)).filter((outcome) => !isRefused(outcome)).length;
    const steps = await stepsOf(a, id);
    expect(done).toBeGreaterThan(0);
    expect(steps).toHaveLength(done + 1);
    steps.slice(1).forEach((step, n) => {
      const before = steps[n]!;
      expect(step.from).toBe(before.to);
      expect(step.at.getTime()).toBeGreaterThan(before.at.getTime());
      expect(Number(step.seconds)).toBe(Math.floor((step.at.getTime() - before.at.getTime()) / 1000));
      expect(moveByHand(before.to, step.to, 0)).toBe('allowed');
    });
    expect(await stageOf(a, id)).toEqual({ stage: steps.at(-1)?.to, stageSince: steps.at(-1)?.at });
  });
});

describe('what happens at a buyer', () => {
  const follow = () => wired.get(ChangeStageUseCase);

  it('moves it with its orders, up and down', async () => {
    const id = await buyerIn(a, 'qualified', daysAgo(30));
    const counted = (orderCount: number, now: Date): Promise<string[]> =>
      wired.db.unitOfWork.run(a, async () => {
        await wired.get(BuyersRepository).update(a, id, { orderCount });
        return follow().followOrders(a, [id], now);
      });
    await counted(1, daysAgo(20));
    await counted(2, daysAgo(10));
    expect(await counted(2, daysAgo(9))).toEqual([]);
    await counted(0, daysAgo(8));
    expect((await stepsOf(a, id)).map(({ from, to, cause }) => `${from} ${to} ${cause}`)).toEqual([
      ...['null qualified registered', 'qualified first_order orders', 'first_order repeat orders'],
      'repeat qualified orders',
    ]);
  });

  it('moves it forward for samples and quotes', async () => {
    const id = await buyerIn(a, 'new', daysAgo(30));
    await follow().followEvent(a, id, 'quote_sent', daysAgo(3));
    expect(await follow().followEvent(a, id, 'sample_requested', daysAgo(2))).toBe(false);
    expect((await stageOf(a, id)).stage).toBe('quoted');
  });

  it('begins with its registration and wakes with its message, not with an old one', async () => {
    await armChannel(wired, a);
    await deliverAndApply(wired, a, deliveryBody({ externalId: 'm-1', sentAt: '2026-03-08T01:00:00Z' }));
    const [{ id }] = (await wired.db.database.query<{ id: string }>(
      a,
      `select buyer_id as id from buyer_identities where workspace_id = $1 and external_id = 'sender-new'`,
      [a.workspaceId],
    )) as [{ id: string }];
    await move(a, id, 'new', 'qualified');
    await move(a, id, 'qualified', 'dormant');
    await deliverAndApply(wired, a, deliveryBody({ externalId: 'm-2', sentAt: '2026-03-08T02:00:00Z' }));
    expect((await stageOf(a, id)).stage).toBe('dormant');
    await deliverAndApply(wired, a, deliveryBody({ externalId: 'm-3', sentAt: '2026-03-09T01:02:00Z' }));
    expect((await stageOf(a, id)).stage).toBe('qualified');
    expect((await stepsOf(a, id)).map(({ cause }) => cause)).toEqual(['registered', 'hand', 'hand', 'message']);
  });
});

describe('the sweep', () => {
  it('lets fall asleep whom the rule calls dormant, wakes who is back, and leaves the other workspace alone', async () => {
    const cases = [];
    for (const usualGapDays of [null, 5, 20]) {
      for (const days of [14, 16, 59, 61, 400]) {
        const ordered = { usualGapDays, orderCount: 2, lastOrderAt: daysAgo(days) };
        const id = await buyerIn(b, 'repeat', daysAgo(days), { ...ordered, gradeRank: 2 });
        cases.push({ id, usualGapDays, seen: daysAgo(days) });
      }
    }
    const back = await buyerIn(b, 'dormant', daysAgo(50), { orderCount: 1, lastOrderAt: daysAgo(1), gradeRank: 2 });
    const other = await buyerIn(a, 'repeat', daysAgo(400), { usualGapDays: 1, orderCount: 2 });
    const { asleep, awake } = await wired.get(SweepDormantUseCase).execute(b, NOW);
    const segment = 12.5; // the median of the gaps of its grade: five times 5 and five times 20
    const expected = cases.filter(({ usualGapDays, seen }) =>
      isDormant(seen.getTime(), usualGapDays, segment, NOW.getTime()),
    );
    expect(expected.length).toBeGreaterThan(5);
    const slept = [];
    for (const { id } of cases) if ((await stageOf(b, id)).stage === 'dormant') slept.push(id);
    expect(slept).toEqual(expected.map(({ id }) => id));
    expect(awake).toBe(1);
    expect(asleep).toBeGreaterThanOrEqual(slept.length);
    expect((await stageOf(b, back)).stage).toBe('first_order');
    expect((await stageOf(a, other)).stage).toBe('repeat');
    const [, step] = await stepsOf(b, slept[0]!);
    expect(step).toMatchObject({ from: 'repeat', to: 'dormant', cause: 'silence', by: null, at: NOW });
    expect(await wired.get(SweepDormantUseCase).execute(b, NOW)).toEqual({ asleep: 0, awake: 0 });
  });

  it('hears the buyer’s last message', async () => {
    const quiet = { usualGapDays: 1, orderCount: 2, lastOrderAt: daysAgo(300) };
    await inUnit(a, () =>
      wired.get(BuyersRepository).update(a, a.buyerId, { ...quiet, stageSince: daysAgo(300), createdAt: daysAgo(300) }),
    );
    await inUnit(a, async () => {
      await wired.db.database.query(
        a,
        `with heard as (update messages set sent_at = $3 where workspace_id = $1 and id = $2 returning conversation_id)
         update conversations c set last_message_at = $3 from heard where c.workspace_id = $1 and c.id = heard.conversation_id`,
        [a.workspaceId, a.messageId, daysAgo(2)],
      );
    });
    await wired.get(SweepDormantUseCase).execute(a, NOW);
    expect((await stageOf(a, a.buyerId)).stage).not.toBe('dormant');
    await wired.get(SweepDormantUseCase).execute(a, new Date(NOW.getTime() + 2 * DAY_MS));
    expect((await stageOf(a, a.buyerId)).stage).toBe('dormant');
  });
});
