import { BuyerOrderTotalsRepository, BuyersRepository, EventLog, isRefused, newId, OrdersRepository } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import fc from 'fast-check';
import pg from 'pg';
import { memberContext } from '../../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { NIGHTLY_UPKEEP } from '../grading/nightly-upkeep.ts';
import { NightlyUpkeepJob } from '../grading/nightly-upkeep.job.ts';
import { queryBuyerRows } from '../list/buyer-rows.query.ts';
import { MergeBuyersUseCase } from '../merge/merge-buyers.use-case.ts';
import { UndoMergeUseCase } from '../merge/undo-merge.use-case.ts';
import { RecountOrdersUseCase } from './recount-orders.use-case.ts';

const NOW = new Date('2026-06-15T10:00:00Z');
const DAY_MS = 86_400_000;

let wired: WiredFeatures;
let a: SeededWorkspace;
let b: SeededWorkspace;
beforeAll(async () => {
  wired = await wireFeatures(NOW.toISOString());
  ({ a, b } = await seedTwoWorkspaces(wired.db));
});
afterAll(() => wired.close());

interface Order {
  id: string;
  days: number;
  minor: bigint;
  currency: 'USD' | 'KRW';
  kind: 'paid' | 'unpaid' | 'sample';
  cancelled: boolean;
}

const newBuyer = async (): Promise<string> => {
  const id = newId();
  await wired.db.unitOfWork.run(a, () =>
    wired.get(BuyersRepository).insert(a, { id, name: id, stageSince: NOW, createdAt: NOW, updatedAt: NOW }),
  );
  return id;
};
const place = (buyerId: string, order: Order): Promise<void> => {
  const placedAt = new Date(NOW.getTime() - order.days * DAY_MS);
  return wired.db.unitOfWork.run(a, () =>
    wired.get(OrdersRepository).insert(a, {
      id: order.id,
      buyerId,
      externalId: order.id,
      state: order.kind === 'unpaid' ? 'PENDING_PAYMENT' : 'COMPLETED',
      placedAt,
      paidAt: order.kind === 'unpaid' ? null : placedAt,
      isSample: order.kind === 'sample',
      currency: order.currency,
      totalMinor: order.minor * 3n,
      baseCurrency: 'USD',
      baseTotalMinor: order.minor,
      createdAt: NOW,
    }),
  );
};
const update = (id: string, row: Parameters<OrdersRepository['update']>[2]): Promise<unknown> =>
  wired.db.unitOfWork.run(a, () => wired.get(OrdersRepository).update(a, id, row));
const recount = (...ids: string[]): Promise<void> => wired.get(RecountOrdersUseCase).execute(a, ids, NOW);
const events = async (buyerId: string) =>
  (await wired.get(EventLog).readAfter(a, '0', 100_000)).filter((event) => event.buyerId === buyerId);

/** What the tags are when only the log is read. */
const tagInLog = async (buyerId: string): Promise<string | null> => {
  let tag: string | null = null;
  for (const { verb, data } of await events(buyerId)) {
    if (verb === 'buyer.tag_added') {
      expect(tag).toBeNull(); // one tag by rule at a time
      tag = String(data['tag']);
    } else if (verb === 'buyer.tag_removed') {
      expect(tag).toBe(data['tag']);
      tag = null;
    }
  }
  return tag;
};

const steps = fc.array(
  fc.oneof(
    fc.record({
      act: fc.constant('place' as const),
      days: fc.integer({ min: -3, max: 700 }),
      minor: fc.bigInt({ min: 1n, max: 90_000n }),
      currency: fc.constantFrom('USD' as const, 'KRW' as const),
      kind: fc.constantFrom('paid' as const, 'paid' as const, 'unpaid' as const, 'sample' as const),
    }),
    fc.record({ act: fc.constantFrom('cancel' as const, 'revive' as const, 'pay' as const), which: fc.nat() }),
  ),
  { maxLength: 8 },
);

