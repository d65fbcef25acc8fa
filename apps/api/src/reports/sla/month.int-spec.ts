import { newId } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { CONVERSATION_CLOSED, INQUIRY_DECLINED, INQUIRY_SPAM_REPORTED, RefreshClocksUseCase } from '../../sla/index.ts';
import { ResponseRows } from '../../testing/response-rows.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { queryResponseSamples } from './list-response-samples.query.ts';
import { loadSlaReport } from './load-sla-report.ts';
import { ReportClock, ReportMeasure } from './sla-report.input.ts';

/** Monday, 9:00 in Seoul, a few days after the month. The office is open Monday to Friday, 9:00 to 18:00: 0:00 to 9:00 UTC. */
const NOW = '2026-10-05T00:00:00Z';
const SEPTEMBER = { from: '2026-09-01', to: '2026-09-30' };

type Act =
  | { readonly buyer: string }
  | { readonly reply: string; readonly promises?: string }
  | { readonly automatic: string }
  | { readonly call: string }
  | { readonly declined: string }
  | { readonly spam: string }
  | { readonly closed: string };

/*
 * One conversation of one buyer each (grade B: 240 business minutes are promised); times are UTC, Seoul is nine hours ahead. The
 * platform's day ends at midnight in Los Angeles, 7:00 UTC. Beside them what each took, elapsed / business, in minutes.
 */
const MONTH: Record<string, Act[]> = {
  // first 90 / 90, next 1500 / 600 (8 h on the 2nd, 2 h on the 3rd); the case 1590 / 690, closed on the 4th
  plain: [
    { buyer: '2026-09-01T01:00:00Z' },
    { reply: '2026-09-01T02:30:00Z' },
    { buyer: '2026-09-02T01:00:00Z' },
    { reply: '2026-09-03T02:00:00Z' },
    { closed: '2026-09-04T02:00:00Z' },
  ],
  // 1020 / 120: 17:00 on the last of the month to 10:00 on the first of the next
  acrossMonthEnd: [{ buyer: '2026-09-30T08:00:00Z' }, { reply: '2026-10-01T01:00:00Z' }],
  // open: 28 days less an hour = 40260 / 8 h + 19 days of 9 h = 10740; acknowledged after half a minute
  automaticOnly: [{ buyer: '2026-09-07T01:00:00Z' }, { automatic: '2026-09-07T01:00:30Z' }],
  // open: 9 days and 14.5 h = 13830 / a week of five days = 2700; came in after hours on a Friday
  neverAnswered: [{ buyer: '2026-09-25T09:30:00Z' }],
  // declined after 4 h; for the platform open for 24 days and 22 h = 35880
  declined: [{ buyer: '2026-09-10T02:00:00Z' }, { declined: '2026-09-10T06:00:00Z' }],
  // archived, but the buyer still waits: 21 days = 30240 / three weeks = 8100
  archived: [{ buyer: '2026-09-14T00:00:00Z' }, { closed: '2026-09-15T00:00:00Z' }],
  // reported after 23 h: no part of the platform's score
  spamInTime: [{ buyer: '2026-09-16T03:00:00Z' }, { spam: '2026-09-17T02:00:00Z' }],
  // reported after 48 h: for the platform open for 18 days and 21 h = 27180
  spamLate: [{ buyer: '2026-09-16T03:00:00Z' }, { spam: '2026-09-18T03:00:00Z' }],
  // 20 / 20 by telephone; the case 20 / 20, closed
  called: [{ buyer: '2026-09-22T05:00:00Z' }, { call: '2026-09-22T05:20:00Z' }, { closed: '2026-09-22T06:00:00Z' }],
  // 30 / 30 by a holding reply; what was promised came two days later and answers no open inquiry
  holding: [
    { buyer: '2026-09-23T04:00:00Z' },
    { reply: '2026-09-23T04:30:00Z', promises: '2026-09-25T09:00:00Z' },
    { reply: '2026-09-25T01:00:00Z' },
  ],
  // first 30 / 30, next 840 / 0 (from after hours to the opening); one day of the platform: 30
  twiceADay: [
    { buyer: '2026-09-08T08:00:00Z' },
    { reply: '2026-09-08T08:30:00Z' },
    { buyer: '2026-09-08T10:00:00Z' },
    { reply: '2026-09-09T00:00:00Z' },
  ],
};

