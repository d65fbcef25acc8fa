import { ChannelsRepository, InquiriesRepository, UnitOfWork, isRefused } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { SlaSettings } from '../sla-settings.ts';
import { BusinessHoursSaved, type BusinessHoursInput } from './business-hours.model.ts';
import { queryBusinessHours } from './business-hours.query.ts';
import { ChannelHours } from './channel-hours.ts';
import { MoveDueTimesJob } from './move-due-times.job.ts';
import { SaveBusinessHoursUseCase } from './save-business-hours.use-case.ts';

/** Monday, 10:00 in Seoul; the seeded inquiry came at 09:00 with 480 minutes and is due at 17:00 (08:00Z). */
const NOW = '2026-03-02T01:00:00Z';

let wired: WiredFeatures;
let a: SeededWorkspace;
let run = 0;
beforeAll(async () => {
  wired = await wireFeatures(NOW);
});
afterAll(() => wired.close());
beforeEach(async () => {
  ({ a } = await seedTwoWorkspaces(wired.db, `-${(run += 1)}`));
});

const hours = (
  from: string,
  basedOn: number,
  days: BusinessHoursInput['weekly'][number]['weekday'][] = ['mon', 'tue'],
) => ({
  weekly: days.map((weekday) => ({ weekday, intervals: [{ from, to: '18:00' }] })),
  holidays: [],
  specialDays: [],
  basedOn,
});
const ownHours = (own: boolean) =>
  wired.get(UnitOfWork).run(a, async () => {
    await wired.get(ChannelsRepository).update(a, a.channelId, { ownHours: own });
    if (own) await wired.get(ChannelHours).start(a, a.channelId);
  });
const save = (input: BusinessHoursInput, channelId: string | null) =>
  wired.get(SaveBusinessHoursUseCase).execute(a, input, channelId);
const standing = (channelId: string | null) => queryBusinessHours(wired.db.database, a, channelId);
const dueOf = async () => (await wired.get(InquiriesRepository).getById(a, a.inquiryId)).dueAt.toISOString();

describe('hours of a channel', () => {
  it("begin as a copy of the workspace's, and change without it", async () => {
    await ownHours(true);
    expect(await standing(a.channelId)).toMatchObject({ version: 1, weekly: (await standing(null)).weekly });
    expect(await save(hours('12:00', 1), a.channelId)).toBeInstanceOf(BusinessHoursSaved);
    expect((await standing(a.channelId)).weekly[0]).toEqual({
      weekday: 'mon',
      intervals: [{ from: '12:00', to: '18:00' }],
    });
    expect((await standing(null)).version).toBe(1);
    // Six hours on Monday from noon, two on Tuesday.
    expect(await dueOf()).toBe('2026-03-03T05:00:00.000Z');
    const settings = wired.get(SlaSettings);
    const [own, common] = [await settings.current(a, a.channelId), await settings.current(a)];
    expect([own.calendarVersion, common.calendarVersion, own.calendarId === common.calendarId]).toEqual([2, 1, false]);
  });

  it("are not moved by the workspace's", async () => {
    await ownHours(true);
    const outcome = await save(hours('14:00', 1), null);
    expect(outcome).toMatchObject({ movedInquiries: 0 });
    expect(await wired.get(SaveBusinessHoursUseCase).preview(a, hours('15:00', 2))).toMatchObject({ openInquiries: 0 });
    expect(await dueOf()).toBe('2026-03-02T08:00:00.000Z');
    expect(await wired.get(SaveBusinessHoursUseCase).preview(a, hours('12:00', 1), a.channelId)).toMatchObject({
      openInquiries: 1,
      later: 1,
    });
  });

  it("give way to the workspace's when they are given up, and are there again when they are taken up", async () => {
    await ownHours(true);
    await save(hours('12:00', 1), a.channelId);
    await ownHours(false);
    await wired.get(MoveDueTimesJob).run({ workspaceId: a.workspaceId });
    expect(await dueOf()).toBe('2026-03-02T08:00:00.000Z');
    expect((await standing(a.channelId)).version).toBe(1);
    await ownHours(true);
    await wired.get(MoveDueTimesJob).run({ workspaceId: a.workspaceId });
    expect(await dueOf()).toBe('2026-03-03T05:00:00.000Z');
    expect((await standing(a.channelId)).version).toBe(2);
  });

  it('cannot be saved for a channel without any, and never without an opening', async () => {
    const without = await save(hours('12:00', 1), a.channelId);
    expect(isRefused(without) && without.refusal).toMatchObject({ problems: [{ code: 'channelWithoutHours' }] });
    await ownHours(true);
    const closed = await save({ ...hours('12:00', 1), weekly: [] }, a.channelId);
    expect(isRefused(closed) && closed.refusal).toMatchObject({ problems: [{ code: 'closedAllWeek' }] });
    const junk = await save({ ...hours('12:00', 1), holidays: [{ date: '2026-02-30' }, { date: 'Seollal' }] }, null);
    expect(isRefused(junk) && junk.refusal).toMatchObject({
      problems: [
        { code: 'unreadableDate', path: 'holidays[0]', value: '2026-02-30' },
        { code: 'unreadableDate', path: 'holidays[1]', value: 'Seollal' },
      ],
    });
    expect(await dueOf()).toBe('2026-03-02T08:00:00.000Z');
  });

  it('are refused in a zone that does not exist', async () => {
    await wired.db.unitOfWork.run(a, () =>
      wired.db.database.query(a, `update workspaces set time_zone = 'Asia/Atlantis' where id = $1`, [a.workspaceId]),
    );
    const outcome = await save(hours('12:00', 1), null);
    expect(isRefused(outcome) && outcome.refusal).toMatchObject({
      problems: [{ code: 'unknownTimeZone', path: 'timeZone', value: 'Asia/Atlantis' }],
    });
  });
});
