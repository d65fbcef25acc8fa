import { ChannelsRepository, isRefused, newId } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import pg from 'pg';
import { BuyerFilter, ConsentPurpose, RecordConsentUseCase } from '../buyers/index.ts';
import { canSend } from '../channels/index.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { armChannel, deliverAndApply, deliveryBody } from '../testing/inbound-deliveries.ts';
import { memberContext } from '../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import type { SaveAnnouncementInput } from './announcement.input.ts';
import { queryAnnouncements, queryRecipients } from './announcements.query.ts';
import { AnnouncementsModule } from './announcements.module.ts';
import { SaveAnnouncementUseCase } from './save-announcement.use-case.ts';
import { SendAnnouncementUseCase } from './send-announcement.use-case.ts';

const NOW = '2026-03-02T09:00:00Z';
const DAY_MS = 86_400_000;

let wired: WiredFeatures;
let a: SeededWorkspace;
let b: SeededWorkspace;
let ctx: RequestContext;
let rounds = 0;
beforeAll(async () => {
  wired = await wireFeatures(NOW, [AnnouncementsModule]);
});
afterAll(() => wired.close());
beforeEach(async () => {
  wired.clock.set(new Date(NOW));
  ({ a, b } = await seedTwoWorkspaces(wired.db, `-${(rounds += 1)}`));
  ctx = memberContext(a);
  for (const workspace of [a, b]) {
    await armChannel(wired, workspace);
    await read(workspace, `update channels set delivery_url = 'https://platform.example/out' where workspace_id = $1`);
  }
});

/** A buyer with one conversation that has been answered, so that nobody waits. */
async function answeredBuyer(workspace: SeededWorkspace, name: string): Promise<string> {
  const thread = { externalId: `thread-${name}` };
  const sender = { externalId: `sender-${name}`, name };
  const said = (externalId: string, direction: 'inbound' | 'outbound', sentAt: string) =>
    deliveryBody({ externalId, direction, sentAt, conversation: thread, sender, text: `${name} ${direction}` });
  await deliverAndApply(wired, workspace, said(`in-${name}`, 'inbound', '2026-03-01T01:00:00Z'));
  await deliverAndApply(wired, workspace, said(`out-${name}`, 'outbound', '2026-03-01T02:00:00Z'));
  const [row] = await read<{ id: string }>(
    workspace,
    `select buyer_id as id from buyer_identities where workspace_id = $1 and external_id = $2`,
    [`sender-${name}`],
  );
  return row!.id;
}
const read = <Row>(workspace: SeededWorkspace, sql: string, params: unknown[] = []): Promise<Row[]> =>
  wired.db.unitOfWork.run(workspace, () =>
    wired.db.database.query<Row>(workspace, sql, [workspace.workspaceId, ...params]),
  );
const draft = (changes: Partial<SaveAnnouncementInput> = {}): SaveAnnouncementInput => ({
  id: newId(),
  name: 'Spring',
  text: 'Hello {name}, we also have {products} now.',
  productIds: [a.productId],
  search: 'fair',
  filter: new BuyerFilter(),
  ...changes,
});
const save = (input: SaveAnnouncementInput) => wired.get(SaveAnnouncementUseCase).compose(ctx, input);
const send = (id: string, count: number) => wired.get(SendAnnouncementUseCase).send(ctx, { id, count });
const recipients = (announcementId: string) => queryRecipients(wired.db.database, ctx, { announcementId });
const stored = async (id: string) => (await queryAnnouncements(wired.db.database, ctx, id))[0]!;

