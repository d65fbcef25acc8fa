import { Readable } from 'node:stream';
import { newId } from '@dangol/db';
import type { INestApplicationContext } from '@nestjs/common';
import { KeepAttachmentUseCase } from '../attachments/index.ts';
import {
  ConsentPurpose,
  CreateBuyerUseCase,
  CustomFieldKind,
  LogSupportUseCase,
  RecordConsentUseCase,
  SaveCustomFieldUseCase,
  SetCustomValueUseCase,
  SupportKind,
  TagBuyerUseCase,
  UpdateBuyerUseCase,
  WriteNoteUseCase,
} from '../buyers/index.ts';
import type { BroughtCustomer } from './bring-customers.ts';
import type { Cue } from './demo-stage.ts';
import { done } from './done.ts';
import type { SeededMember, SeededWorkspace } from './set-up-workspace.ts';

const DAY_MS = 86_400_000;

/** The team's own tags with every how-manieth customer has one. */
const TAGS = [
  { name: '전시회 2026', everyNth: 4 },
  { name: 'K-beauty 전문', everyNth: 5 },
  { name: 'Needs halal', everyNth: 9 },
];
const NOTES = [
  { customer: 0, private: false, text: '발주는 대표가 직접 결정. 회신은 현지 시간 오전이 빠름.' },
  { customer: 0, private: true, text: '대표 개인 사정으로 4월 발주가 한 달 밀릴 수 있음. 외부 공유 금지.' },
  { customer: 1, private: false, text: 'Asked twice for a smaller carton. Their warehouse takes 40 cm at most.' },
  { customer: 2, private: false, text: '첫 거래 때 라벨 번역을 우리가 해 줌. 재주문 때도 요청할 것.' },
];
const MEMBERSHIPS = ['Gold', 'Silver', 'Trial'];

/** Cues that fill in what a team writes down about its customers in the weeks before `now`. */
export function planRecords(
  app: INestApplicationContext,
  { owner, members }: SeededWorkspace,
  customers: readonly BroughtCustomer[],
  now: Date,
): Cue[] {
  const rep = [...members.values()].find(({ role }) => role === 'senior_rep') ?? owner;
  const at = (daysAgo: number, act: () => Promise<void>): Cue => ({ atMs: now.getTime() - daysAgo * DAY_MS, act });
  return [
    at(29, () => tagCustomers(app, rep, customers)),
    at(28, () => enterFields(app, owner, customers)),
    at(26, () => writeNotes(app, owner, rep, customers)),
    at(24, () => recordConsents(app, rep, customers)),
    at(20, () => giveSupport(app, rep, customers)),
    at(6, () => meetAgain(app, rep, customers)),
  ];
}

async function tagCustomers(
  app: INestApplicationContext,
  { ctx }: SeededMember,
  customers: readonly BroughtCustomer[],
): Promise<void> {
  for (const { name, everyNth } of TAGS)
    for (const { id } of customers.filter((_, n) => n % everyNth === 0))
      await done(app.get(TagBuyerUseCase).add(ctx, { buyerId: id, name }));
}

/** Two fields of the team's own with values. */
async function enterFields(
  app: INestApplicationContext,
  { ctx }: SeededMember,
  customers: readonly BroughtCustomer[],
): Promise<void> {
  const [booth, membership] = [newId(), newId()];
  const fields = app.get(SaveCustomFieldUseCase);
  await done(fields.define(ctx, { id: booth, name: '부스 번호', kind: CustomFieldKind.TEXT, choices: null }));
  await done(
    fields.define(ctx, { id: membership, name: 'Membership', kind: CustomFieldKind.CHOICE, choices: MEMBERSHIPS }),
  );
  for (const [n, { id }] of customers.entries()) {
    const set = (fieldId: string, value: string) =>
      done(app.get(SetCustomValueUseCase).execute(ctx, { buyerId: id, fieldId, value, seen: null }));
    if (n % 3 === 0) await set(membership, MEMBERSHIPS[(n / 3) % MEMBERSHIPS.length]!);
    if (n % 4 === 0) await set(booth, `A-${100 + n}`);
  }
}

async function writeNotes(
  app: INestApplicationContext,
  owner: SeededMember,
  rep: SeededMember,
  customers: readonly BroughtCustomer[],
): Promise<void> {
  for (const { customer, private: isPrivate, text } of NOTES) {
    const buyer = customers[customer];
    if (!buyer) continue;
    const { ctx } = isPrivate ? rep : owner;
    await done(app.get(WriteNoteUseCase).write(ctx, { id: newId(), buyerId: buyer.id, private: isPrivate, text }));
  }
  const [first] = customers;
  if (!first) return;
  const content = Readable.from([Buffer.from('Carton 38 x 28 x 25 cm, 24 pieces, 6.2 kg. Keep below 25 °C.\n')]);
  const file = { id: newId(), owner: { kind: 'buyers' as const, id: first.id }, name: 'carton.txt', content };
  await app.get(KeepAttachmentUseCase).keep(rep.ctx, file);
}

async function recordConsents(
  app: INestApplicationContext,
  { ctx }: SeededMember,
  customers: readonly BroughtCustomer[],
): Promise<void> {
  for (const [n, { id: buyerId, company }] of customers.slice(0, 12).entries()) {
    const say = (purpose: ConsentPurpose, granted: boolean) =>
      done(
        app.get(RecordConsentUseCase).execute(ctx, { id: newId(), buyerId, purpose, granted, source: '이메일 회신' }),
      );
    await say(ConsentPurpose.MESSAGES, true);
    await say(ConsentPurpose.MARKETING, n % 3 !== 0);
    const links = [{ label: 'Instagram', url: `https://www.instagram.com/${handleOf(company)}` }];
    await done(app.get(UpdateBuyerUseCase).execute(ctx, { id: buyerId, changes: { links }, seen: {} }));
  }
}

async function giveSupport(
  app: INestApplicationContext,
  { ctx }: SeededMember,
  customers: readonly BroughtCustomer[],
): Promise<void> {
  const given = [
    { kind: SupportKind.GUIDE, what: '진열 가이드와 사용 순서 카드 파일을 보냄' },
    { kind: SupportKind.ADVICE, what: 'Suggested a starter set for first-time customers' },
  ];
  for (const { id: buyerId } of customers.slice(0, 4))
    for (const entry of given) await done(app.get(LogSupportUseCase).log(ctx, { id: newId(), buyerId, ...entry }));
}

/** Two customers are written down once more after a fair, by people who did not look: they are proposed as duplicates. */
async function meetAgain(
  app: INestApplicationContext,
  { ctx }: SeededMember,
  customers: readonly BroughtCustomer[],
): Promise<void> {
  const [, second, , fourth] = customers;
  for (const customer of [second, fourth]) {
    if (!customer) continue;
    const { contact: name, company, country, email } = customer;
    await done(app.get(CreateBuyerUseCase).execute(ctx, { id: newId(), name, company, country, email }));
  }
}

function handleOf(company: string): string {
  return company.toLowerCase().replace(/[^a-z0-9]+/g, '') || 'shop';
}
