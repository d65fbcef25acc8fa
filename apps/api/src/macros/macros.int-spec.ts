import { isRefused, newId, type Refused } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import type { RequestContext } from '../platform/context/request-context.ts';
import { armChannel, deliverAndApply, deliveryBody } from '../testing/inbound-deliveries.ts';
import { memberContext } from '../testing/member-context.ts';
import { deliverReply, queueReply } from '../testing/outbound-replies.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { queryMacroUsage } from './macro-usage.query.ts';
import type { SaveMacroInput } from './macro.input.ts';
import type { FilledMacro, Macro } from './macro.model.ts';
import { MacrosModule } from './macros.module.ts';
import { MacrosResolver } from './macros.resolver.ts';
import { SaveMacroUseCase } from './save-macro.use-case.ts';

const NOW = '2026-03-02T09:00:00Z';
const DAY_MS = 86_400_000;

let wired: WiredFeatures;
let a: SeededWorkspace;
let b: SeededWorkspace;
let ctx: RequestContext;
let rounds = 0;
beforeAll(async () => {
  wired = await wireFeatures(NOW, [MacrosModule]);
});
afterAll(() => wired.close());
beforeEach(async () => {
  wired.clock.set(new Date(NOW));
  ({ a, b } = await seedTwoWorkspaces(wired.db, `-m${(rounds += 1)}`));
  ctx = memberContext(a);
  await armChannel(wired, a);
  await read(`update channels set kind = 'demo' where workspace_id = $1`);
});

const input = (changes: Partial<SaveMacroInput> = {}): SaveMacroInput => ({
  id: newId(),
  name: 'Label file',
  texts: [
    { language: 'en', text: 'Dear {buyer.name} of {buyer.company} in {buyer.country}, {member.name}' },
    { language: 'ko', text: '{buyer.name}님, {workspace.name}입니다.' },
  ],
  asksForFiles: false,
  ...changes,
});
const save = (what: SaveMacroInput, as = ctx) => wired.get(SaveMacroUseCase).execute(as, what);
const list = (as = ctx, archived = false) => wired.get(MacrosResolver).macros(as, archived);
const named = async (id: string, as = ctx) => (await list(as)).find((macro) => macro.id === id);
const fill = (macroId: string, conversationId: string, as = ctx) =>
  wired.get(MacrosResolver).fillMacro(as, macroId, conversationId);
const refusal = (outcome: object) => (isRefused(outcome) ? (outcome as Refused<object>).refusal : outcome);
const read = <Row>(sql: string, params: unknown[] = []): Promise<Row[]> =>
  wired.db.unitOfWork.run(a, () => wired.db.database.query<Row>(a, sql, [a.workspaceId, ...params]));

/** The conversation of a buyer of workspace a, as the channel tells of them. */
async function conversationOf(sender: Record<string, unknown>, subject?: string): Promise<string> {
  const externalId = newId();
  const body = { externalId, conversation: { externalId, subject }, sender: { externalId, ...sender } };
  await deliverAndApply(wired, a, deliveryBody(body as Parameters<typeof deliveryBody>[0]));
  const [row] = await read<{ id: string }>(
    `select id from conversations where workspace_id = $1 and external_id = $2`,
    [externalId],
  );
  return row!.id;
}

test('a macro is made once, changed from the version that was edited, and nobody is overwritten', async () => {
  const first = input();
  expect(await save(first)).toEqual({ macroId: first.id });
  expect(await save(first)).toEqual({ macroId: first.id });
  expect(await named(first.id)).toMatchObject({ name: 'Label file', version: 1, used30Days: 0, lastUsedAt: null });
  const changed = input({ ...first, name: 'Label', basedOn: 1 });
  await save(changed);
  expect(await save(changed)).toEqual({ macroId: first.id }); // the answer was lost, the client asks again
  expect(refusal(await save(input({ ...first, name: 'Mine', basedOn: 1 })))).toMatchObject({
    code: 'MACRO_MOVED',
    version: 2,
  });
  expect(refusal(await save(input({ basedOn: 1 })))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await named(first.id)).toMatchObject({ name: 'Label', version: 2 });
  const log = await read<{ verb: string; data: object }>(
    `select verb, data from events where workspace_id = $1 and subject_id = $2 order by position`,
    [first.id],
  );
  expect(log).toEqual([
    { verb: 'macro.created', data: {} },
    { verb: 'macro.changed', data: { fields: ['name'], version: 2 } },
  ]);
});