test('the segment becomes a text for each; who asks, refused or cannot be reached is left out with the reason', async () => {
  await answeredBuyer(a, 'fair ready');
  const refusing = await answeredBuyer(a, 'fair refusing');
  await answeredBuyer(a, 'other');
  await answeredBuyer(b, 'fair elsewhere');
  await wired.get(RecordConsentUseCase).execute(ctx, {
    id: newId(),
    buyerId: refusing,
    purpose: ConsentPurpose.MARKETING,
    granted: false,
    source: 'mail',
    givenAt: new Date(NOW),
  });
  const waiting = { externalId: 'w', conversation: { externalId: 'w' }, text: 'price?' };
  await deliverAndApply(wired, a, deliveryBody({ ...waiting, sender: { externalId: 'w', name: 'fair waiting' } }));
  const input = draft();
  expect(await save(input)).toEqual({ announcementId: input.id });
  const [product] = await read<{ name: string }>(
    a,
    `select coalesce(names ->> 'en', names ->> 'ko', code) as name from products where workspace_id = $1 and id = $2`,
    [a.productId],
  );
  expect(
    (await recipients(input.id)).map(({ buyer, text, state, skipReason }) => [buyer.name, text, state, skipReason]),
  ).toEqual(
    expect.arrayContaining([
      ['fair ready', `Hello fair ready, we also have ${product!.name} now.`, 'ready', null],
      ['fair refusing', expect.any(String), 'skipped', 'no_consent'],
      ['fair waiting', expect.any(String), 'skipped', 'waiting'],
    ]),
  );
  expect(await stored(input.id)).toMatchObject({ state: 'draft', readyCount: 1, skippedCount: 2, search: 'fair' });
});

test('what was written for one buyer, or left out by hand, survives another save', async () => {
  await answeredBuyer(a, 'fair one');
  await answeredBuyer(a, 'fair two');
  const input = draft();
  await save(input);
  const [one, two] = (await recipients(input.id)).toSorted((x, y) => x.buyer.name.localeCompare(y.buyer.name));
  const change = wired.get(SaveAnnouncementUseCase);
  await change.changeRecipient(ctx, { id: one!.id, text: 'Only for you' });
  await change.changeRecipient(ctx, { id: two!.id, included: false });
  await save({ ...input, text: 'New words, {name}' });
  const after = await recipients(input.id);
  expect(after.find(({ id }) => id === one!.id)?.text).toBe('Only for you');
  expect(after.find(({ id }) => id === two!.id)).toMatchObject({
    text: 'New words, fair two',
    state: 'skipped',
    skipReason: 'by_hand',
  });
  await change.changeRecipient(ctx, { id: two!.id, included: true });
  expect(await stored(input.id)).toMatchObject({ readyCount: 2, skippedCount: 0 });
});

test('sent to all who were seen or to nobody; taken back in time it is a draft again, and can be sent again', async () => {
  await answeredBuyer(a, 'fair one');
  const asks = await answeredBuyer(a, 'fair two');
  const input = draft();
  await save(input);
  await deliverAndApply(
    wired,
    a,
    deliveryBody({
      externalId: 'late',
      sentAt: NOW,
      conversation: { externalId: 'thread-fair two' },
      sender: { externalId: 'sender-fair two' },
      text: 'one more question',
    }),
  );
  const moved = await send(input.id, 2);
  expect(isRefused(moved) && moved.refusal).toMatchObject({ code: 'RECIPIENTS_MOVED', readyCount: 1 });
  expect(await read(a, `select 1 from messages where workspace_id = $1 and delivery_status = 'queued'`)).toEqual([]);
  await save(input);
  expect((await recipients(input.id)).find(({ buyerId }) => buyerId === asks)?.skipReason).toBe('waiting');

  expect(await send(input.id, 1)).toEqual({ announcementId: input.id });
  expect(await stored(input.id)).toMatchObject({ state: 'sent', sentCount: 1, canTakeBack: true, repliedCount: 0 });
  const again = await send(input.id, 1);
  expect(isRefused(again) && again.refusal).toMatchObject({ code: 'ANNOUNCEMENT_NOT_OPEN' });
  expect(isRefused(await save(input))).toBe(true);

  await wired.get(SendAnnouncementUseCase).takeBack(ctx, input.id);
  expect(await stored(input.id)).toMatchObject({ state: 'draft', sentCount: 0, readyCount: 1 });
  expect(await read(a, 'select 1 from reply_drafts where workspace_id = $1 and text like $2', ['Hello%'])).toEqual([]);
  expect(await send(input.id, 1)).toEqual({ announcementId: input.id });
  const left = `select text from messages where workspace_id = $1 and delivery_status = 'queued'`;
  expect(await read(a, left)).toEqual([{ text: expect.stringContaining('Hello fair one') as string }]);
});