describe('a month of everything, from its messages to its figures', () => {
  let wired: WiredFeatures;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
  beforeAll(async () => {
    wired = await wireFeatures(NOW);
    ({ a, b } = await seedTwoWorkspaces(wired.db));
    for (const workspace of [a, b]) await liveThrough(wired, workspace);
  });
  afterAll(() => wired.close());

  const report = (measure: ReportMeasure, clock: ReportClock) =>
    loadSlaReport(wired.db.database, a, { ...SEPTEMBER, measure, clock }, new Date(NOW));

  it('first response, elapsed', async () => {
    const { figures } = await report(ReportMeasure.RESPONSE, ReportClock.CALENDAR);
    expect(figures).toMatchObject({ answered: 7, unanswered: 3, declined: 1, spam: 2, automaticOnly: 1 });
    // 20 30 30 90 840 1020 1500
    expect(figures.meanMinutes).toBeCloseTo((20 + 30 + 30 + 90 + 840 + 1020 + 1500) / 7, 9);
    expect(figures.medianMinutes).toBe(90);
    expect(figures.p90Minutes).toBeCloseTo(1020 + 0.4 * 480, 9);
    expect(figures.p95Minutes).toBeCloseTo(1020 + 0.7 * 480, 9);
    expect(figures.metShare).toBe(6 / 10); // all answered but the next one of 600; the three open ones are overdue
    expect(figures.timelyShare).toBe(6 / 10);
    expect(figures.within12HoursShare).toBe(4 / 10);
    expect(figures.oldestWaitMinutes).toBe(40_260);
    expect(figures.ifAnsweredNowMinutes).toBeCloseTo((3_530 + 40_260 + 13_830 + 30_240) / 10, 9);
    expect(figures.ifAnsweredTomorrowMinutes).toBeCloseTo((3_530 + 40_260 + 13_830 + 30_240 + 3 * 1_440) / 10, 9);
    expect(figures.withAutomaticMeanMinutes).toBeCloseTo((3_530 + 0.5) / 8, 9);
  });

  it('first response, business time', async () => {
    const { figures } = await report(ReportMeasure.RESPONSE, ReportClock.BUSINESS);
    // 0 20 30 30 90 120 600
    expect(figures.meanMinutes).toBeCloseTo((0 + 20 + 30 + 30 + 90 + 120 + 600) / 7, 9);
    expect(figures.medianMinutes).toBe(30);
    expect(figures.p90Minutes).toBeCloseTo(120 + 0.4 * 480, 9);
    expect(figures.p95Minutes).toBeCloseTo(120 + 0.7 * 480, 9);
    expect(figures).toMatchObject({ metShare: 0.6, timelyShare: 0.6, oldestWaitMinutes: 10_740 });
    expect(figures.ifAnsweredNowMinutes).toBeCloseTo((890 + 10_740 + 2_700 + 8_100) / 10, 9);
    expect(figures.ifAnsweredTomorrowMinutes).toBeCloseTo((890 + 10_740 + 2_700 + 8_100 + 3 * 540) / 10, 9);
    expect(figures.withAutomaticMeanMinutes).toBeCloseTo((890 + 0.5) / 8, 9);
  });

  it('those that open a case, and those that follow an answered one', async () => {
    const first = (await report(ReportMeasure.FIRST, ReportClock.CALENDAR)).figures;
    // 20 30 30 90 1020
    expect(first).toMatchObject({ answered: 5, unanswered: 3, declined: 1, spam: 2, meanMinutes: 1_190 / 5 });
    expect(first).toMatchObject({ medianMinutes: 30, metShare: 5 / 8 });
    expect(first.p90Minutes).toBeCloseTo(90 + 0.6 * 930, 9);
    expect(first.p95Minutes).toBeCloseTo(90 + 0.8 * 930, 9);
    const next = (await report(ReportMeasure.NEXT, ReportClock.CALENDAR)).figures;
    expect(next).toMatchObject({ answered: 2, unanswered: 0, meanMinutes: (840 + 1_500) / 2, metShare: 0.5 });
    expect(next.p95Minutes).toBeCloseTo(840 + 0.95 * 660, 9);
    const business = (await report(ReportMeasure.NEXT, ReportClock.BUSINESS)).figures;
    expect(business).toMatchObject({ meanMinutes: 300, medianMinutes: 300 });
  });

  it('the platform score: buyer-days, declines not known, spam only when it was reported in time', async () => {
    const { figures, targetMinutes } = await report(ReportMeasure.PLATFORM, ReportClock.CALENDAR);
    expect(figures).toMatchObject({ answered: 6, unanswered: 5, declined: 0, spam: 1, automaticOnly: 1 });
    // 20 30 30 90 1020 1500
    expect(figures.meanMinutes).toBeCloseTo(2_690 / 6, 9);
    expect(figures.medianMinutes).toBe(60);
    expect(figures.p90Minutes).toBeCloseTo(1020 + 0.5 * 480, 9);
    expect(figures.p95Minutes).toBeCloseTo(1020 + 0.75 * 480, 9);
    expect(figures.metShare).toBe(4 / 11);
    expect(figures.timelyShare).toBe(5 / 11);
    expect(figures.within12HoursShare).toBe(4 / 11);
    const waits = 40_260 + 13_830 + 30_240 + 35_880 + 27_180;
    expect(figures.ifAnsweredNowMinutes).toBeCloseTo((2_690 + waits) / 11, 9);
    expect(figures.withAutomaticMeanMinutes).toBeCloseTo((2_690 + 0.5) / 7, 9);
    expect(targetMinutes).toBe(240);
  });

  it('cases: closed ones, with what waited for the buyer left out', async () => {
    const elapsed = (await report(ReportMeasure.RESOLUTION, ReportClock.CALENDAR)).figures;
    expect(elapsed).toMatchObject({ answered: 2, unanswered: 6, declined: 1, spam: 2, metShare: null });
    expect(elapsed.meanMinutes).toBe((1_590 + 20) / 2);
    expect(elapsed.p90Minutes).toBeCloseTo(20 + 0.9 * 1_570, 9);
    // three wait for us, three for the buyer: those stand at 1020, 30 and 870
    const waits = 40_260 + 13_830 + 30_240 + 1_020 + 30 + 870;
    expect(elapsed.ifAnsweredNowMinutes).toBeCloseTo((1_610 + waits) / 8, 9);
    expect(elapsed.ifAnsweredTomorrowMinutes).toBeCloseTo((1_610 + waits + 3 * 1_440) / 8, 9);
    const business = (await report(ReportMeasure.RESOLUTION, ReportClock.BUSINESS)).figures;
    expect(business.meanMinutes).toBe((690 + 20) / 2);
    expect(business.ifAnsweredNowMinutes).toBeCloseTo((710 + 10_740 + 2_700 + 8_100 + 120 + 30 + 30) / 8, 9);
  });

  it.each(
    Object.values(ReportMeasure).flatMap((measure) => Object.values(ReportClock).map((clock) => [measure, clock])),
  )('the samples of %s on %s make up its figures', async (measure, clock) => {
    const filter = { ...SEPTEMBER, measure, clock } as Parameters<typeof queryResponseSamples>[2];
    const { figures } = await loadSlaReport(wired.db.database, a, filter, new Date(NOW));
    const { edges } = await queryResponseSamples(wired.db.database, a, filter, { first: 100 }, new Date(NOW));
    const took = (status: string) => edges.flatMap(({ node }) => (node.status === status ? [node.tookMinutes] : []));
    const answered = took('answered');
    expect(answered).toHaveLength(figures.answered);
    expect(answered.reduce((sum, each) => sum + each, 0) / answered.length).toBeCloseTo(figures.meanMinutes!, 9);
    expect(Math.max(...took('open'), 0)).toBe(figures.oldestWaitMinutes ?? 0);
    expect(took('declined')).toHaveLength(figures.declined);
    expect(took('spam')).toHaveLength(figures.spam);
  });

  it('marks the holding reply, and nothing else', async () => {
    const filter = { ...SEPTEMBER, measure: ReportMeasure.RESPONSE, clock: ReportClock.CALENDAR };
    const { edges } = await queryResponseSamples(wired.db.database, a, filter, { first: 100 }, new Date(NOW));
    expect(edges.filter(({ node }) => node.holding).map(({ node }) => node.buyerName)).toEqual(['holding']);
    expect(edges.filter(({ node }) => node.automaticAt).map(({ node }) => node.buyerName)).toEqual(['automaticOnly']);
  });
});

