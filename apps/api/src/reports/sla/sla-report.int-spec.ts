import { createTestDatabase, seedTwoWorkspaces, type SeededWorkspace, type TestDatabase } from '@dangol/db/testing';
import { CodedError } from '../../platform/errors/coded-error.ts';
import { ResponseRows } from '../../testing/response-rows.ts';
import { countResponseSamples, queryResponseSamples } from './list-response-samples.query.ts';
import { loadSlaReport } from './load-sla-report.ts';
import { ReportClock, ReportMeasure, type SlaReportFilter } from './sla-report.input.ts';

/** A Monday, noon in Seoul. The seeded hours are Mondays 9:00 to 18:00 there: 0:00 to 9:00 UTC. */
const NOW = '2026-06-29T03:00:00Z';
const JUNE: SlaReportFilter = {
  from: '2026-06-01',
  to: '2026-06-30',
  measure: ReportMeasure.RESPONSE,
  clock: ReportClock.CALENDAR,
};

describe('the SLA report', () => {
  let db: TestDatabase;
  let rows: ResponseRows;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
  let buyers: { a: string; b: string; none: string };
  let open: { fresh: string; overdue: string };
  let pairs = 0;
  beforeAll(async () => {
    db = await createTestDatabase();
    rows = new ResponseRows(db);
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    ({ a, b } = await seedTwoWorkspaces(db, `-${(pairs += 1)}`));
    await rows.clear(a);
    await rows.clear(b);
    buyers = {
      a: await rows.buyer(a, 'A', 'DE', a.viewerId),
      b: await rows.buyer(a, 'B', 'US'),
      none: await rows.buyer(a, null, null),
    };
    const thread = { a: await rows.conversation(a, buyers.a), b: await rows.conversation(a, buyers.b) };
    open = {
      fresh: await rows.conversation(a, buyers.none, a.ownerId),
      overdue: await rows.conversation(a, buyers.none),
    };
    // 1 h on both clocks
    await rows.inquiry(a, {
      ...{ buyerId: buyers.a, conversationId: thread.a, memberId: a.ownerId, met: true, businessMinutes: 60 },
      ...{ openedAt: '2026-06-08T00:00:00Z', respondedAt: '2026-06-08T01:00:00Z' },
    });
    // 24 h, of them half an hour open; acknowledged after 1 minute
    await rows.inquiry(a, {
      ...{
        buyerId: buyers.b,
        conversationId: thread.b,
        memberId: a.viewerId,
        met: false,
        businessMinutes: 30,
        turn: 'next',
      },
      ...{ openedAt: '2026-06-08T08:30:00Z', respondedAt: '2026-06-09T08:30:00Z', ackAt: '2026-06-08T08:31:00Z' },
    });
    // open for 2 h on both clocks, still in time
    await rows.inquiry(a, {
      ...{
        buyerId: buyers.none,
        conversationId: open.fresh,
        openedAt: '2026-06-29T01:00:00Z',
        dueAt: '2026-06-29T05:00:00Z',
      },
    });
    // open for 163 h, of them 1 h + 3 h open; overdue, acknowledged half an hour later
    await rows.inquiry(a, {
      ...{ buyerId: buyers.none, conversationId: open.overdue, openedAt: '2026-06-22T08:00:00Z' },
      ...{ dueAt: '2026-06-22T09:00:00Z', ackAt: '2026-06-22T08:30:00Z' },
    });
    for (const [status, at] of [
      ['declined', '2026-06-10T05:00:00Z'],
      ['spam', '2026-06-11T05:00:00Z'],
    ] as const)
      await rows.inquiry(a, {
        buyerId: buyers.b,
        conversationId: thread.b,
        openedAt: at,
        respondedAt: '2026-06-12T05:00:00Z',
        status,
      });
    await rows.inquiry(b, { openedAt: '2026-06-08T00:00:00Z', respondedAt: '2026-06-08T09:00:00Z' });
  });

  const report = (filter: Partial<SlaReportFilter> = {}, ctx: object = a) =>
    loadSlaReport(db.database, ctx as SeededWorkspace, { ...JUNE, ...filter }, new Date(NOW));

  it('puts the unanswered beside the mean, declined and spam apart, and automatic answers apart', async () => {
    const { figures, targetMinutes } = await report();
    expect(figures).toMatchObject({ answered: 2, unanswered: 2, declined: 1, spam: 1, automaticOnly: 1 });
    expect(figures.meanMinutes).toBe((60 + 1_440) / 2);
    expect(figures.medianMinutes).toBe(750);
    expect(figures.p90Minutes).toBeCloseTo(60 + 0.9 * 1_380, 9);
    expect(figures.oldestWaitMinutes).toBe(163 * 60);
    expect(figures.metShare).toBe(1 / 3); // met, missed, overdue; the fresh one is not decided
    expect(figures.timelyShare).toBe(2 / 3); // exactly 24 h is timely, the old open one is not, the fresh one undecided
    expect(figures.within12HoursShare).toBe(1 / 3);
    expect(figures.ifAnsweredNowMinutes).toBe((60 + 1_440 + 120 + 9_780) / 4);
    expect(figures.ifAnsweredTomorrowMinutes).toBe((60 + 1_440 + 120 + 9_780 + 2 * 1_440) / 4);
    expect(figures.withAutomaticMeanMinutes).toBe((60 + 1 + 30) / 3);
    expect(targetMinutes).toBe(240);
  });

  it('counts on the business clock what the office hours hold, also of those that wait', async () => {
    const { figures, slowest, targetMinutes } = await report({ clock: ReportClock.BUSINESS });
    expect(figures.meanMinutes).toBe(45);
    expect(figures.oldestWaitMinutes).toBe(4 * 60);
    expect(figures.ifAnsweredNowMinutes).toBe((60 + 30 + 120 + 240) / 4);
    expect(figures.ifAnsweredTomorrowMinutes).toBe((60 + 30 + 120 + 240 + 2 * 360) / 4); // six hours of this Monday are left
    expect(figures.withAutomaticMeanMinutes).toBe((60 + 1 + 30) / 3);
    expect(figures.timelyShare).toBe(2 / 3); // elapsed time, whatever the clock
    expect(targetMinutes).toBeNull(); // the mean is promised in elapsed time
    expect(slowest.map(({ tookMinutes, status }) => [status, tookMinutes]).slice(0, 4)).toEqual([
      ['open', 240],
      ['open', 120],
      ['answered', 60],
      ['answered', 30],
    ]);
  });

  it('tells first and next apart', async () => {
    expect((await report({ measure: ReportMeasure.FIRST })).figures).toMatchObject({ answered: 1, unanswered: 2 });
    expect((await report({ measure: ReportMeasure.NEXT })).figures).toMatchObject({ answered: 1, unanswered: 0 });
  });

  it('groups by who answered or is to answer, by channel, grade and country', async () => {
    const seen = await report();
    const said = (groups: typeof seen.byMember) =>
      groups.map(({ key, label, figures }) => [key, label, figures.answered, figures.unanswered]);
    expect(said(seen.byMember)).toEqual([
      [null, '', 0, 1], // the largest: the declined one and the spam are counted too
      [a.ownerId, 'owner', 1, 1],
      [a.viewerId, 'viewer', 1, 0],
    ]);
    expect(said(seen.byChannel)).toEqual([[a.channelId, 'Storefront', 2, 2]]);
    expect(said(seen.byGrade)).toEqual([
      ['A', 'A', 1, 0],
      ['B', 'B', 1, 0],
      [null, '', 0, 2],
    ]);
    expect(said(seen.byCountry)).toEqual(
      expect.arrayContaining([
        ['DE', 'DE', 1, 0],
        ['US', 'US', 1, 0],
        [null, '', 0, 2],
      ]),
    );
  });

  it('keeps every filter, and the workspace', async () => {
    expect((await report({ grade: ['A'] })).figures).toMatchObject({ answered: 1, unanswered: 0, meanMinutes: 60 });
    expect((await report({ country: ['US', 'KR'] })).figures).toMatchObject({ answered: 1, declined: 1, spam: 1 });
    expect((await report({ memberId: [a.ownerId] })).figures).toMatchObject({ answered: 1, unanswered: 1 });
    expect((await report({ channelId: [b.channelId] })).figures).toMatchObject({ answered: 0, unanswered: 0 });
    expect((await report({ to: '2026-06-21' })).figures).toMatchObject({ answered: 2, unanswered: 0 });
    expect((await report({}, b)).figures).toMatchObject({ answered: 1, meanMinutes: 540 });
    await expect(report({ from: '2026-07-01' })).rejects.toThrow(CodedError);
  });

  it("takes the day in the workspace's zone", async () => {
    await rows.inquiry(a, { openedAt: '2026-05-31T15:00:00Z', respondedAt: '2026-05-31T15:10:00Z' }); // midnight of 1 June in Seoul
    await rows.inquiry(a, { openedAt: '2026-05-31T14:59:59Z', respondedAt: '2026-05-31T15:10:00Z' });
    expect((await report()).figures.answered).toBe(3);
    expect((await report({ from: '2026-05-31', to: '2026-05-31' })).figures.answered).toBe(1);
  });

  it('says when inquiries come: hours of the week in Seoul, spam left out', async () => {
    const { arrivals } = await report();
    expect(arrivals).toEqual([
      { weekday: 1, hour: 9, arrived: 1, meanMinutes: 60 },
      { weekday: 1, hour: 10, arrived: 1, meanMinutes: null },
      { weekday: 1, hour: 17, arrived: 2, meanMinutes: 1_440 },
      { weekday: 3, hour: 14, arrived: 1, meanMinutes: null },
    ]);
  });

  it('rolls the 30-day mean day by day, as it stood at the end of each', async () => {
    await rows.inquiry(a, { openedAt: '2026-05-20T00:00:00Z', respondedAt: '2026-05-20T10:00:00Z' });
    const { rolling } = await report();
    const on = (date: string) => rolling.find((day) => day.date === date);
    expect(rolling).toHaveLength(29); // up to today, the 29th
    expect(on('2026-06-07')).toEqual({ date: '2026-06-07', meanMinutes: 600, answered: 1, unanswered: 0 });
    // the second was asked at 17:30 of the 8th in Seoul and answered on the 9th
    expect(on('2026-06-08')).toEqual({ date: '2026-06-08', meanMinutes: 330, answered: 2, unanswered: 1 });
    expect(on('2026-06-09')).toEqual({ date: '2026-06-09', meanMinutes: 700, answered: 3, unanswered: 0 });
    expect(on('2026-06-19')).toMatchObject({ answered: 2, meanMinutes: 750 }); // the one of May is 30 days old
    expect(on('2026-06-29')).toMatchObject({ answered: 2, unanswered: 2 });
  });

  it('says who ordered after how fast an answer: by first inquiries alone', async () => {
    const order = (buyerId: string, paidAt: string) =>
      rows.write(
        a,
        `insert into orders (workspace_id, id, buyer_id, external_id, state, placed_at, paid_at, currency, total_minor, base_currency, base_total_minor, created_at)
         values ($1, gen_random_uuid(), $2, gen_random_uuid(), 'COMPLETED', $3, $3, 'USD', 100, 'USD', 100, $3)`,
        [buyerId, paidAt],
      );
    await order(buyers.a, '2026-06-20T00:00:00Z');
    await order(buyers.b, '2026-06-01T00:00:00Z'); // before it asked
    const { conversion } = await report({ measure: ReportMeasure.NEXT }); // the measure does not matter
    expect(conversion).toEqual([
      { band: 'UNDER_1H', buyers: 1, ordered: 1, share: 1 },
      { band: 'UNDER_4H', buyers: 0, ordered: 0, share: null },
      { band: 'UNDER_12H', buyers: 0, ordered: 0, share: null },
      { band: 'UNDER_24H', buyers: 1, ordered: 0, share: 0 },
      { band: 'LATER', buyers: 0, ordered: 0, share: null },
      { band: 'UNANSWERED', buyers: 1, ordered: 0, share: 0 },
    ]);
  });

  it('forecasts with the open ones', async () => {
    const { forecast } = await report();
    expect(forecast).toEqual({ conversationIds: [open.fresh, open.overdue], withinMinutes: null });
    await rows.inquiry(a, { openedAt: '2026-06-15T00:00:00Z', respondedAt: '2026-06-15T00:00:01Z' });
    for (let more = 0; more < 5; more += 1)
      await rows.inquiry(a, { openedAt: '2026-06-15T00:00:00Z', respondedAt: '2026-06-15T00:00:00Z' });
    // 9 x 240 - (60 + 1440 + 1/60) - 120 leaves 539 minutes
    expect((await report()).forecast).toEqual({ conversationIds: [open.fresh], withinMinutes: 539 });
  });

  it.each([ReportClock.CALENDAR, ReportClock.BUSINESS])(
    'pages the samples, the slowest first, on the %s clock',
    async (clock) => {
      const filter = { ...JUNE, clock };
      const all = await queryResponseSamples(db.database, a, filter, { first: 50 }, new Date(NOW));
      expect(all.edges).toHaveLength(6);
      expect(await countResponseSamples(db.database, all.scope)).toBe(6);
      const took = all.edges.map(({ node }) => node.tookMinutes);
      expect(took.slice(0, 4)).toEqual(clock === ReportClock.CALENDAR ? [9_780, 1_440, 120, 60] : [240, 120, 60, 30]);
      expect(
        all.edges
          .slice(4)
          .map(({ node }) => node.status)
          .toSorted(),
      ).toEqual(['declined', 'spam']);
      const paged: string[] = [];
      let after: string | undefined;
      for (let page = 0; page < 6; page += 1) {
        // time goes on between two pages; what waits must not move
        const later = new Date(Date.parse(NOW) + page * 3_600_000);
        const { edges, pageInfo } = await queryResponseSamples(
          db.database,
          a,
          filter,
          { first: 1, ...(after && { after }) },
          later,
        );
        paged.push(edges[0]!.node.id);
        after = pageInfo.endCursor ?? undefined;
        expect(pageInfo.hasNextPage).toBe(page < 5);
      }
      expect(paged).toEqual(all.edges.map(({ node }) => node.id));
    },
  );

  it('shows those who see their own records theirs alone', async () => {
    const own = { ...a, ownRecordsOf: a.viewerId };
    expect((await report({}, own)).figures).toMatchObject({ answered: 1, unanswered: 0, spam: 0, meanMinutes: 60 });
    const { edges } = await queryResponseSamples(db.database, own, JUNE, { first: 10 }, new Date(NOW));
    expect(edges.map(({ node }) => node.buyerId)).toEqual([buyers.a]);
  });

  it('refuses the cursor of another list', async () => {
    const after = Buffer.from('["x"]').toString('base64url');
    await expect(queryResponseSamples(db.database, a, JUNE, { first: 1, after }, new Date(NOW))).rejects.toThrow(
      CodedError,
    );
  });

  describe('of the platform', () => {
    const PLATFORM = { measure: ReportMeasure.PLATFORM, clock: ReportClock.BUSINESS };

    it('leaves excluded senders out, counts spam apart, and never asks for business time', async () => {
      await rows.buyerDay(a, {
        openedAt: '2026-06-10T00:00:00Z',
        respondedAt: '2026-06-10T04:00:00Z',
        memberId: a.ownerId,
      });
      await rows.buyerDay(a, { buyerId: buyers.a, openedAt: '2026-06-10T00:00:00Z', excluded: 'sender' });
      await rows.buyerDay(a, {
        buyerId: buyers.b,
        openedAt: '2026-06-10T00:00:00Z',
        respondedAt: '2026-06-10T05:00:00Z',
        excluded: 'spam',
      });
      await rows.buyerDay(a, { buyerId: buyers.none, openedAt: '2026-06-28T22:00:00Z' });
      const { figures, filter } = await report(PLATFORM);
      expect(filter).toMatchObject({ clock: 'CALENDAR', measure: 'PLATFORM' });
      expect(figures).toMatchObject({ answered: 1, unanswered: 1, spam: 1, declined: 0, meanMinutes: 240 });
      expect(figures.metShare).toBe(0.5); // exactly 4 h keeps the target of 4 h; 5 h of waiting do not
    });

    it('takes the last 30 times 24 hours when the period ends today, whole days when it does not', async () => {
      const at = (openedAt: string, day: number) =>
        rows.buyerDay(a, {
          buyerId: [buyers.a, buyers.b, buyers.none][day]!,
          openedAt,
          respondedAt: '2026-06-29T02:00:00Z',
        });
      await at('2026-05-30T03:00:00Z', 0); // exactly 30 days ago: outside
      await at('2026-05-30T03:00:01Z', 1);
      await at('2026-06-29T01:59:00Z', 2);
      const last30 = await report({ ...PLATFORM, from: '2026-05-31', to: '2026-06-29' });
      expect(last30.figures.answered).toBe(2);
      expect(last30.filter).toMatchObject({ since: new Date('2026-05-30T03:00:00Z'), until: new Date(NOW) });
      expect(last30.rolling.at(-1)).toMatchObject({ answered: 2, meanMinutes: last30.figures.meanMinutes });
      const may = await report({ ...PLATFORM, from: '2026-05-30', to: '2026-05-30' });
      expect(may.figures.answered).toBe(2); // noon of 30 May in Seoul lies in that day
    });
  });
});