test('replies within 30 days and orders paid within 90 are counted, those before or too late are not', async () => {
  const buyerId = await answeredBuyer(a, 'fair one');
  const input = draft();
  await save(input);
  const at = new Date(NOW).getTime();
  const order = (days: number, minor: number) =>
    read(
      a,
      `insert into orders (workspace_id, id, buyer_id, external_id, state, placed_at, paid_at, currency, total_minor, base_currency, base_total_minor, created_at)
       values ($1, $2, $3, $4, 'COMPLETED', $5, $5, 'USD', $6, 'USD', $6, $5)`,
      [newId(), buyerId, newId(), new Date(at + days * DAY_MS), minor],
    );
  await order(-1, 100);
  await order(89, 20_000);
  await order(91, 400);
  await send(input.id, 1);
  expect(await stored(input.id)).toMatchObject({
    repliedCount: 0,
    orderedCount: 1,
    orderedTotals: [{ currency: 'USD', minor: 20_000n }],
  });
  const reply = (externalId: string, days: number) =>
    deliverAndApply(
      wired,
      a,
      deliveryBody({
        externalId,
        sentAt: new Date(at + days * DAY_MS).toISOString(),
        conversation: { externalId: 'thread-fair one' },
        sender: { externalId: 'sender-fair one' },
        text: 'tell me more',
      }),
    );
  wired.clock.set(new Date(at + 40 * DAY_MS));
  await reply('too-late', 31);
  expect(await stored(input.id)).toMatchObject({ repliedCount: 0 });
  await reply('in-time', 29);
  expect(await stored(input.id)).toMatchObject({ repliedCount: 1 });
  expect((await recipients(input.id))[0]).toMatchObject({ ordersAfter: 1, repliedAt: new Date(at + 29 * DAY_MS) });
});

test('another workspace neither sees nor sends it', async () => {
  await answeredBuyer(a, 'fair one');
  const input = draft();
  await save(input);
  const theirs = memberContext(b);
  expect(await queryAnnouncements(wired.db.database, theirs, input.id)).toEqual([]);
  const outcome = await wired.get(SendAnnouncementUseCase).send(theirs, { id: input.id, count: 1 });
  expect(isRefused(outcome) && outcome.refusal).toMatchObject({ code: 'NOT_FOUND' });
  const foreign = await wired.get(SaveAnnouncementUseCase).compose(theirs, { ...draft(), productIds: [a.productId] });
  expect(isRefused(foreign) && foreign.refusal).toMatchObject({ code: 'INVALID_FIELD', field: 'productIds' });
});

test('other products, and other words, reach every text that nobody wrote by hand; left out stays left out', async () => {
  await answeredBuyer(a, 'fair one');
  await answeredBuyer(a, 'fair two');
  const input = draft();
  await save(input);
  const [one, two] = (await recipients(input.id)).toSorted((x, y) => x.buyer.name.localeCompare(y.buyer.name));
  const change = wired.get(SaveAnnouncementUseCase);
  await change.changeRecipient(ctx, { id: two!.id, text: 'Only for you', included: false });
  const other = newId();
  await read(
    a,
    `insert into products (workspace_id, id, code, names, category, status, version, created_at, updated_at)
     select workspace_id, $2, 'ZZ-9', '{"en": "Night Balm"}', category, status, 1, created_at, updated_at from products where workspace_id = $1 and id = $3`,
    [other, a.productId],
  );
  await deliverAndApply(
    wired,
    a,
    deliveryBody({
      externalId: 'asks',
      sentAt: NOW,
      conversation: { externalId: 'thread-fair two' },
      sender: { externalId: 'sender-fair two' },
      text: 'one more question',
    }),
  );
  await save({ ...input, productIds: [other] });
  const after = await recipients(input.id);
  expect(after.find(({ id }) => id === one!.id)?.text).toBe('Hello fair one, we also have Night Balm now.');
  expect(after.find(({ id }) => id === two!.id)).toMatchObject({ text: 'Only for you', skipReason: 'by_hand' });
});