/** Plays the month in a workspace: messages and decisions, and the clocks as they follow from them. */
async function liveThrough(wired: WiredFeatures, ctx: SeededWorkspace): Promise<void> {
  const rows = new ResponseRows(wired.db);
  await rows.clear(ctx);
  await rows.write(ctx, `update channels set platform_zone = 'America/Los_Angeles' where workspace_id = $1`);
  await rows.write(
    ctx,
    `insert into business_calendars (workspace_id, id, version, calendar, created_at) values ($1, gen_random_uuid(), 2, $2, $3)`,
    [
      JSON.stringify({
        ...{ version: 2, timeZone: 'Asia/Seoul', holidays: [], specialHours: {}, breaks: {} },
        weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '18:00']]])),
      }),
      NOW,
    ],
  );
  for (const [name, acts] of Object.entries(MONTH)) {
    const buyerId = await rows.buyer(ctx, 'B', 'DE');
    await rows.write(ctx, `update buyers set name = $3 where workspace_id = $1 and id = $2`, [buyerId, name]);
    const conversationId = await rows.conversation(ctx, buyerId, ctx.ownerId);
    for (const act of acts) await perform(wired, rows, ctx, conversationId, act);
    await wired.db.unitOfWork.run(ctx, () =>
      wired.get(RefreshClocksUseCase).execute(ctx, conversationId, new Date(NOW)),
    );
  }
}