test('what somebody else recounted while the nightly count ran stays as counted there', async () => {
  const buyerId = await newBuyer();
  const order = (): Order => ({ id: newId(), days: 1, minor: 5n, currency: 'USD', kind: 'paid', cancelled: false });
  await place(buyerId, order());
  await recount(buyerId);
  await place(buyerId, order());
  const totals = async () => (await wired.get(BuyerOrderTotalsRepository).find(a, { buyerId }))[0]?.orderCount;
  const [other, watcher] = [new pg.Client(wired.db.url), new pg.Client(wired.db.url)];
  await Promise.all([other.connect(), watcher.connect()]);
  try {
    await other.query('begin');
    await other.query(`update buyer_order_totals set order_count = 7, paid_total_minor = 105 where buyer_id = $1`, [
      buyerId,
    ]);
    const nightly = wired.get(RecountOrdersUseCase).executeForAll(a, NOW);
    const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    for (let asked = 0; asked < 10_000 && (await watcher.query(waits)).rowCount === 0; asked += 1);
    await other.query('commit');
    await nightly;
    expect(await totals()).toBe(7);
    await recount(buyerId);
    expect(await totals()).toBe(2);
  } finally {
    await Promise.all([other.end(), watcher.end()]);
  }
});

test('after any sequence of orders, payments and cancellations, tags and figures equal a recount', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const buyerId = await newBuyer();
      const orders: Order[] = [];
      for (const step of sequence) {
        if (step.act === 'place') {
          const order = { ...step, id: newId(), cancelled: false };
          orders.push(order);
          await place(buyerId, order);
        } else {
          const order = orders[step.which % Math.max(orders.length, 1)];
          if (!order) continue;
          if (step.act === 'pay' && order.kind === 'unpaid') {
            order.kind = 'paid';
            await update(order.id, { paidAt: new Date(NOW.getTime() - order.days * DAY_MS), state: 'PAID' });
          } else if (step.act !== 'pay') {
            order.cancelled = step.act === 'cancel';
            await update(order.id, { cancelledAt: order.cancelled ? NOW : null });
          }
        }
        await recount(buyerId);
        const paid = orders.filter(({ kind, cancelled, days }) => kind === 'paid' && !cancelled && days >= 0);
        const lastYear = paid.filter(({ days }) => days < 365);
        const sum = (rows: Order[]): bigint => rows.reduce((total, { minor }) => total + minor, 0n);
        const expected = [null, 'first_order', 'repeat'][Math.min(paid.length, 2)];
        expect(await tagInLog(buyerId)).toBe(expected);
        expect(await wired.get(BuyersRepository).getById(a, buyerId)).toMatchObject({
          orderCount: paid.length,
          paidTotalMinor: sum(paid),
          paidYearMinor: sum(lastYear),
          stage: [expect.anything(), 'first_order', 'repeat'][Math.min(paid.length, 2)],
        });
        const totals = await wired.get(BuyerOrderTotalsRepository).find(a, { buyerId });
        expect(Object.fromEntries(totals.map((row) => [row.currency, [row.orderCount, row.paidTotalMinor]]))).toEqual(
          Object.fromEntries(
            [...Map.groupBy(paid, ({ currency }) => currency)].map(([currency, own]) => [
              currency,
              [own.length, sum(own) * 3n],
            ]),
          ),
        );
      }
    }),
    { numRuns: 25 },
  );
});

const acts = fc.array(
  fc.record({
    act: fc.constantFrom('place' as const, 'place' as const, 'cancel' as const, 'merge' as const, 'undo' as const),
    first: fc.boolean(),
    kind: fc.constantFrom('paid' as const, 'paid' as const, 'unpaid' as const, 'sample' as const),
    which: fc.nat(),
  }),
  { maxLength: 10 },
);