test('an unknown variable is refused by its name, and nothing is saved', async () => {
  const wrong = input({ texts: [{ language: 'en', text: 'Dear {buyer.nmae}' }] });
  expect(refusal(await save(wrong))).toMatchObject({ code: 'UNKNOWN_VARIABLE', variable: 'buyer.nmae' });
  expect(await named(wrong.id)).toBeUndefined();
});

test('a name is taken once among those on offer, whatever its case, and again when its macro is archived', async () => {
  const first = input({ name: 'Thanks' });
  await save(first);
  expect(refusal(await save(input({ name: ' THANKS ' })))).toMatchObject({ code: 'NAME_TAKEN' });
  const elsewhere = memberContext(b);
  await save(input({ name: 'Thanks' }), elsewhere); // another workspace's names are its own
  await wired.get(SaveMacroUseCase).archive(ctx, first.id);
  await wired.get(SaveMacroUseCase).archive(ctx, first.id);
  const second = input({ name: 'Thanks' });
  expect(await save(second)).toEqual({ macroId: second.id });
  expect((await list(ctx, true)).map(({ id, archived }) => [id, archived])).toEqual([[first.id, true]]);
  expect(refusal(await save({ ...first, basedOn: 1 }))).toMatchObject({ code: 'NAME_TAKEN' });
  expect(await save({ ...first, name: 'Thanks again', basedOn: 1 })).toEqual({ macroId: first.id });
  expect(await named(first.id)).toMatchObject({ archived: false, version: 2 });
});

test('names that race for one place: exactly one is first', async () => {
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => save(input({ name: 'Race' }))));
  expect(outcomes.filter((outcome) => !isRefused(outcome))).toHaveLength(1);
});

test('a text with the place of a link asks for files by itself', async () => {
  const asking = input({ texts: [{ language: 'en', text: 'Upload: {upload.link}' }] });
  await save(asking);
  expect(await named(asking.id)).toMatchObject({ asksForFiles: true });
});

test('it is filled in the language of the buyer, with names of countries in it; what is not known is listed and stands', async () => {
  const macro = input();
  await save(macro);
  const korean = await conversationOf({ name: '루모', language: 'ko-KR' });
  const [workspace] = await read<{ name: string }>(`select name from workspaces where id = $1`);
  expect(await fill(macro.id, korean)).toEqual({
    macroId: macro.id,
    language: 'ko',
    text: `루모님, ${workspace!.name}입니다.`,
    missing: [],
  });
  const hungarian = await conversationOf({ name: 'Lumo', country: 'HU', language: 'hu' });
  expect(await fill(macro.id, hungarian)).toEqual({
    macroId: macro.id,
    language: 'en',
    text: 'Dear Lumo of {buyer.company} in Hungary, owner',
    missing: ['buyer.company'],
  });
});

test('the language of the thread goes before that of the buyer', async () => {
  const macro = input();
  await save(macro);
  const conversationId = await conversationOf({ name: 'Lumo', language: 'en' });
  await read(`update conversations set language = 'ko' where workspace_id = $1 and id = $2`, [conversationId]);
  expect(await fill(macro.id, conversationId)).toMatchObject({ language: 'ko' });
});