const DECISIONS = { declined: INQUIRY_DECLINED, spam: INQUIRY_SPAM_REPORTED, closed: CONVERSATION_CLOSED } as const;
const MESSAGES = {
  buyer: ['inbound', 'buyer'],
  reply: ['outbound', 'member'],
  automatic: ['outbound', 'assistant'],
  call: ['call', 'member'],
} as const;

async function perform(
  wired: WiredFeatures,
  rows: ResponseRows,
  ctx: SeededWorkspace,
  conversationId: string,
  act: Act,
): Promise<void> {
  const [kind, at] = Object.entries(act)[0] as [keyof typeof DECISIONS | keyof typeof MESSAGES, string];
  if (kind in DECISIONS) {
    const verb = DECISIONS[kind as keyof typeof DECISIONS];
    await wired.db.unitOfWork.run(ctx, async () =>
      wired.db.events.append(ctx, {
        verb,
        subjectKind: 'conversation',
        subjectId: conversationId,
        conversationId,
        at: new Date(at),
      }),
    );
    return;
  }
  const [direction, author] = MESSAGES[kind as keyof typeof MESSAGES];
  const isOurs = kind === 'reply' || kind === 'automatic';
  await rows.write(
    ctx,
    `insert into messages (workspace_id, id, conversation_id, channel_id, direction, author_kind, author_member_id, revision, text, sent_at, created_at, delivery_status, accepted_at, promised_for)
     values ($1, $2, $3, $4, $5, $6, $7, 1, 'x', $8, $8, $9, $10, $11)`,
    [
      ...[newId(), conversationId, ctx.channelId, direction, author],
      ...[author === 'member' ? ctx.ownerId : null, at, isOurs ? 'delivered' : null, isOurs ? at : null],
      'promises' in act ? (act.promises ?? null) : null,
    ],
  );
}
