import { InquiriesRepository, isRefused } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { startTalk } from '../../testing/talks.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import type { BusinessHoursInput } from '../hours/business-hours.model.ts';
import { SaveBusinessHoursUseCase } from '../hours/save-business-hours.use-case.ts';
import { RecomputePastUseCase } from './recompute-past.use-case.ts';

const NOW = '2026-03-20T01:00:00Z';
const PERIOD = { from: '2026-03-01', to: '2026-03-31' };

let wired: WiredFeatures;
let a: SeededWorkspace;
let b: SeededWorkspace;
let run = 0;
beforeAll(async () => {
  wired = await wireFeatures(NOW);
});
afterAll(() => wired.close());
/** Asked on Monday 9 March at 17:00, eight hours promised: due on the next Monday at 16:00; answered then at 16:30. */
beforeEach(async () => {
  ({ a, b } = await seedTwoWorkspaces(wired.db, `-${(run += 1)}`));
  for (const workspace of [a, b]) {
    const thread = await startTalk(wired, workspace, { externalId: 'late', buyerId: workspace.buyerId });
    await thread.buyer('2026-03-09T08:00:00Z', 'ask');
    await thread.reply('2026-03-16T07:30:00Z', 'answer');
    await thread.refresh();
  }
});

const preview = (from = PERIOD.from, to = PERIOD.to) => wired.get(RecomputePastUseCase).preview(a, from, to);
const recompute = (expectedChanges: number) =>
  wired.get(RecomputePastUseCase).execute(a, { ...PERIOD, reason: 'The ninth was a holiday', expectedChanges });
const measured = async (workspace = a) => {
  const [inquiry] = await wired.get(InquiriesRepository).find(workspace, { status: 'answered' });
  const { met, dueAt, responseBusinessSeconds, businessCalendarId } = inquiry!;
  return { met, due: dueAt.toISOString(), took: Number(responseBusinessSeconds) / 3600, businessCalendarId };
};
const BEFORE = { met: false, due: '2026-03-16T07:00:00.000Z', took: 8.5 };
const hours = (holidays: string[]): BusinessHoursInput => ({
  weekly: [{ weekday: 'mon', intervals: [{ from: '09:00', to: '18:00' }] }],
  holidays: holidays.map((date) => ({ date })),
  specialDays: [],
  basedOn: 1,
});

describe('measuring the past anew', () => {
  it('never happens by itself: other hours leave what is closed as it is', async () => {
    expect(await measured()).toMatchObject(BEFORE);
    await wired.get(SaveBusinessHoursUseCase).execute(a, hours(['2026-03-09']));
    expect(await measured()).toMatchObject(BEFORE);
  });

  it('shows every deadline and result that would move, stores it with its reason, and nothing of others', async () => {
    await wired.get(SaveBusinessHoursUseCase).execute(a, hours(['2026-03-09']));
    const shown = await preview();
    expect(shown).toMatchObject({ inquiries: 1, movedDue: 1, becomeMet: 1, becomeMissed: 0 });
    expect(shown.changes).toEqual([
      {
        ...{ id: expect.any(String), conversationId: expect.any(String), buyerName: `Buyer of ${a.slug}` },
        openedAt: new Date('2026-03-09T08:00:00Z'),
        dueBefore: new Date('2026-03-16T07:00:00Z'),
        dueAfter: new Date('2026-03-16T08:00:00Z'),
        metBefore: false,
        metAfter: true,
      },
    ]);
    expect(await measured()).toMatchObject(BEFORE); // it was only shown
    expect(await recompute(2)).toEqual({ inquiries: 1, changed: 1 });
    expect(await measured()).toMatchObject({ met: true, due: '2026-03-16T08:00:00.000Z', took: 7.5 });
    expect((await measured()).businessCalendarId).not.toBe(a.calendarId);
    expect(await measured(b)).toMatchObject(BEFORE);
    const [event] = (await wired.db.events.readAfter(a, '0', 1000)).slice(-1);
    expect(event).toMatchObject({
      verb: 'past.recomputed',
      data: { ...PERIOD, reason: 'The ninth was a holiday', inquiries: 1, changed: 1, becomeMet: 1 },
    });
    expect(await preview()).toMatchObject({ movedDue: 0, becomeMet: 0, changes: [] });
    expect(await recompute(0)).toEqual({ inquiries: 1, changed: 0 });
  });

  it('is refused when the past is not as the preview showed it', async () => {
    await wired.get(SaveBusinessHoursUseCase).execute(a, hours(['2026-03-09']));
    const outcome = await recompute(1);
    expect(isRefused(outcome) && outcome.refusal).toMatchObject({ code: 'PAST_MOVED', changes: 2 });
    expect(await measured()).toMatchObject(BEFORE);
  });

  it("goes by the day of opening in the workspace's zone, last day included; days that end before they begin hold nothing", async () => {
    expect(await preview('2026-03-09', '2026-03-09')).toMatchObject({ inquiries: 1 });
    expect(await preview('2026-03-10', '2026-03-31')).toMatchObject({ inquiries: 0 });
    expect(await preview('2026-03-31', '2026-03-01')).toMatchObject({ inquiries: 0 });
  });
});