test('after any sequence of orders, cancellations, merges and undos, the tags shown equal a recount of the orders', async () => {
  const ctx = memberContext(a);
  const [merge, undo] = [wired.get(MergeBuyersUseCase), wired.get(UndoMergeUseCase)];
  wired.clock.set(NOW);
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const pair = [await newBuyer(), await newBuyer()] as const;
      const merges: string[] = [];
      const placed: string[] = [];
      for (const { act, first, kind, which } of sequence) {
        const there = await wired.get(BuyersRepository).findByIds(a, pair);
        const target = there[(first ? 0 : 1) % there.length]!.id;
        if (act === 'place') {
          const id = newId();
          placed.push(id);
          await place(target, { ...ONE, id, kind });
          await recount(target);
        } else if (act === 'cancel' && placed.length > 0) {
          const id = placed[which % placed.length]!;
          await update(id, { cancelledAt: NOW });
          await recount((await wired.get(OrdersRepository).getById(a, id)).buyerId);
        } else if (act === 'merge') {
          const id = newId();
          const [keptId, mergedId] = first ? pair : pair.toReversed();
          const outcome = await merge.execute(ctx, { id, keptId: keptId!, mergedId: mergedId!, fieldsFromMerged: [] });
          expect(isRefused(outcome)).toBe(there.length < 2);
          if (!isRefused(outcome)) merges.push(id);
        } else if (act === 'undo' && there.length < 2)
          expect(isRefused(await undo.execute(ctx, merges.at(-1)!))).toBe(false);
        for (const row of (await queryBuyerRows(wired.db.database, a, pair)).values()) {
          const own = await wired.get(OrdersRepository).find(a, { buyerId: row.id });
          const paid = own.filter((order) => order.paidAt && !order.cancelledAt && !order.isSample);
          expect([row.orderCount, row.tags]).toEqual([
            paid.length,
            [[], ['firstOrder'], ['repeat']][Math.min(paid.length, 2)],
          ]);
        }
      }
    }),
    { numRuns: 20 },
  );
});

test('the usual gap is the median over distinct order days in the zone of the workspace', async () => {
  const buyerId = await newBuyer();
  for (const days of [100, 100, 90, 60]) await place(buyerId, { ...ONE, id: newId(), days });
  await recount(buyerId);
  expect((await wired.get(BuyersRepository).getById(a, buyerId)).usualGapDays).toBe(20); // of 10 and 30
});

const ONE: Order = { id: '', days: 10, minor: 30_000n, currency: 'USD', kind: 'paid', cancelled: false };

test('counting again changes nothing; many buyers are counted and graded as one is', async () => {
  const ids = await Promise.all(Array.from({ length: 25 }, newBuyer));
  for (const id of ids) await place(id, { ...ONE, id: newId() });
  await recount(...ids);
  const once = await events(ids[0]!);
  expect(once.map(({ verb, data }) => [verb, data['tag'] ?? data['to']])).toEqual([
    ['buyer.tag_added', 'first_order'],
    ['buyer.stage_changed', 'first_order'],
    ['buyer.graded', expect.any(String)],
  ]);
  await recount(...ids);
  expect(await events(ids[0]!)).toEqual(once);
  const alone = await newBuyer();
  await place(alone, { ...ONE, id: newId() });
  await recount(alone);
  const [one, other] = await wired.get(BuyersRepository).findByIds(a, [ids[0]!, alone]);
  expect(one!.grading).toEqual(other!.grading);
  expect(one!.score).toBe(other!.score);
});

test('a night moves the last 12 months on, grades by it, and plans exactly one next night', async () => {
  const buyerId = await newBuyer();
  await place(buyerId, { ...ONE, id: newId(), days: 364, minor: 5_000_000n });
  await recount(buyerId);
  const before = await wired.get(BuyersRepository).getById(a, buyerId);
  expect(before.paidYearMinor).toBe(5_000_000n);
  wired.clock.set(new Date(NOW.getTime() + 2 * DAY_MS));
  const job = wired.get(NightlyUpkeepJob);
  await job.run({ workspaceId: a.workspaceId });
  await job.run({ workspaceId: a.workspaceId });
  wired.clock.set(NOW);
  const after = await wired.get(BuyersRepository).getById(a, buyerId);
  expect(after).toMatchObject({ paidYearMinor: 0n, paidTotalMinor: 5_000_000n, orderCount: 1 });
  expect(Number(after.score)).toBeLessThan(Number(before.score));
  expect(await wired.waitingJobs(NIGHTLY_UPKEEP)).toEqual([{ workspaceId: a.workspaceId }]);
  await wired.db.unitOfWork.run(b, () => wired.get(RecountOrdersUseCase).execute(b, [b.buyerId], NOW));
  expect(await wired.waitingJobs(NIGHTLY_UPKEEP)).toHaveLength(2); // one for each workspace
});
