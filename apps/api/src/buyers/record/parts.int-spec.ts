import { newId, type Refused } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { memberContext } from '../../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { ConsentPurpose } from '../consents/consent.model.ts';
import { queryConsents } from '../consents/consents.query.ts';
import { RecordConsentUseCase } from '../consents/record-consent.use-case.ts';
import { CustomFieldKind } from '../custom-fields/custom-field.model.ts';
import { SaveCustomFieldUseCase } from '../custom-fields/save-custom-field.use-case.ts';
import { SetCustomValueUseCase } from '../custom-fields/set-custom-value.use-case.ts';
import { DismissDuplicateUseCase } from '../duplicates/dismiss-duplicate.use-case.ts';
import { queryDuplicateProposals, queryDuplicatesOf } from '../duplicates/duplicates.query.ts';
import { queryNotes } from '../notes/notes.query.ts';
import { WriteNoteUseCase } from '../notes/write-note.use-case.ts';
import { LogSupportUseCase } from '../support/log-support.use-case.ts';
import { SupportKind } from '../support/support.model.ts';
import { queryInquiredProducts, querySupport } from '../support/support.query.ts';
import { ChangeTagUseCase } from '../tags/change-tag.use-case.ts';
import { queryBuyerTags, queryTags } from '../tags/list-tags.query.ts';
import { MAX_TAGS, MAX_TAGS_OF_BUYER, TagBuyerUseCase } from '../tags/tag-buyer.use-case.ts';
import { CreateBuyerUseCase } from './create-buyer.use-case.ts';
import { UpdateBuyerUseCase } from './update-buyer.use-case.ts';

let wired: WiredFeatures;
let a: SeededWorkspace;
let b: SeededWorkspace;
let ctx: RequestContext;
let other: RequestContext;
let viewer: RequestContext;

beforeAll(async () => {
  wired = await wireFeatures('2026-03-02T09:00:00Z');
  ({ a, b } = await seedTwoWorkspaces(wired.db));
  [ctx, other, viewer] = [memberContext(a), memberContext(b), memberContext(a, 'viewer')];
});
afterAll(() => wired.close());

const refusalOf = (outcome: unknown) => (outcome as Refused<{ code: string; field?: string; limit?: number }>).refusal;
const create = async (name: string, part: { email?: string; phone?: string } = {}, by = ctx) => {
  const id = newId();
  await wired.get(CreateBuyerUseCase).execute(by, { id, name, ...part });
  return id;
};
const sql = (text: string, ...params: unknown[]) =>
  wired.db.unitOfWork.run(ctx, () => wired.db.database.query(ctx, text, [a.workspaceId, ...params]));

describe('free tags', () => {
  const add = (buyerId: string, name: string, by = ctx) => wired.get(TagBuyerUseCase).add(by, { buyerId, name });
  const names = async (buyerId: string) =>
    (await queryBuyerTags(wired.db.database, ctx, buyerId)).map(({ name }) => name);

  it('are one whatever the case, and of one workspace', async () => {
    const id = await create('Tagged');
    await add(id, ' VIP ');
    await add(id, 'vip');
    await Promise.all(['Beauty', 'beauty', 'BEAUTY'].map((name) => add(id, name)));
    expect((await names(id)).map((name) => name.toLowerCase())).toEqual(['beauty', 'vip']);
    expect((await queryTags(wired.db.database, other)).map(({ name }) => name)).toEqual(['Fair']);
    expect(refusalOf(await add(id, 'VIP', other)).code).toBe('NOT_FOUND');
    for (const name of ['\u200f\u0000', ' ', 'x'.repeat(41)])
      expect(refusalOf(await add(id, name))).toMatchObject({ code: 'INVALID_FIELD', field: 'name' });
  });

  it('are renamed to a free name, and go from all buyers', async () => {
    const id = await create('Renamed');
    await add(id, 'Old');
    const tag = (await queryTags(wired.db.database, ctx)).find(({ name }) => name === 'Old')!;
    const change = wired.get(ChangeTagUseCase);
    expect(refusalOf(await change.rename(ctx, { id: tag.id, name: 'fair' })).code).toBe('NAME_TAKEN');
    expect(refusalOf(await change.rename(other, { id: tag.id, name: 'New' })).code).toBe('NOT_FOUND');
    expect(await change.rename(ctx, { id: tag.id, name: 'OLD' })).toMatchObject({ name: 'OLD', buyerCount: 1 });
    expect(await change.remove(ctx, tag.id)).toBe(tag.id);
    expect(await names(id)).toEqual([]);
  });

  it('go from buyers too that who removes the tag does not see', async () => {
    const id = await create('Of somebody else');
    await add(id, 'Everywhere');
    const tag = (await queryTags(wired.db.database, ctx)).find(({ name }) => name === 'Everywhere')!;
    const scoped = { ...ctx, ownRecordsOnly: true, ownRecordsOf: a.viewerId };
    expect(await wired.get(ChangeTagUseCase).remove(scoped, tag.id)).toBe(tag.id);
    expect(await names(id)).toEqual([]);
  });

  it('have a limit for a buyer and for the workspace: 10,000 are too many', async () => {
    const id = await create('Many');
    for (let n = 0; n < MAX_TAGS_OF_BUYER; n += 1) await add(id, `tag ${n}`);
    expect(refusalOf(await add(id, 'one more'))).toMatchObject({ code: 'LIMIT_REACHED', limit: MAX_TAGS_OF_BUYER });
    await sql(
      `insert into tags (workspace_id, id, name, created_at) select $1, gen_random_uuid(), 'fill ' || n, now()
       from generate_series(1, $2 - (select count(*)::int from tags where workspace_id = $1)) n`,
      MAX_TAGS,
    );
    const fresh = await create('Fresh');
    expect(refusalOf(await add(fresh, 'no room'))).toMatchObject({ code: 'LIMIT_REACHED', limit: MAX_TAGS });
    expect(await add(fresh, 'TAG 1')).toEqual({ buyerId: fresh });
  });
});

