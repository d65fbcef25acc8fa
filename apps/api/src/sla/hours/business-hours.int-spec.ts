import {
  BusinessCalendarsRepository,
  ConversationsRepository,
  InquiriesRepository,
  isRefused,
  MessagesRepository,
  newId,
  WorkspacesRepository,
} from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { RulesMoved } from '../../platform/graphql/shared-refusals.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { MOVE_DUE_TIMES } from '../../workspaces/index.ts';
import { RefreshClocksUseCase } from '../refresh-clocks.use-case.ts';
import { type BusinessHoursInput, BusinessHoursSaved, InvalidBusinessHours } from './business-hours.model.ts';
import { queryBusinessHours } from './business-hours.query.ts';
import { MoveDueTimesJob } from './move-due-times.job.ts';
import { SaveBusinessHoursUseCase } from './save-business-hours.use-case.ts';

/** Monday, 10:00 in Seoul; the seeded inquiry came at 09:00 with 480 minutes and is due at 17:00 (08:00Z). */
const NOW = '2026-03-02T01:00:00Z';
const DUE = '2026-03-02T08:00:00.000Z';

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

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const hours = (change: Partial<BusinessHoursInput> = {}): BusinessHoursInput => ({
  weekly: WEEK.map((weekday) => ({
    weekday,
    intervals: [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '18:00' },
    ],
  })),
  holidays: [],
  specialDays: [],
  basedOn: 1,
  ...change,
});
const save = (input: BusinessHoursInput, workspace = a) =>
  wired.get(SaveBusinessHoursUseCase).execute(workspace, input);
async function saved(input: BusinessHoursInput): Promise<BusinessHoursSaved> {
  const outcome = await save(input);
  if (isRefused(outcome)) throw new Error(JSON.stringify(outcome.refusal));
  return outcome;
}
const dueOf = async (workspace: SeededWorkspace) => {
  const inquiry = await wired.get(InquiriesRepository).getById(workspace, workspace.inquiryId);
  const conversation = await wired.get(ConversationsRepository).getById(workspace, workspace.conversationId);
  return [inquiry.dueAt.toISOString(), conversation.dueAt?.toISOString(), inquiry.businessCalendarId];
};

