import { newId } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import type { RequestContext } from '../platform/context/request-context.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { loadBuyerInsights } from './load-buyer-insights.ts';

const NOW = '2026-11-20T05:00:00Z';

describe('the buyer report', () => {
  let wired: WiredFeatures;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
  let pairs = 0;
  beforeAll(async () => {
    wired = await wireFeatures(NOW);
  });
  afterAll(() => wired.close());
  beforeEach(async () => {
    ({ a, b } = await seedTwoWorkspaces(wired.db, `-${(pairs += 1)}`));
    for (const ctx of [a, b]) {
      await write(ctx, `delete from order_lines where workspace_id = $1`);
      await write(ctx, `delete from order_adjustments where workspace_id = $1`);
      await write(ctx, `delete from orders where workspace_id = $1`);
    }
  });

  const write = (ctx: SeededWorkspace, sql: string, params: unknown[] = []) =>
    wired.db.unitOfWork.run(ctx, () => wired.db.database.query(ctx, sql, [ctx.workspaceId, ...params]));
  async function buyer(ctx: SeededWorkspace, grade: string | null, level: string | null, country: string | null) {
    const id = newId();
    await write(
      ctx,
      `insert into buyers (workspace_id, id, name, grade, platform_level, country, stage_since, created_at, updated_at)
       values ($1, $2, 'Buyer', $3, $4, $5, $6, $6, $6)`,
      [id, grade, level, country, NOW],
    );
    return id;
  }
  /** A paid order; `extra` are cancelled_at and is_sample. */
  const order = (ctx: SeededWorkspace, buyerId: string, paidAt: string, usd: number, extra = 'null, false') =>
    write(
      ctx,
      `insert into orders (workspace_id, id, buyer_id, external_id, state, placed_at, paid_at, currency, total_minor, base_currency, base_total_minor, created_at, cancelled_at, is_sample)
       values ($1, gen_random_uuid(), $2, gen_random_uuid(), 'COMPLETED', $3, $3, 'USD', $4, 'USD', $4, $3, ${extra})`,
      [buyerId, paidAt, Math.round(usd * 100)],
    );
  /** An inquiry of the buyer, on the seeded thread. */
  async function inquiry(ctx: SeededWorkspace, buyerId: string, openedAt: string, status = 'answered') {
    const messageId = newId();
    await write(
      ctx,
      `insert into messages (workspace_id, id, conversation_id, channel_id, direction, author_kind, revision, text, sent_at, created_at)
       values ($1, $2, $3, $4, 'inbound', 'buyer', 9, 'x', $5, $5)`,
      [messageId, ctx.conversationId, ctx.channelId, openedAt],
    );
    await write(
      ctx,
      `insert into inquiries (workspace_id, id, conversation_id, channel_id, buyer_id, opening_message_id, opened_at, status, target_minutes, sla_policy_id, business_calendar_id, due_at)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, 240, $8, $9, $6)`,
      [ctx.conversationId, ctx.channelId, buyerId, messageId, openedAt, status, ctx.policyId, ctx.calendarId],
    );
  }
  const insights = (ctx: SeededWorkspace, from: string, to: string, permissions = ['money:read']) =>
    loadBuyerInsights(
      wired.db.database,
      { ...ctx, permissions: new Set(permissions) } as unknown as RequestContext,
      { from, to },
      new Date(NOW),
    );

  it('counts who asked first in the period and ordered afterwards, by grade and by level', async () => {
    const won = await buyer(a, 'A', 'L3', 'US');
    await inquiry(a, won, '2026-04-01T00:00:00Z');
    await inquiry(a, won, '2026-05-01T00:00:00Z');
    await order(a, won, '2026-06-10T00:00:00Z', 100);
    const before = await buyer(a, 'A', null, 'US'); // ordered before it asked: that order is no conversion
    await order(a, before, '2026-03-01T00:00:00Z', 100);
    await inquiry(a, before, '2026-04-02T00:00:00Z');
    const earlier = await buyer(a, 'A', 'L3', 'US'); // the first inquiry lies before the period
    await inquiry(a, earlier, '2026-02-01T00:00:00Z');
    await inquiry(a, earlier, '2026-04-03T00:00:00Z');
    const spam = await buyer(a, null, null, null);
    await inquiry(a, spam, '2026-04-04T00:00:00Z', 'spam');
    const { conversion } = await insights(a, '2026-04-01', '2026-04-30');
    expect(Object.fromEntries(conversion.map(({ key, ...row }) => [key, row]))).toEqual({
      A: { buyers: 3, inquirers: 2, ordered: 1, rate: 0.5 },
      B: { buyers: 0, inquirers: 0, ordered: 0, rate: null },
      C: { buyers: 2, inquirers: 0, ordered: 0, rate: null }, // the seeded buyer and the spam, neither graded
      L1: { buyers: 0, inquirers: 0, ordered: 0, rate: null },
      L2: { buyers: 0, inquirers: 0, ordered: 0, rate: null },
      L3: { buyers: 2, inquirers: 1, ordered: 1, rate: 1 },
      L4: { buyers: 0, inquirers: 0, ordered: 0, rate: null },
      NONE: { buyers: 3, inquirers: 1, ordered: 0, rate: 0 },
    });
  });

  it('splits revenue by month, first and repeat, in the days of the workspace; samples and cancelled orders bring none', async () => {
    const one = await buyer(a, 'A', null, 'US');
    const two = await buyer(a, 'B', null, null);
    await order(a, one, '2026-01-31T15:00:00Z', 150.5); // 1 February in Seoul
    await order(a, one, '2026-02-10T00:00:00Z', 300);
    await order(a, one, '2026-02-11T00:00:00Z', 5_000, 'now(), false');
    await order(a, two, '2026-01-05T00:00:00Z', 50);
    await order(a, two, '2026-03-31T14:59:59Z', 1_200); // still March
    await order(a, two, '2026-03-31T15:00:00Z', 7_777); // April
    await order(b, b.buyerId, '2026-02-10T00:00:00Z', 9_999);
    const seen = await insights(a, '2026-02-01', '2026-03-31');
    expect(seen.revenue).toMatchObject([
      { month: '2026-02', first: { minor: '15050' }, repeat: { minor: '30000' } },
      { month: '2026-03', first: { minor: '0' }, repeat: { minor: '120000' } },
    ]);
    expect(seen).toMatchObject({
      firstRevenue: { minor: 15_050n, currency: 'USD' },
      reorderRevenue: { minor: 150_000n },
    });
    expect(seen.reorderShare).toBeCloseTo(150_000 / 165_050, 5);
    expect(seen.orderValues).toMatchObject([
      { grade: 'A', orders: 2, averageOrder: { minor: 22_525n } },
      { grade: 'B', orders: 1, averageOrder: { minor: 120_000n } },
      { grade: 'C', orders: 0, averageOrder: null },
    ]);
    expect(seen.countries).toMatchObject([
      { country: 'US', buyers: 1, newBuyers: 1, repeatBuyers: 0, orders: 2, revenue: { minor: '45050' } },
      { country: null, buyers: 1, newBuyers: 0, repeatBuyers: 1, orders: 1, revenue: { minor: '120000' } },
    ]);
  });

  it('sorts first orders into bands, the lower edge inside', async () => {
    for (const usd of [0, 199.99, 200, 399.99, 400, 800, 1_199.99, 1_200, 90_000]) {
      const id = await buyer(a, 'C', null, 'DE');
      await order(a, id, '2026-05-01T00:00:00Z', usd);
      await order(a, id, '2026-05-02T00:00:00Z', 300); // a reorder is in no band
    }
    const { firstOrderBands } = await insights(a, '2026-05-01', '2026-05-31');
    expect(firstOrderBands).toEqual([
      { fromMinor: 0n, toMinor: 20_000n, orders: 2 },
      { fromMinor: 20_000n, toMinor: 40_000n, orders: 2 },
      { fromMinor: 40_000n, toMinor: 80_000n, orders: 1 },
      { fromMinor: 80_000n, toMinor: 120_000n, orders: 2 },
      { fromMinor: 120_000n, toMinor: null, orders: 2 },
    ]);
    expect((await insights(a, '2026-05-01', '2026-05-31', [])).firstOrderBands).toEqual([]);
  });

  it('tells the repeat rate at the end of the period and one year before', async () => {
    const [one, two, three] = [
      await buyer(a, 'A', null, 'US'),
      await buyer(a, 'B', null, 'US'),
      await buyer(a, 'C', null, 'US'),
    ];
    await order(a, one, '2025-01-01T00:00:00Z', 10);
    await order(a, one, '2025-02-01T00:00:00Z', 10);
    await order(a, two, '2025-03-01T00:00:00Z', 10);
    await order(a, two, '2026-03-01T00:00:00Z', 10);
    await order(a, three, '2026-03-02T00:00:00Z', 10);
    const seen = await insights(a, '2026-03-01', '2026-03-31');
    expect(seen.repeatRate).toBeCloseTo(2 / 3);
    expect(seen.repeatRateBefore).toBe(0.5);
    const empty = await insights(b, '2026-03-01', '2026-03-31');
    expect([empty.repeatRate, empty.repeatRateBefore, empty.reorderShare]).toEqual([null, null, null]);
  });

  it('counts senders beside their buyer cards', async () => {
    await write(
      a,
      `insert into buyer_identities (workspace_id, id, buyer_id, channel_id, external_id, seen_at, created_at)
       values ($1, gen_random_uuid(), $2, $3, 'second', $4, $4)`,
      [a.buyerId, a.channelId, '2026-03-03T00:00:00Z'],
    );
    expect(await insights(a, '2026-03-01', '2026-03-31')).toMatchObject({ senders: 2, buyersOfSenders: 1 });
    expect(await insights(b, '2026-03-01', '2026-03-31')).toMatchObject({ senders: 1, buyersOfSenders: 1 });
    expect(await insights(b, '2026-04-01', '2026-04-30')).toMatchObject({ senders: 0, buyersOfSenders: 0 });
  });
});
