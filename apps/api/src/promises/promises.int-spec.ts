import { newId } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { ChangeDeliveryUseCase, SendReplyUseCase } from '../inbox/index.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { armChannel } from '../testing/inbound-deliveries.ts';
import { memberContext } from '../testing/member-context.ts';
import { deliverReply, queueReply } from '../testing/outbound-replies.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { PromiseDueJob } from './promise-due.job.ts';
import { PROMISE_DUE } from './promise-due.task-name.ts';
import { PromisesModule } from './promises.module.ts';
import { refreshPromise } from './refresh-promise.ts';

const NOW = '2026-03-02T09:00:00Z';
const FRIDAY = new Date('2026-03-06T09:00:00Z');
const MONDAY = new Date('2026-03-09T09:00:00Z');

let wired: WiredFeatures;
let a: SeededWorkspace;
let ctx: RequestContext;
let rounds = 0;
beforeAll(async () => {
  wired = await wireFeatures(NOW, [PromisesModule]);
});
afterAll(() => wired.close());
beforeEach(async () => {
  wired.clock.set(new Date(NOW));
  ({ a } = await seedTwoWorkspaces(wired.db, `-p${(rounds += 1)}`));
  ctx = memberContext(a);
  await armChannel(wired, a);
  await read(`update channels set kind = 'demo' where workspace_id = $1`);
});

const read = <Row>(sql: string, params: unknown[] = []): Promise<Row[]> =>
  wired.db.unitOfWork.run(a, () => wired.db.database.query<Row>(a, sql, [a.workspaceId, ...params]));
const promised = async () => {
  const rows = await read<{ promised_for: Date | null }>(
    `select promised_for from conversations where workspace_id = $1 and id = $2`,
    [a.conversationId],
  );
  return rows[0]!.promised_for;
};
const told = async () =>
  (await read<{ data: unknown }>(`select data from events where workspace_id = $1 and verb = 'promise.due'`)).map(
    ({ data }) => data,
  );
const queue = (promisedFor: Date | null) => queueReply(wired, ctx, a.conversationId, { promisedFor });
const deliver = (messageId: string) => deliverReply(wired, a, messageId);
async function send(promisedFor: Date | null): Promise<void> {
  await deliver(await queue(promisedFor));
  wired.clock.set(new Date(wired.clock.now().getTime() + 60_000));
}
const due = (promisedFor: Date) =>
  wired
    .get(PromiseDueJob)
    .run({ workspaceId: a.workspaceId, conversationId: a.conversationId, promisedFor: promisedFor.toISOString() });

test('a promise stands once the channel has taken the holding reply, and the answer ends it', async () => {
  const held = await queue(FRIDAY);
  expect(await promised()).toBeNull();
  await deliver(held);
  expect(await promised()).toEqual(FRIDAY);
  wired.clock.set(new Date('2026-03-03T09:00:00Z'));
  await send(MONDAY); // another holding reply moves it
  expect(await promised()).toEqual(MONDAY);
  await send(null);
  expect(await promised()).toBeNull();
});

test('a holding reply that was taken back promises nothing', async () => {
  const held = await queue(FRIDAY);
  await wired.get(ChangeDeliveryUseCase).cancel(ctx, held);
  await deliver(held);
  expect(await promised()).toBeNull();
});

test('notes and automatic replies keep no promise', async () => {
  await send(FRIDAY);
  await wired.get(SendReplyUseCase).addNote(ctx, { id: newId(), conversationId: a.conversationId, text: 'later' });
  const before = await promised();
  await read(
    `insert into messages (workspace_id, id, conversation_id, channel_id, direction, author_kind, revision, text, sent_at, created_at, delivery_status, accepted_at)
     values ($1, gen_random_uuid(), $2, $3, 'outbound', 'assistant', 98, 'automatic', $4, $4, 'delivered', $4)`,
    [a.conversationId, a.channelId, wired.clock.now()],
  );
  await wired.db.unitOfWork.run(a, () => refreshPromise(wired.db.database, wired.db.jobs, a, a.conversationId));
  expect([before, await promised()]).toEqual([FRIDAY, FRIDAY]);
});

test.each([
  ['in the past', '2026-03-02T09:00:00Z', 'past'],
  ['more than 60 days away', '2026-05-01T09:00:01Z', 'too_far'],
])('an answer %s cannot be promised, and nothing is sent', async (_when, until, rule) => {
  await expect(queue(new Date(until))).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    extensions: { fields: [{ path: 'promisedFor', rule }] },
  });
  expect(await read(`select id from messages where workspace_id = $1 and promised_for is not null`)).toEqual([]);
});

test('when it comes due the team is told once; not when it was kept, moved, or the thread is spam', async () => {
  await send(FRIDAY);
  const [job] = (await wired.waitingJobs(PROMISE_DUE)).filter(({ workspaceId }) => workspaceId === a.workspaceId);
  expect(job).toEqual({
    workspaceId: a.workspaceId,
    conversationId: a.conversationId,
    promisedFor: FRIDAY.toISOString(),
  });
  wired.clock.set(FRIDAY);
  await due(MONDAY);
  await read(`update conversations set status = 'spam' where workspace_id = $1 and id = $2`, [a.conversationId]);
  await due(FRIDAY);
  expect(await told()).toEqual([]);
  await read(`update conversations set status = 'answered' where workspace_id = $1 and id = $2`, [a.conversationId]);
  await due(FRIDAY);
  await due(FRIDAY);
  expect(await told()).toEqual([{ promisedFor: FRIDAY.toISOString() }]);
  await send(null);
  await due(FRIDAY);
  expect(await told()).toHaveLength(1);
});