describe('saving business hours', () => {
  it('makes a new version, moves what waits with it and leaves the other workspace alone', async () => {
    const before = await dueOf(b);
    const outcome = await saved(hours({ holidays: [{ date: '2026-03-03', name: ' Holiday ' }] }));
    expect(outcome).toMatchObject({ openInquiries: 1, movedInquiries: 1 });
    expect(outcome.hours).toMatchObject({
      version: 2,
      timeZone: 'Asia/Seoul',
      holidays: [{ date: '2026-03-03', name: 'Holiday' }],
      createdBy: { id: a.ownerId },
    });
    const [standing] = await wired.get(BusinessCalendarsRepository).find(a, {}, { orderBy: { version: 'desc' } });
    // Lunch takes the eighth hour to 18:00.
    expect(await dueOf(a)).toEqual(['2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00.000Z', standing!.id]);
    expect(await dueOf(b)).toEqual(before);
    expect((await queryBusinessHours(wired.db.database, b)).version).toBe(1);
  });

  it('jumps a holiday and keeps special hours and breaks of a day', async () => {
    await saved(
      hours({
        holidays: [{ date: '2026-03-02' }],
        specialDays: [
          { date: '2026-03-03', kind: 'HOURS', intervals: [{ from: '10:00', to: '20:00' }] },
          { date: '2026-03-03', kind: 'BREAK', intervals: [{ from: '11:00', to: '12:00' }] },
        ],
      }),
    );
    expect((await dueOf(a))[0]).toBe('2026-03-03T10:00:00.000Z'); // 10:00 to 19:00 on Tuesday, one hour of break
    expect((await queryBusinessHours(wired.db.database, a)).specialDays.map(({ kind }) => kind)).toEqual([
      'HOURS',
      'BREAK',
    ]);
  });

  it('leaves a closed inquiry with its due time and the version it was measured by', async () => {
    await wired.db.unitOfWork.run(a, () =>
      wired.get(InquiriesRepository).update(a, a.inquiryId, { status: 'answered', endedAt: new Date(NOW) }),
    );
    const outcome = await saved(hours({ holidays: [{ date: '2026-03-02' }] }));
    expect(outcome).toMatchObject({ openInquiries: 0, movedInquiries: 0 });
    expect(await dueOf(a)).toEqual([DUE, DUE, a.calendarId]);
  });

  it('agrees with measuring a single clock anew', async () => {
    const refresh = () =>
      wired.db.unitOfWork.run(a, () => wired.get(RefreshClocksUseCase).execute(a, a.conversationId, wired.clock.now()));
    await refresh(); // so that the promise is the policy's, not the seed's
    const before = await dueOf(a);
    await saved(hours({ holidays: [{ date: '2026-03-02' }] }));
    const moved = await dueOf(a);
    expect(moved).not.toEqual(before);
    await refresh();
    expect(await dueOf(a)).toEqual(moved);
  });

  it('is refused when somebody saved meanwhile, and nothing changes', async () => {
    await saved(hours());
    const before = await dueOf(a);
    const outcome = await save(hours({ holidays: [{ date: '2026-03-02' }] }));
    expect(isRefused(outcome) && outcome.refusal).toEqual(new RulesMoved(2));
    expect(await dueOf(a)).toEqual(before);
  });

  it('is refused with every problem of the hours', async () => {
    const outcome = await save(
      hours({
        weekly: [
          { weekday: 'mon', intervals: [{ from: '9', to: '18:00' }] },
          { weekday: 'tue', intervals: [{ from: '09:00', to: '09:00' }] },
        ],
        holidays: [{ date: '2026-01-01' }, { date: '2026-01-01' }],
      }),
    );
    const refusal = isRefused(outcome) ? outcome.refusal : null;
    expect(refusal).toBeInstanceOf(InvalidBusinessHours);
    expect((refusal as InvalidBusinessHours).problems.map(({ code, path }) => [code, path])).toEqual([
      ['unreadableTime', 'weekly.mon[0]'],
      ['emptyInterval', 'weekly.tue[0]'],
      ['repeatedHoliday', 'holidays[1]'],
    ]);
    const closed = await save(hours({ weekly: [] }));
    expect(isRefused(closed) && closed.refusal.code).toBe('INVALID_BUSINESS_HOURS');
  });

  it('confirms the hours for the moving-in list and says so in the log', async () => {
    await saved(hours());
    const { setup } = await wired.get(WorkspacesRepository).get(a);
    expect(setup).toMatchObject({ confirmed: { hours: { by: a.ownerId, at: NOW.replace('Z', '.000Z') } } });
    expect((await wired.get(WorkspacesRepository).get(b)).setup).toEqual({});
    const events = await wired.db.events.readAfter(a, '0', 1000);
    expect(events.at(-1)).toMatchObject({ verb: 'business_hours.saved', data: { version: 2 } });
  });

  it('looks again for what was being answered at that moment', async () => {
    await saved(hours({ holidays: [{ date: '2026-03-02' }] }));
    const { id: current } = (
      await wired.get(BusinessCalendarsRepository).find(a, {}, { orderBy: { version: 'desc' } })
    )[0]!;
    // A message that was measured by the old hours after what waited had been moved.
    await wired.db.unitOfWork.run(a, () =>
      wired.get(InquiriesRepository).update(a, a.inquiryId, { businessCalendarId: a.calendarId, dueAt: new Date(DUE) }),
    );
    const jobs = (await wired.waitingJobs(MOVE_DUE_TIMES)).filter((job) => job['workspaceId'] === a.workspaceId);
    expect(jobs).toHaveLength(1);
    const job = wired.get(MoveDueTimesJob);
    await job.run({ workspaceId: a.workspaceId });
    await job.run({ workspaceId: a.workspaceId }); // jobs run at least once
    expect((await dueOf(a))[0]).toBe('2026-03-03T09:00:00.000Z');
    expect((await dueOf(a))[2]).toBe(current);
  });
});

