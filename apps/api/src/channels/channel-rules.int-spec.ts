import { ChannelsRepository, InboundMessagesRepository, isRefused, newId } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { DERIVE_CLOCKS } from '../sla/index.ts';
import { memberContext } from '../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { MOVE_DUE_TIMES } from '../workspaces/index.ts';
import { ChannelPulse } from './channel-pulse.ts';
import { ChannelPlatform } from './channel.model.ts';
import { queryChannels } from './list-channels.query.ts';
import { queryChannelsInTrouble, queryQuietSince } from './quiet-since.query.ts';
import { SaveChannelRulesUseCase } from './save-channel-rules.use-case.ts';
import { SaveChannelUseCase } from './save-channel.use-case.ts';

const NOW = new Date('2026-03-02T02:00:00Z');
const DAY_MS = 86_400_000;

describe('the rules of a channel', () => {
  let wired: WiredFeatures;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
  let pairs = 0;
  beforeAll(async () => {
    wired = await wireFeatures(NOW.toISOString());
  });
  afterAll(() => wired.close());
  beforeEach(async () => {
    ({ a, b } = await seedTwoWorkspaces(wired.db, `-${(pairs += 1)}`));
  });

  const rules = () => wired.get(SaveChannelRulesUseCase);
  const channelOf = async (workspace: SeededWorkspace) =>
    (await queryChannels(wired.db.database, workspace, workspace.channelId))[0]!;
  const verbs = async (workspace: SeededWorkspace) =>
    wired.db.database.query<{ verb: string; data: Record<string, unknown> }>(
      workspace,
      `select verb, data from events where workspace_id = $1 and subject_kind = 'channel' order by position`,
      [workspace.workspaceId],
    );
  const jobsOf = async (task: string) =>
    (await wired.waitingJobs(task)).filter(({ workspaceId }) => workspaceId === a.workspaceId);

  it('are stored tidily, logged without addresses, and only where they were saved', async () => {
    const input = {
      id: a.channelId,
      platformZone: 'America/Los_Angeles',
      meanTargetMinutes: 720,
      excludedSenders: [' NoReply@Shop.example', 'noreply@shop.example', '*@ads.example'],
      autoMode: true,
    };
    expect(isRefused(await rules().saveRules(memberContext(a), input))).toBe(false);
    expect(await channelOf(a)).toMatchObject({
      platformZone: 'America/Los_Angeles',
      meanTargetMinutes: 720,
      excludedSenders: ['@ads.example', 'noreply@shop.example'],
      autoMode: true,
      ownHours: false,
    });
    expect(await channelOf(b)).toMatchObject({ platformZone: null, excludedSenders: [], autoMode: false });
    const [logged] = await verbs(a);
    expect(logged).toMatchObject({ verb: 'channel.rules_saved', data: { excludedCount: 2, meanTargetMinutes: 720 } });
    expect(JSON.stringify(logged)).not.toContain('shop.example');
    expect(await jobsOf(DERIVE_CLOCKS)).toEqual([{ workspaceId: a.workspaceId, channelId: a.channelId }]);
  });

  it('leave what was left out, and saving them again leaves no trace', async () => {
    await rules().saveRules(memberContext(a), { id: a.channelId, meanTargetMinutes: 100 });
    await rules().saveRules(memberContext(a), { id: a.channelId, platformZone: 'Asia/Seoul' });
    await rules().saveRules(memberContext(a), { id: a.channelId, platformZone: 'Asia/Seoul', meanTargetMinutes: 100 });
    expect(await channelOf(a)).toMatchObject({ meanTargetMinutes: 100, platformZone: 'Asia/Seoul' });
    expect(await verbs(a)).toHaveLength(2);
    await rules().saveRules(memberContext(a), { id: a.channelId, platformZone: null });
    expect(await channelOf(a)).toMatchObject({ meanTargetMinutes: 100, platformZone: null });
  });

  it('refuse a zone that does not exist, and a channel of another workspace; nothing is half saved', async () => {
    const zone = { id: a.channelId, platformZone: 'Mars/Olympus', meanTargetMinutes: 5 };
    expect(await rules().saveRules(memberContext(a), zone)).toMatchObject({ refusal: { code: 'INVALID_TIME_ZONE' } });
    const others = { id: b.channelId, meanTargetMinutes: 5 };
    expect(await rules().saveRules(memberContext(a), others)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await channelOf(a)).toMatchObject({ meanTargetMinutes: 240 });
    expect(await channelOf(b)).toMatchObject({ meanTargetMinutes: 240 });
  });

  it("hours of its own begin as a copy of the workspace's, once", async () => {
    const save = (ownHours: boolean) => rules().saveRules(memberContext(a), { id: a.channelId, ownHours });
    for (const own of [true, false, true]) await save(own);
    const calendars = await wired.db.database.query<{ channel_id: string | null; weekly: unknown; version: number }>(
      a,
      `select channel_id, calendar -> 'weekly' as weekly, version from business_calendars where workspace_id = $1 order by channel_id nulls first`,
      [a.workspaceId],
    );
    const own = calendars.filter(({ channel_id: id }) => id === a.channelId);
    const workspaces = calendars.filter(({ channel_id: id }) => id === null).at(-1)!;
    expect(own).toEqual([{ channel_id: a.channelId, weekly: workspaces.weekly, version: 1 }]);
    expect(await channelOf(a)).toMatchObject({ ownHours: true });
    expect(await jobsOf(MOVE_DUE_TIMES)).toHaveLength(1); // three changes, one job under one key
  });

  it('keep an acknowledgement as it was written', async () => {
    const texts = [
      { language: 'en', text: ' Thank you. ' },
      { language: 'ko', text: '감사합니다.' },
    ];
    const input = { channelId: a.channelId, enabled: true, onlyOutOfHours: true, texts };
    await rules().saveAutoReply(memberContext(a), input);
    await rules().saveAutoReply(memberContext(a), input);
    expect((await channelOf(a)).autoReply).toEqual({
      enabled: true,
      onlyOutOfHours: true,
      texts: [{ language: 'en', text: 'Thank you.' }, texts[1]],
    });
    expect((await channelOf(b)).autoReply).toEqual({ enabled: false, onlyOutOfHours: true, texts: [] });
    const saved = (await verbs(a)).filter(({ verb }) => verb === 'channel.auto_reply_saved');
    expect(saved).toEqual([
      { verb: 'channel.auto_reply_saved', data: { enabled: true, onlyOutOfHours: true, languages: ['en', 'ko'] } },
    ]);
    const others = { ...input, channelId: b.channelId };
    expect(await rules().saveAutoReply(memberContext(a), others)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });
});

describe('channels', () => {
  let wired: WiredFeatures;
  let a: SeededWorkspace;
  beforeAll(async () => {
    wired = await wireFeatures(NOW.toISOString());
    ({ a } = await seedTwoWorkspaces(wired.db));
  });
  afterAll(() => wired.close());

  it('of hand entry are made once, carry no replies, and their names are their own', async () => {
    const input = { id: newId(), name: ' Phone ', platform: ChannelPlatform.PHONE };
    const save = wired.get(SaveChannelUseCase);
    expect(await save.createManual(memberContext(a), input)).toEqual({ channelId: input.id, signingSecret: null });
    expect(await save.createManual(memberContext(a), input)).toEqual({ channelId: input.id, signingSecret: null });
    const taken = { ...input, id: newId() };
    expect(await save.createManual(memberContext(a), taken)).toMatchObject({ refusal: { code: 'NAME_TAKEN' } });
    const [channel] = await queryChannels(wired.db.database, a, input.id);
    expect(channel).toMatchObject({ name: 'Phone', kind: 'manual', platform: 'phone', canSend: false });
  });

  it('begin with what their platform scores by', async () => {
    const [ali, express] = [newId(), newId()];
    const save = wired.get(SaveChannelUseCase);
    await save.create(memberContext(a), { id: ali, name: 'Alibaba', platform: ChannelPlatform.ALIBABA });
    await save.create(memberContext(a), { id: express, name: 'AliExpress', platform: ChannelPlatform.ALIEXPRESS });
    const [alibaba] = await queryChannels(wired.db.database, a, ali);
    const [aliexpress] = await queryChannels(wired.db.database, a, express);
    expect(alibaba).toMatchObject({ platformZone: 'America/Los_Angeles', meanTargetMinutes: 240, canSend: false });
    expect(aliexpress).toMatchObject({ platformZone: 'America/Los_Angeles', meanTargetMinutes: 720 });
  });

  it('note what came in once a minute', async () => {
    const pulse = wired.get(ChannelPulse);
    const beat = (seconds: number) =>
      wired.db.unitOfWork.run(a, () => pulse.beat(a, a.channelId, new Date(NOW.getTime() + seconds * 1000)));
    for (const seconds of [0, 59, 61, 100]) await beat(seconds);
    const [channel] = await queryChannels(wired.db.database, a, a.channelId);
    expect(channel!.lastReceivedAt).toEqual(new Date(NOW.getTime() + 61_000));
  });

  it('that fall silent although a message a week is usual are called quiet', async () => {
    const last = new Date(NOW.getTime() - 8 * DAY_MS);
    const receive = (receivedAt: Date) =>
      wired.db.unitOfWork.run(a, () =>
        wired.get(InboundMessagesRepository).insert(a, {
          id: newId(),
          channelId: a.channelId,
          externalId: newId(),
          body: Buffer.from('{}'),
          contentHash: Buffer.alloc(32),
          receivedAt,
          status: 'applied',
        }),
      );
    const quiet = async (now = NOW) => {
      const [channel] = await queryChannels(wired.db.database, a, a.channelId);
      return queryQuietSince(wired.db.database, a, channel!, now);
    };
    await wired.db.unitOfWork.run(a, () =>
      wired.get(ChannelsRepository).update(a, a.channelId, { lastReceivedAt: last, kind: 'webhook' }),
    );
    for (const days of [0, 6, 13]) await receive(new Date(last.getTime() - days * DAY_MS));
    expect(await quiet()).toBeNull(); // three in four weeks is a rare channel
    await receive(new Date(last.getTime() - 20 * DAY_MS));
    expect(await quiet()).toEqual(last);
    expect(await quiet(new Date(last.getTime() + 7 * DAY_MS - 1))).toBeNull();
    expect((await queryChannelsInTrouble(wired.db.database, a, NOW)).map(({ id }) => id)).toEqual([a.channelId]);
    await wired.db.unitOfWork.run(a, () =>
      wired.get(ChannelsRepository).update(a, a.channelId, { status: 'failing', lastReceivedAt: NOW }),
    );
    expect((await queryChannelsInTrouble(wired.db.database, a, NOW)).map(({ id }) => id)).toEqual([a.channelId]);
    await wired.db.unitOfWork.run(a, () =>
      wired.get(ChannelsRepository).update(a, a.channelId, { status: 'paused', lastReceivedAt: last }),
    );
    expect(await queryChannelsInTrouble(wired.db.database, a, NOW)).toEqual([]);
  });
});