test('subject, promised day in the zone of the workspace, and the product of the thread', async () => {
  const macro = input({ texts: [{ language: 'en', text: '{conversation.subject}|{promised.date}|{product.name}' }] });
  await save(macro);
  const conversationId = await conversationOf({ name: 'Lumo' }, 'Jars');
  expect(await fill(macro.id, conversationId)).toMatchObject({ text: 'Jars|{promised.date}|{product.name}' });
  const late = '2026-03-05T16:00:00Z'; // already the 6th in Seoul
  await read(`update workspaces set time_zone = 'Asia/Seoul' where id = $1`);
  await read(`update conversations set promised_for = $3 where workspace_id = $1 and id = $2`, [conversationId, late]);
  await read(
    `insert into sample_requests (workspace_id, id, buyer_id, conversation_id, items, purpose, success_test, currency, goods_minor, courier_minor,
       cost_minor, base_currency, base_rate, base_cost_minor, policy_id, buyer_share_percent, buyer_pays_minor, seller_pays_minor,
       policy_share_percent, stage, stage_since, requested_at)
     select s.workspace_id, gen_random_uuid(), c.buyer_id, c.id, '[{"description": "Rice cream"}, {"description": "Toner"}]', s.purpose, s.success_test,
       s.currency, s.goods_minor, s.courier_minor, s.cost_minor, s.base_currency, s.base_rate, s.base_cost_minor, s.policy_id, s.buyer_share_percent,
       s.buyer_pays_minor, s.seller_pays_minor, s.policy_share_percent, s.stage, s.stage_since, s.requested_at
     from sample_requests s, conversations c where s.workspace_id = $1 and c.workspace_id = $1 and c.id = $2 limit 1`,
    [conversationId],
  );
  expect(await fill(macro.id, conversationId)).toMatchObject({
    text: 'Jars|March 6, 2026|Rice cream, Toner',
    missing: [],
  });
  wired.clock.set(new Date('2026-03-06T00:00:00Z'));
  expect(await fill(macro.id, conversationId)).toMatchObject({ missing: ['promised.date'] });
});

test('what belongs to another workspace is not there', async () => {
  const macro = input();
  await save(macro);
  const elsewhere = memberContext(b);
  expect(await named(macro.id, elsewhere)).toBeUndefined();
  expect(await fill(macro.id, a.conversationId, elsewhere)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await fill(macro.id, b.conversationId)).toMatchObject({ code: 'NOT_FOUND' });
  expect(refusal(await wired.get(SaveMacroUseCase).archive(elsewhere, macro.id))).toMatchObject({ code: 'NOT_FOUND' });
  expect(refusal(await save({ ...macro, name: 'Theirs', basedOn: 1 }, elsewhere))).toMatchObject({ code: 'NOT_FOUND' });
  const theirs = (await list(elsewhere))[0] as Macro;
  await expect(queueReply(wired, ctx, a.conversationId, { macroId: theirs.id })).rejects.toThrow('NOT_FOUND');
});

test('a use counts when the channel has taken the reply, and grows old', async () => {
  const macro = input();
  await save(macro);
  const conversationId = await conversationOf({ name: 'Lumo' });
  const messageId = await queueReply(wired, ctx, conversationId, { macroId: macro.id });
  expect(await named(macro.id)).toMatchObject({ used30Days: 0, lastUsedAt: null });
  await deliverReply(wired, a, messageId);
  expect(await named(macro.id)).toMatchObject({ used30Days: 1, lastUsedAt: wired.clock.now() });
  const usage = (from: Date, to: Date) => queryMacroUsage(wired.db.database, ctx, { from, to });
  const now = wired.clock.now();
  const next = new Date(now.getTime() + 1);
  expect((await usage(now, next))[0]).toMatchObject({ macroId: macro.id, used: 1, lastUsedAt: now, archived: false });
  expect((await usage(next, next)).find(({ macroId }) => macroId === macro.id)).toMatchObject({ used: 0 });
  wired.clock.set(new Date(now.getTime() + 30 * DAY_MS));
  expect(await named(macro.id)).toMatchObject({ used30Days: 0, lastUsedAt: now });
  await wired.get(SaveMacroUseCase).archive(ctx, macro.id);
  expect((await usage(now, next)).map(({ macroId }) => macroId)).toContain(macro.id);
  expect((await usage(next, next)).map(({ macroId }) => macroId)).not.toContain(macro.id);
});

test('filling is a read: the answer is the same however often it is asked', async () => {
  const macro = input();
  await save(macro);
  const conversationId = await conversationOf({ name: '{member.name}', company: 'Lumo Kft', country: 'HU' });
  const [once, again] = [await fill(macro.id, conversationId), await fill(macro.id, conversationId)];
  expect((once as FilledMacro).text).toBe('Dear {member.name} of Lumo Kft in Hungary, owner');
  expect(again).toEqual(once);
});