describe('the preview', () => {
  it('counts what would move without moving it', async () => {
    const preview = await wired.get(SaveBusinessHoursUseCase).preview(a, hours({ holidays: [{ date: '2026-03-02' }] }));
    expect(preview).toMatchObject({ openInquiries: 1, moved: 1, later: 1, earlier: 0, overdue: 0 });
    const same = hours({ weekly: [{ weekday: 'mon', intervals: [{ from: '09:00', to: '18:00' }] }] });
    expect(await wired.get(SaveBusinessHoursUseCase).preview(a, same)).toMatchObject({ moved: 0, openInquiries: 1 });
    expect((await dueOf(a))[0]).toBe(DUE);
  });

  it('says when something would be overdue at once', async () => {
    wired.clock.set(new Date('2026-03-02T07:30:00Z'));
    try {
      const night = hours({ weekly: [{ weekday: 'mon', intervals: [{ from: '00:00', to: '24:00' }] }], basedOn: 1 });
      const early = { ...night, specialDays: [] };
      expect(await wired.get(SaveBusinessHoursUseCase).preview(a, early)).toMatchObject({ moved: 0 });
      await wired.db.unitOfWork.run(a, () =>
        wired
          .get(InquiriesRepository)
          .update(a, a.inquiryId, { dueAt: new Date('2026-03-03T00:00:00Z'), targetMinutes: 60 }),
      );
      expect(await wired.get(SaveBusinessHoursUseCase).preview(a, early)).toMatchObject({
        moved: 1,
        earlier: 1,
        overdue: 1,
      });
    } finally {
      wired.clock.set(new Date(NOW));
    }
  });

  it('sees the whole workspace, also for who sees only own records', async () => {
    const scoped = { ...a, ownRecordsOf: a.viewerId };
    expect(await wired.get(SaveBusinessHoursUseCase).preview(scoped, hours())).toMatchObject({ openInquiries: 1 });
  });
});

test('six thousand inquiries move in one job, in units that nobody waits for', async () => {
  const ids = Array.from({ length: 6_000 }, () => newId());
  await wired.db.unitOfWork.run(a, async () => {
    const conversation = await wired.get(ConversationsRepository).getById(a, a.conversationId);
    const message = {
      channelId: a.channelId,
      direction: 'inbound' as const,
      authorKind: 'buyer' as const,
      revision: 1,
    };
    const at = new Date('2026-03-02T00:00:00Z');
    const rows = ids.map((id) => ({ id, message: newId() }));
    await wired.get(ConversationsRepository).insert(
      a,
      rows.map(({ id }) => ({
        ...{ id, channelId: a.channelId, externalId: id, buyerId: a.buyerId, status: 'waiting' as const },
        ...{ gradeRank: 4, levelRank: 5, lastMessageAt: at, lastDirection: conversation.lastDirection, createdAt: at },
      })),
    );
    await wired.get(MessagesRepository).insert(
      a,
      rows.map(({ id, message: messageId }) => ({
        ...message,
        ...{ id: messageId, conversationId: id, externalId: messageId, text: 'Hello', sentAt: at, createdAt: at },
      })),
    );
    await wired.get(InquiriesRepository).insert(
      a,
      rows.map(({ id, message: openingMessageId }) => ({
        ...{ id, conversationId: id, channelId: a.channelId, buyerId: a.buyerId, openingMessageId, openedAt: at },
        ...{ status: 'open' as const, targetMinutes: 480, slaPolicyId: a.policyId, businessCalendarId: a.calendarId },
        dueAt: new Date(DUE),
      })),
    );
  });
  const outcome = await saved(hours({ holidays: [{ date: '2026-03-02' }] }));
  expect(outcome).toMatchObject({ openInquiries: 6_001, movedInquiries: null });
  await wired.get(MoveDueTimesJob).run({ workspaceId: a.workspaceId });
  const due = await wired.db.database.query<{ due: Date; n: number }>(
    a,
    `select i.due_at as due, count(*)::int as n from inquiries i join conversations c on c.workspace_id = i.workspace_id and c.id = i.conversation_id
       and c.due_at = i.due_at where i.workspace_id = $1 group by i.due_at`,
    [a.workspaceId],
  );
  expect(due).toEqual([{ due: new Date('2026-03-03T09:00:00Z'), n: 6_001 }]);
}, 180_000);