describe('custom fields', () => {
  it('keep their kind while any buyer has a value, also one that who changes the field does not see', async () => {
    const buyerId = await create('With a value');
    const field = { id: newId(), name: 'Booth', kind: CustomFieldKind.TEXT };
    const fields = wired.get(SaveCustomFieldUseCase);
    await fields.define(ctx, field);
    await wired.get(SetCustomValueUseCase).execute(ctx, { buyerId, fieldId: field.id, value: 'Hall 4', seen: null });
    const scoped = { ...ctx, ownRecordsOnly: true, ownRecordsOf: a.viewerId };
    const told = refusalOf(await fields.define(scoped, { ...field, kind: CustomFieldKind.NUMBER }));
    expect(told).toMatchObject({ code: 'INVALID_FIELD', field: 'kind' });
    expect(await fields.define(scoped, { ...field, name: 'Stand' })).toMatchObject({ name: 'Stand', usedBy: 0 });
    expect(await fields.define(ctx, { ...field, name: 'Stand' })).toMatchObject({ usedBy: 1 });
  });
});

describe('notes', () => {
  it('a private one is closed to others until one who may opens it, which is recorded', async () => {
    const write = wired.get(WriteNoteUseCase);
    const id = newId();
    const note = { id, buyerId: a.buyerId, text: 'Likes to haggle', private: true };
    expect(await write.write(ctx, note)).toMatchObject({ mine: true, hidden: false, text: 'Likes to haggle' });
    const seen = async (by: RequestContext) =>
      (await queryNotes(wired.db.database, by, by.member!.id, a.buyerId)).find((one) => one.id === id);
    expect(await seen(viewer)).toMatchObject({ hidden: true, text: null, mine: false });
    expect(refusalOf(await write.write(viewer, { ...note, text: 'Mine now' })).code).toBe('NOT_FOUND');
    expect(refusalOf(await write.remove(viewer, id)).code).toBe('NOT_FOUND');
    expect(refusalOf(await write.readPrivate(other, id)).code).toBe('NOT_FOUND');
    const opened = async () =>
      (await wired.db.events.readAfter(ctx, '0', 1000)).filter(({ verb }) => verb === 'note.private_read');
    expect(await write.readPrivate(ctx, id)).toMatchObject({ text: 'Likes to haggle' });
    expect(await opened()).toEqual([]);
    expect(await write.readPrivate(viewer, id)).toMatchObject({ hidden: false, text: 'Likes to haggle' });
    expect(await opened()).toMatchObject([{ actorId: a.viewerId, subjectId: id, buyerId: a.buyerId, data: {} }]);
    expect(await write.write(ctx, { ...note, text: 'Likes to talk', private: false })).toMatchObject({
      editedAt: expect.any(Date) as Date,
    });
    expect(await seen(viewer)).toMatchObject({ hidden: false, text: 'Likes to talk' });
    expect(await write.remove(ctx, id)).toBe(id);
  });
});

describe('consent', () => {
  it('the newest word holds and the earlier ones stay', async () => {
    const say = (granted: boolean, givenAt: string) =>
      wired.get(RecordConsentUseCase).execute(ctx, {
        id: newId(),
        buyerId: a.buyerId,
        purpose: ConsentPurpose.MARKETING,
        granted,
        source: 'E-mail',
        givenAt: new Date(givenAt),
      });
    await say(false, '2026-03-02T08:00:00Z');
    await say(true, '2026-03-01T08:00:00Z'); // written down later, said earlier
    const marketing = (await queryConsents(wired.db.database, ctx, a.buyerId)).filter(
      ({ purpose }) => purpose === ConsentPurpose.MARKETING,
    );
    expect(marketing.map(({ granted, current }) => ({ granted, current }))).toEqual([
      { granted: false, current: true },
      { granted: true, current: false },
    ]);
    expect(refusalOf(await say(true, '2026-03-03T00:00:00Z'))).toMatchObject({
      code: 'INVALID_FIELD',
      field: 'givenAt',
    });
  });
});