test('what its sender has half typed to one of the buyers stays where it is', async () => {
  const buyerId = await answeredBuyer(a, 'fair one');
  const input = draft();
  await save(input);
  await read(
    a,
    `insert into reply_drafts (workspace_id, id, conversation_id, member_id, text, updated_at)
     select workspace_id, $2, id, $3, 'Half a thought', $4 from conversations where workspace_id = $1 and buyer_id = $5`,
    [newId(), ctx.member!.id, NOW, buyerId],
  );
  await send(input.id, 1);
  expect(await stored(input.id)).toMatchObject({ sentCount: 1 });
  expect(await read(a, `select text from reply_drafts where workspace_id = $1 and text like 'Half%'`)).toEqual([
    { text: 'Half a thought' },
  ]);
});

test('who sees their own buyers only can neither send, rewrite, take back nor remove what goes to others', async () => {
  const [mine, theirs] = [await answeredBuyer(a, 'fair mine'), await answeredBuyer(a, 'fair theirs')];
  await read(
    a,
    `update buyers set owner_id = case when id = $2 then $4::uuid end where workspace_id = $1 and id in ($2, $3)`,
    [mine, theirs, ctx.member!.id],
  );
  const own: RequestContext = { ...ctx, ownRecordsOnly: true, ownRecordsOf: ctx.member!.id };
  const [saving, sending] = [wired.get(SaveAnnouncementUseCase), wired.get(SendAnnouncementUseCase)];
  const input = draft();
  await save(input);
  for (const outcome of [
    await saving.compose(own, { ...input, text: 'mine now' }),
    await sending.send(own, { id: input.id, count: 1 }),
    await saving.remove(own, input.id),
  ])
    expect(isRefused(outcome) && outcome.refusal).toMatchObject({ code: 'NOT_FOUND' });
  await send(input.id, 2);
  const back = await sending.takeBack(own, input.id);
  expect(isRefused(back) && back.refusal).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stored(input.id)).toMatchObject({ state: 'sent', sentCount: 2 });
  const ownOne = draft();
  expect(await saving.compose(own, ownOne)).toEqual({ announcementId: ownOne.id });
  expect(await sending.send(own, { id: ownOne.id, count: 1 })).toEqual({ announcementId: ownOne.id });
});

test('a message that leaves while the others are taken back stays sent, and they are taken back all the same', async () => {
  await answeredBuyer(a, 'fair one');
  await answeredBuyer(a, 'fair two');
  const input = draft();
  await save(input);
  await send(input.id, 2);
  const leaving = new pg.Client({ connectionString: wired.db.url });
  await leaving.connect();
  try {
    await leaving.query('begin');
    await leaving.query(
      `update messages set delivery_status = 'sending' where workspace_id = $1 and id = (select message_id from announcement_recipients
         where workspace_id = $1 and announcement_id = $2 order by message_id limit 1)`,
      [a.workspaceId, input.id],
    );
    const takingBack = wired.get(SendAnnouncementUseCase).takeBack(ctx, input.id);
    await untilSomebodyWaits(leaving);
    await leaving.query('commit');
    expect(await takingBack).toEqual({ announcementId: input.id });
  } finally {
    await leaving.end();
  }
  expect(await stored(input.id)).toMatchObject({ state: 'sent', sentCount: 1, skippedCount: 1 });
});

test('a buyer whose channel has no way out is left out, not the reason why nobody is written to', async () => {
  await answeredBuyer(a, 'fair one');
  for (const [kind, deliveryUrl, mail, reachable] of [
    ['webhook', null, null, false],
    ['manual', null, null, false],
    ['file', null, null, false],
    ['email', null, null, false],
    ['email', null, {}, true],
    ['demo', null, null, true],
    ['webhook', 'https://platform.example/out', null, true],
  ] as const) {
    await read(a, `update channels set kind = $2, delivery_url = $3, mail = $4 where workspace_id = $1`, [
      kind,
      deliveryUrl,
      mail && JSON.stringify(mail),
    ]);
    const input = draft();
    await save(input);
    const [row] = await recipients(input.id);
    expect([kind, deliveryUrl, row?.skipReason]).toEqual([kind, deliveryUrl, reachable ? null : 'no_channel']);
    const channel = await wired.db.unitOfWork.run(a, () => wired.get(ChannelsRepository).getById(a, a.channelId));
    expect(canSend(channel)).toBe(reachable);
  }
});

/** Resolves when a statement waits for a lock. */
async function untilSomebodyWaits(client: pg.Client): Promise<void> {
  for (;;) {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rowCount) return;
  }
}
