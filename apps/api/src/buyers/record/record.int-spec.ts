import { newId, type Refused } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { memberContext } from '../../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { queryBuyer, queryContacts } from '../buyer.query.ts';
import { RegisterBuyerUseCase } from '../register-buyer.use-case.ts';
import { CreateBuyerUseCase } from './create-buyer.use-case.ts';
import type { BuyerFields } from './record.input.ts';
import { SaveContactUseCase } from './save-contact.use-case.ts';
import { SetOwnerUseCase } from './set-owner.use-case.ts';
import { UpdateBuyerUseCase } from './update-buyer.use-case.ts';

const RLM = '\u200f\u202e';

let wired: WiredFeatures;
let a: SeededWorkspace;
let b: SeededWorkspace;
let ctx: RequestContext;
let other: RequestContext;

beforeAll(async () => {
  wired = await wireFeatures('2026-03-02T09:00:00Z');
  ({ a, b } = await seedTwoWorkspaces(wired.db));
  [ctx, other] = [memberContext(a), memberContext(b)];
});
afterAll(() => wired.close());

interface Told {
  code: string;
  field?: string;
  message: string;
  current?: string | null;
  changedBy?: string | null;
}
const refusalOf = (outcome: unknown) => (outcome as Refused<Told>).refusal;
const update = (changes: BuyerFields, seen: BuyerFields, by = ctx, id = a.buyerId) =>
  wired.get(UpdateBuyerUseCase).execute(by, { id, changes, seen });
const read = (id = a.buyerId, by = ctx) => queryBuyer(wired.db.database, by, id);
const eventsOf = async (verb: string, buyerId: string) =>
  (await wired.db.events.readAfter(ctx, '0', 1000)).filter((event) => event.verb === verb && event.buyerId === buyerId);

describe('two people edit', () => {
  it('two fields: both win', async () => {
    await update({ company: 'Lumo Kft' }, {});
    await update({ address: 'Fő utca 1' }, {}, { ...ctx, member: { id: a.viewerId, name: 'viewer', role: 'rep' } });
    expect(await read()).toMatchObject({ company: 'Lumo Kft', address: 'Fő utca 1' });
  });

  it('one field: the second is told whose value stands, and nothing of the edit is saved', async () => {
    await update({ company: 'First' }, { company: 'Lumo Kft' });
    const told = refusalOf(
      await update({ address: 'Elsewhere', company: 'Second' }, { address: 'Fő utca 1', company: 'Lumo Kft' }),
    );
    expect(told).toMatchObject({ code: 'FIELD_CONFLICT', field: 'company', current: 'First', changedBy: 'owner' });
    expect(await read()).toMatchObject({ company: 'First', address: 'Fő utca 1' });
  });

  it('an amount that somebody else entered is not told to who may not see money', async () => {
    const blind = memberContext(a, 'viewer', ['buyer:read', 'buyer:write']);
    const conflict = async (by: RequestContext) =>
      refusalOf(await update({ annualPurchaseMinor: 1n }, { annualPurchaseMinor: null }, by));
    expect(await conflict(ctx)).toMatchObject({ field: 'annualPurchaseMinor', current: '100000000' });
    expect(await conflict(blind)).toMatchObject({ field: 'annualPurchaseMinor', current: null });
  });

  it('one field at the same moment: one wins', async () => {
    const outcomes = await Promise.all(['One', 'Other'].map((company) => update({ company }, { company: 'First' })));
    expect(outcomes.filter((outcome) => 'buyerId' in outcome)).toHaveLength(1);
    expect(refusalOf(outcomes.find((outcome) => !('buyerId' in outcome))).code).toBe('FIELD_CONFLICT');
  });

  it('the same edit sent twice is saved once', async () => {
    const seen = { company: (await read())!.company };
    await update({ company: 'Again' }, seen);
    const before = await eventsOf('buyer.changed', a.buyerId);
    expect(await update({ company: 'Again' }, seen)).toEqual({ buyerId: a.buyerId });
    expect(await eventsOf('buyer.changed', a.buyerId)).toHaveLength(before.length);
  });
});