describe('duplicates', () => {
  it('are proposed by e-mail, phone, or domain with a similar name, never by free mail, until dismissed', async () => {
    const email = [
      await create('Anna', { email: 'same@one.example' }),
      await create('Other Anna', { email: 'same@one.example' }),
    ];
    const phone = [
      await create('Béla', { phone: '+36 30 555 0199' }),
      await create('Zoltan', { phone: '+36305550199' }),
    ];
    const domain = [
      await create('Lumo Kft', { email: 'a@lumo.hu' }),
      await create('LUMO', { email: 'b@lumo.hu' }),
      await create('Aurora', { email: 'c@lumo.hu' }),
    ];
    await create('Kim Minsu', { email: 'kim1@gmail.com' });
    await create('Kim Minsu', { email: 'kim2@gmail.com' });
    await create('Anna', { email: 'same@one.example' }, other);
    const found = await queryDuplicateProposals(wired.db.database, ctx, 20);
    expect(found.map(({ first, second, reasons }) => [first.id, second.id, reasons])).toEqual([
      [email[0], email[1], ['SAME_EMAIL']],
      [phone[0], phone[1], ['SAME_PHONE']],
      [domain[0], domain[1], ['SAME_DOMAIN_AND_NAME']],
    ]);
    const own = await queryDuplicatesOf(wired.db.database, ctx, domain[1]!);
    expect(own.map(({ first, second }) => [first.id, second.id])).toEqual([[domain[0], domain[1]]]);
    expect(await queryDuplicatesOf(wired.db.database, ctx, domain[2]!)).toEqual([]);
    const dismiss = wired.get(DismissDuplicateUseCase);
    expect(refusalOf(await dismiss.execute(other, phone[0]!, phone[1]!)).code).toBe('NOT_FOUND');
    await dismiss.execute(ctx, phone[1]!, phone[0]!);
    await dismiss.execute(ctx, phone[0]!, phone[1]!);
    expect(await queryDuplicatesOf(wired.db.database, ctx, phone[0]!)).toEqual([]);
    expect(await queryDuplicateProposals(wired.db.database, ctx, 20)).toHaveLength(2);
  });

  it('are proposed by web site too', async () => {
    const one = await create('Solar Shop');
    const two = await create('Solar Shop GmbH', { email: 'x@solar.example' });
    await wired
      .get(UpdateBuyerUseCase)
      .execute(ctx, { id: one, changes: { webSite: 'https://www.solar.example/de' }, seen: {} });
    expect((await queryDuplicatesOf(wired.db.database, ctx, one)).map(({ second }) => second.id)).toEqual([two]);
  });
});

describe('growth support', () => {
  it('shows the orders before and after the first of it', async () => {
    const id = await create('Supported');
    for (const [day, minor] of [
      ['2026-01-01', 10_000],
      ['2026-01-21', 20_000],
      ['2026-02-05', 40_000],
      ['2026-02-10', 60_000],
      ['2026-02-15', 80_000],
    ] as const)
      await sql(
        `insert into orders (workspace_id, id, buyer_id, external_id, state, placed_at, paid_at, currency, total_minor, base_currency, base_total_minor, created_at)
         values ($1, gen_random_uuid(), $2, $3::text, 'COMPLETED', $3::timestamptz, $3::timestamptz, 'USD', $4, 'USD', $4, $3::timestamptz)`,
        id,
        `${day}T03:00:00Z`,
        minor,
      );
    const log = (by: RequestContext, part: object = {}) =>
      wired.get(LogSupportUseCase).log(by, {
        id: newId(),
        buyerId: id,
        kind: SupportKind.GUIDE,
        what: 'Display guide',
        givenAt: new Date('2026-02-01T00:00:00Z'),
        ...part,
      });
    expect(await querySupport(wired.db.database, ctx, id)).toEqual({
      entries: [],
      firstAt: null,
      before: null,
      after: null,
    });
    await log(ctx);
    await log(ctx, { givenAt: new Date('2026-02-12T00:00:00Z') });
    expect(await querySupport(wired.db.database, ctx, id)).toMatchObject({
      firstAt: new Date('2026-02-01T00:00:00Z'),
      before: { orders: 2, medianIntervalDays: 20, averageOrder: { minor: '15000', currency: 'USD' } },
      after: { orders: 3, medianIntervalDays: 5, averageOrder: { minor: '60000', currency: 'USD' } },
    });
    expect(refusalOf(await log(other)).code).toBe('NOT_FOUND');
    expect(refusalOf(await log(ctx, { sampleId: a.sampleId }))).toMatchObject({
      code: 'INVALID_FIELD',
      field: 'sampleId',
    });
    expect(refusalOf(await log(ctx, { what: '\u200f' }))).toMatchObject({ code: 'INVALID_FIELD', field: 'what' });
  });

  it('lists the products that the buyer asked about', async () => {
    await sql(`update drafts set triage = '{"entities": {"products": ["serum", "toner"]}}' where workspace_id = $1`);
    expect(await queryInquiredProducts(wired.db.database, ctx, a.buyerId)).toMatchObject([
      { slug: 'serum', name: '세럼', times: 1 },
      { slug: 'toner', name: 'toner', times: 1 },
    ]);
  });
});
