import { Module } from '@nestjs/common';
import {
  ChannelsRepository,
  ImportsRepository,
  InquiriesRepository,
  InvitationsRepository,
  isRefused,
  KnowledgeEntriesRepository,
  newId,
  WorkspacesRepository,
} from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { memberContext } from '../../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { ChangeMovingInUseCase } from './change-moving-in.use-case.ts';
import type { MovingIn } from './moving-in.model.ts';
import { queryMovingIn } from './moving-in.query.ts';

const NOW = '2026-06-15T10:00:00Z';
const AT = new Date(NOW);

@Module({ providers: [ChangeMovingInUseCase] })
class MovingInModule {}

let wired: WiredFeatures;
let a: SeededWorkspace;
let fresh: SeededWorkspace;
let run = 0;
beforeAll(async () => {
  wired = await wireFeatures(NOW, [MovingInModule]);
});
afterAll(() => wired.close());
beforeEach(async () => {
  ({ a } = await seedTwoWorkspaces(wired.db, `-${(run += 1)}`));
  fresh = { ...a, workspaceId: newId(), actor: { kind: 'system', id: null } };
  await inUnit(() =>
    wired.get(WorkspacesRepository).insert(fresh, {
      ...{ slug: `fresh-${run}`, name: 'Fresh', timeZone: 'Asia/Seoul', baseCurrency: 'USD', language: 'en' },
      createdAt: AT,
    }),
  );
});

const inUnit = <Result>(work: () => Promise<Result>) => wired.db.unitOfWork.run(fresh, work);
const movingIn = () => queryMovingIn(wired.db.database, fresh, AT);
const stateOf = ({ steps }: MovingIn) => Object.fromEntries(steps.map(({ key, state }) => [key, state]));
const doneIn = async () => {
  const states = stateOf(await movingIn());
  return Object.keys(states).filter((key) => states[key] === 'done');
};
const caller = () => ({ ...memberContext(a), workspaceId: fresh.workspaceId });
const say = () => wired.get(ChangeMovingInUseCase);

test('each step fills itself in from the data of its own workspace', async () => {
  expect(await movingIn()).toMatchObject({ shown: true, finished: false, hidden: false });
  expect(await doneIn()).toEqual([]); // the neighbour has channels, orders, knowledge and members

  const channelId = newId();
  const addChannel = (id: string, kind: 'webhook' | 'file') =>
    inUnit(() =>
      wired.get(ChannelsRepository).insert(fresh, {
        id,
        name: kind,
        kind,
        platform: 'alibaba',
        signingSecret: Buffer.from('x'),
        createdAt: AT,
      } as never),
    );
  await addChannel(channelId, 'webhook');
  const waiting = (await movingIn()).steps.find(({ key }) => key === 'channel');
  expect(waiting).toMatchObject({ state: 'open', underWay: true });
  await addChannel(newId(), 'file');
  expect(await doneIn()).toEqual(['channel']);

  await inUnit(() =>
    wired.get(KnowledgeEntriesRepository).insert(fresh, {
      ...{ id: newId(), code: 'KB-001', category: 'moq', visibility: 'public', title: 'MOQ', answer: '100' },
      ...{ language: 'en', createdAt: AT, updatedAt: AT },
    }),
  );
  const imported = {
    kind: 'buyers',
    source: 'spreadsheet',
    fileName: 'b.csv',
    sizeBytes: 1n,
    sha256: Buffer.alloc(32),
  };
  const importId = newId();
  await inUnit(() =>
    wired
      .get(ImportsRepository)
      .insert(fresh, { ...imported, id: importId, status: 'checked', createdAt: AT } as never),
  );
  const checking = (await movingIn()).steps.find(({ key }) => key === 'import');
  expect(checking).toMatchObject({ state: 'open', underWay: true });
  await inUnit(() => wired.get(ImportsRepository).update(fresh, importId, { status: 'done' }));
  expect(await doneIn()).toEqual(['channel', 'knowledge', 'import']);
  await inUnit(() => wired.get(ImportsRepository).update(fresh, importId, { status: 'undone' }));
  expect(await doneIn()).toEqual(['channel', 'knowledge']);
});

test('invitations count while they can be answered, and a reply when a person gave it', async () => {
  expect(stateOf(await queryMovingIn(wired.db.database, a, AT))).toMatchObject({ invite: 'done' });
  const [invitation] = await wired.get(InvitationsRepository).find(a, {});
  expect(invitation).toBeDefined();
  expect(stateOf(await queryMovingIn(wired.db.database, a, AT))['first_reply']).toBe('open');
  await wired.db.unitOfWork.run(a, () =>
    wired.get(InquiriesRepository).update(a, a.inquiryId, { firstResponseMemberId: a.ownerId }),
  );
  expect(stateOf(await queryMovingIn(wired.db.database, a, AT))['first_reply']).toBe('done');
  const scoped = { ...a, ownRecordsOf: a.viewerId }; // owns nothing
  expect(stateOf(await queryMovingIn(wired.db.database, scoped, AT))['first_reply']).toBe('done');
});

test('settings are confirmed, other steps only done; skipping can be taken back and blocks nothing', async () => {
  expect(stateOf((await say().change(caller(), 'language', 'CONFIRM')) as MovingIn)['language']).toBe('done');
  const outcome = await say().change(caller(), 'products', 'CONFIRM');
  expect(isRefused(outcome) && outcome.refusal).toMatchObject({ code: 'INVALID_FIELD', field: 'step' });
  expect(stateOf((await say().change(caller(), 'products', 'SKIP')) as MovingIn)['products']).toBe('skipped');
  await say().change(caller(), 'products', 'SKIP');
  expect(stateOf((await say().change(caller(), 'products', 'RESUME')) as MovingIn)['products']).toBe('open');
  expect(stateOf(await movingIn())['language']).toBe('done');
  const events = await wired.db.events.readAfter(fresh, '0', 1000);
  expect(events[0]).toMatchObject({ verb: 'workspace.moving_in', data: { step: 'language', act: 'confirm' } });
});

test('it goes away when nothing is open, when it is put away, and never shows in the demo', async () => {
  expect(await say().hide(caller(), true)).toMatchObject({ shown: false, hidden: true, finished: false });
  expect(await say().hide(caller(), false)).toMatchObject({ shown: true, hidden: false });
  for (const { key } of (await movingIn()).steps) await say().change(caller(), key, 'SKIP');
  expect(await movingIn()).toMatchObject({ shown: false, finished: true, hidden: false });
  await say().change(caller(), 'invite', 'RESUME');
  expect(await movingIn()).toMatchObject({ shown: true, finished: false });
  await inUnit(() =>
    wired.get(ChannelsRepository).insert(fresh, {
      id: newId(),
      name: 'D',
      kind: 'demo',
      platform: 'alibaba',
      signingSecret: 'x',
      createdAt: AT,
    } as never),
  );
  expect(await movingIn()).toMatchObject({ shown: false });
  expect(stateOf(await movingIn())['channel']).not.toBe('done'); // the demo's channel brings no buyer
});