describe('what cannot be saved', () => {
  it.each<[string, BuyerFields, string]>([
    ['a name of right-to-left marks and NUL', { name: `${RLM}\u0000` }, 'name'],
    ['no name', { name: null }, 'name'],
    ['a country that does not exist', { country: 'QX' }, 'country'],
    ['a country that is a word', { country: 'Hungary' }, 'country'],
    ['a language that does not exist', { language: 'xxxx' }, 'language'],
    ['a time zone that does not exist', { timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['a type nobody knows', { companyType: 'wizard' }, 'companyType'],
    ['a script for a web site', { webSite: 'javascript:alert(1)' }, 'webSite'],
    ['a link that is none', { links: [{ label: 'Shop', url: 'ftp://x.example' }] }, 'links'],
    ['a purchase below zero', { annualPurchaseMinor: -1n }, 'annualPurchaseMinor'],
  ])('%s', async (_what, changes, field) => {
    const before = await read();
    const told = refusalOf(await update({ ...changes, employees: 77 }, { employees: before!.employees }));
    expect(told).toMatchObject({ code: 'INVALID_FIELD', field });
    expect(await read()).toEqual(before);
  });

  it('a buyer of another workspace', async () => {
    expect(refusalOf(await update({ company: 'X' }, {}, other)).code).toBe('NOT_FOUND');
    expect(refusalOf(await update({ company: 'X' }, {}, ctx, newId())).code).toBe('NOT_FOUND');
  });
});

it('saves what is clean: marks and controls go, codes take their form, null clears', async () => {
  const before = (await read())!;
  await update(
    {
      name: `${RLM}Lumo\u0000`,
      country: 'hu',
      language: 'HU',
      timeZone: 'europe/budapest',
      webSite: 'lumo.hu',
      links: [{ label: ' Shop ', url: 'https://shop.lumo.hu' }],
      annualPurchaseMinor: 9007199254740993n,
      companyType: 'distributor',
    },
    { name: before.name, country: before.country, annualPurchaseMinor: 100000000n },
  );
  expect(await read()).toMatchObject({
    name: 'Lumo',
    country: 'HU',
    language: 'hu',
    timeZone: 'Europe/Budapest',
    webSite: 'https://lumo.hu',
    links: [{ label: 'Shop', url: 'https://shop.lumo.hu' }],
    annualPurchase: { minor: '9007199254740993', currency: 'USD' },
    gradeExplanation: { rulesVersion: 1 },
  });
  await update(
    { country: null, links: null },
    { country: 'HU', links: [{ label: 'Shop', url: 'https://shop.lumo.hu' }] },
  );
  expect(await read()).toMatchObject({ country: null, links: [] });
  await update({ country: 'KR' }, {});
});

describe('a buyer made by hand', () => {
  it('is there once, with contact, stage and grade', async () => {
    const id = newId();
    const create = wired.get(CreateBuyerUseCase);
    const input = {
      id,
      name: '김수진',
      country: 'KR',
      email: 'SJ@Hanbit.co.kr',
      phone: '010-1234-5678',
      ownerId: a.viewerId,
    };
    expect(await create.execute(ctx, input)).toEqual({ buyerId: id });
    expect(await create.execute(ctx, input)).toEqual({ buyerId: id });
    expect(await read(id)).toMatchObject({ name: '김수진', stage: 'new', ownerId: a.viewerId, tags: [] });
    expect((await read(id))!.grade).not.toBeNull();
    expect(await queryContacts(wired.db.database, ctx, id)).toMatchObject([
      { email: 'sj@hanbit.co.kr', phone: '+821012345678' },
    ]);
    expect(await eventsOf('buyer.registered', id)).toHaveLength(1);
    expect(await read(id, other)).toBeNull();
  });

  it.each([
    ['name', { name: '\u200b' }],
    ['country', { country: 'ZZ' }],
    ['email', { email: 'nobody' }],
    ['phone', { phone: '010-1234-5678' }],
    ['ownerId', { ownerId: newId() }],
  ])('is refused for its %s', async (field, part) => {
    const id = newId();
    const told = refusalOf(await wired.get(CreateBuyerUseCase).execute(ctx, { id, name: 'Lumo', ...part }));
    expect(told).toMatchObject({ code: 'INVALID_FIELD', field });
    expect(await read(id)).toBeNull();
  });

  it('is their own for those who see only their own', async () => {
    const id = newId();
    await wired
      .get(CreateBuyerUseCase)
      .execute({ ...ctx, ownRecordsOnly: true }, { id, name: 'Own', ownerId: a.viewerId });
    expect(await read(id)).toMatchObject({ ownerId: a.ownerId });
  });
});

describe('people at a buyer', () => {
  const save = (part: object, by = ctx, id = newId()) =>
    wired.get(SaveContactUseCase).keep(by, { id, buyerId: a.buyerId, ...part });

  it('a national number takes the country of the buyer; without one it says what to add', async () => {
    const id = newId();
    expect(await save({ phone: '010 9999 8888', language: 'ko' }, ctx, id)).toEqual({ buyerId: a.buyerId });
    await save({ name: 'Min', phone: '+82 10 9999 8888' }, ctx, id);
    const contacts = await queryContacts(wired.db.database, ctx, a.buyerId);
    expect(contacts.find((contact) => contact.id === id)).toMatchObject({ name: 'Min', phone: '+821099998888' });
    await update({ country: null }, { country: 'KR' });
    const told = refusalOf(await save({ phone: '010 9999 8888' }));
    expect(told).toMatchObject({ code: 'INVALID_FIELD', field: 'phone' });
    expect(told.message).toContain('country code');
  });

  it.each([
    ['name', { name: RLM }],
    ['email', { email: 'a@b' }],
    ['phone', { phone: '12' }],
    ['name', {}],
    ['timeZone', { name: 'Min', timeZone: 'X' }],
  ])('is refused for its %s', async (field, part) =>
    expect(refusalOf(await save(part))).toMatchObject({ code: 'INVALID_FIELD', field }),
  );

  it('cannot be added, changed or removed from another workspace', async () => {
    const [contact] = await queryContacts(wired.db.database, ctx, a.buyerId);
    expect(refusalOf(await save({ name: 'X' }, other)).code).toBe('NOT_FOUND');
    expect(refusalOf(await wired.get(SaveContactUseCase).remove(other, contact!.id)).code).toBe('NOT_FOUND');
    expect(await wired.get(SaveContactUseCase).remove(ctx, contact!.id)).toBe(contact!.id);
    expect(refusalOf(await wired.get(SaveContactUseCase).remove(ctx, contact!.id)).code).toBe('NOT_FOUND');
  });
});

it('an owner is an active member of the workspace, and who sees only their own gives none away', async () => {
  const set = (memberId: string | null, by = ctx) =>
    wired.get(SetOwnerUseCase).execute(by, { buyerId: a.buyerId, memberId });
  expect(refusalOf(await set(b.ownerId))).toMatchObject({ code: 'INVALID_FIELD', field: 'memberId' });
  expect(await set(a.viewerId)).toEqual({ buyerId: a.buyerId });
  expect((await eventsOf('buyer.owner_changed', a.buyerId)).at(-1)?.data).toEqual({ from: a.ownerId, to: a.viewerId });
  expect(refusalOf(await set(null, { ...ctx, ownRecordsOnly: true })).code).toBe('INVALID_FIELD');
  await set(null);
  expect((await read())!.ownerId).toBeNull();
});

it('a number that a channel brings is kept in E.164 where it can be read, and as it is where not', async () => {
  for (const [externalId, phone] of [
    ['readable', '06 30 555 0199'],
    ['unreadable', 'ask Anna'],
  ] as const) {
    const described = {
      channelId: a.channelId,
      externalId,
      name: externalId,
      country: 'HU',
      phone,
      seenAt: wired.clock.now(),
    };
    const id = await wired.get(RegisterBuyerUseCase).execute(ctx, described, wired.clock.now());
    const [contact] = await queryContacts(wired.db.database, ctx, id);
    expect(contact!.phone).toBe(externalId === 'readable' ? '+36305550199' : phone);
  }
});
