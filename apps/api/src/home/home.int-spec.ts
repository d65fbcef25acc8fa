import { createTestDatabase, seedTwoWorkspaces, type SeededWorkspace, type TestDatabase } from '@dangol/db/testing';
import { WorkspacesRepository } from '@dangol/db';
import { loadSlaReport, ReportClock, ReportMeasure } from '../reports/index.ts';
import { memberContext } from '../testing/member-context.ts';
import { ResponseRows } from '../testing/response-rows.ts';
import { ChangeAutoSendUseCase } from './change-auto-send.use-case.ts';
import { queryHome } from './home.query.ts';

const NOW = new Date('2026-06-29T03:00:00Z');
const LAST_30_DAYS = { from: '2026-05-31', to: '2026-06-29' };

describe('Home', () => {
  let db: TestDatabase;
  let rows: ResponseRows;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
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
  });

  const home = (ctx: SeededWorkspace) => queryHome(db.database, ctx, ctx.ownerId, NOW);
  /** Another channel, with a target of its own. */
  async function channel(ctx: SeededWorkspace, name: string, target: number): Promise<string> {
    const id = crypto.randomUUID();
    await rows.write(
      ctx,
      `insert into channels (workspace_id, id, name, kind, platform, signing_secret, mean_target_minutes, created_at)
       values ($1, $2, $3, 'webhook', 'other', '\\x00', $4, '2026-01-01')`,
      [id, name, target],
    );
    return id;
  }

  it('says of every channel what a platform report of the last 30 days says of it, the furthest over its target first', async () => {
    const slow = await channel(a, 'Slow', 30);
    await channel(a, 'Silent', 10);
    const buyer = await rows.buyer(a, 'A', 'DE');
    const thread = { buyerId: buyer, channelId: slow, conversationId: await rows.conversation(a, buyer, null, slow) };
    await rows.buyerDay(a, { openedAt: '2026-06-01T00:00:00Z', respondedAt: '2026-06-01T03:44:30Z' });
    await rows.buyerDay(a, { openedAt: '2026-06-28T22:00:00Z', conversationId: a.conversationId });
    await rows.buyerDay(a, { ...thread, openedAt: '2026-06-10T00:00:00Z', respondedAt: '2026-06-10T01:00:00Z' });
    await rows.buyerDay(a, { ...thread, openedAt: '2026-06-20T00:00:00Z', excluded: 'spam' });
    await rows.buyerDay(a, { ...thread, openedAt: '2026-05-30T02:59:59Z', respondedAt: '2026-06-20T00:00:00Z' }); // 30 days and a second ago
    const { headlines } = await home(a);
    expect(headlines.map(({ channelName }) => channelName)).toEqual(['Slow', 'Storefront']); // 60 of 30, 224 of 240; nobody wrote to Silent
    for (const headline of headlines) {
      const report = await loadSlaReport(
        db.database,
        a,
        {
          ...LAST_30_DAYS,
          measure: ReportMeasure.PLATFORM,
          clock: ReportClock.CALENDAR,
          channelId: [headline.channelId],
        },
        NOW,
      );
      const { answered, unanswered, meanMinutes, ifAnsweredNowMinutes, timelyShare, withAutomaticMeanMinutes } =
        report.figures;
      expect(headline).toMatchObject({
        answered,
        unanswered,
        meanMinutes,
        ifAnsweredNowMinutes,
        timelyShare,
        withAutomaticMeanMinutes,
      });
      expect(headline).toMatchObject({ targetMinutes: report.targetMinutes, forecast: report.forecast });
      expect(report.rolling.at(-1)).toMatchObject({ meanMinutes, answered, unanswered });
    }
    expect(headlines[0]).toMatchObject({ answered: 1, unanswered: 0, meanMinutes: 60, forecast: null });
    expect(headlines[1]).toMatchObject({ answered: 1, unanswered: 1, meanMinutes: 224.5, oldestWaitMinutes: 300 });
    // (2 x 240 - 224.5 - 300) is under zero: the one that waits takes the mean over the target
    expect(headlines[1]!.forecast).toEqual({ conversationIds: [a.conversationId], withinMinutes: null });
    expect((await home(b)).headlines).toEqual([]);
  });

  it('lists promised answers that are due today or before, in days of the workspace', async () => {
    const promise = async (promisedFor: string | null) => {
      const id = await rows.conversation(a, a.buyerId);
      await rows.write(a, `update conversations set promised_for = $3 where workspace_id = $1 and id = $2`, [
        id,
        promisedFor,
      ]);
      return id;
    };
    const tonight = await promise('2026-06-29T14:59:00Z'); // 23:59 in Seoul
    const past = await promise('2026-06-20T00:00:00Z');
    await promise('2026-06-29T15:00:00Z'); // midnight: tomorrow
    await promise(null);
    expect((await home(a)).promises.map(({ id }) => id)).toEqual([past, tonight]);
    expect((await home(b)).promises).toEqual([]);
  });

  it('pauses what is sent without a person at once, and says who did it, once', async () => {
    const changeAutoSend = new ChangeAutoSendUseCase(
      db.unitOfWork,
      db.database,
      new WorkspacesRepository(db.unitOfWork),
      db.events,
    );
    const ctx = memberContext(a);
    const written = () =>
      db.database.query<{ verb: string; actor_id: string }>(
        a,
        `select verb, actor_id from events where workspace_id = $1 and starts_with(verb, 'auto_send.') order by position`,
        [a.workspaceId],
      );
    expect((await home(a)).autoSend).toEqual({ paused: false, channels: 0 });
    expect(await changeAutoSend.execute(ctx, true)).toEqual({ paused: true, channels: 0 });
    await changeAutoSend.execute(ctx, true);
    expect((await home(a)).autoSend.paused).toBe(true);
    expect((await home(b)).autoSend.paused).toBe(false);
    expect(await written()).toEqual([{ verb: 'auto_send.paused', actor_id: a.ownerId }]);
    await rows.write(a, `update channels set auto_mode = true where workspace_id = $1`);
    expect(await changeAutoSend.execute(ctx, false)).toEqual({ paused: false, channels: 1 });
    expect((await written()).map(({ verb }) => verb)).toEqual(['auto_send.paused', 'auto_send.resumed']);
  });
});
