import type { BuyerFacts, BuyerGrade, BusinessType, PlatformLevel, RequirementDetail } from '@dangol/crm';
import {
  BuyerIdentitiesRepository,
  BuyersRepository,
  ConversationsRepository,
  GradeOverridesRepository,
  InquiriesRepository,
  MessagesRepository,
  newId,
  OrdersRepository,
  SamplePoliciesRepository,
  SampleRequestsRepository,
  type UnitOfWork,
} from '@dangol/db';
import type { SeededWorkspace } from '@dangol/db/testing';
import fc from 'fast-check';

export const AS_OF = new Date('2026-06-15T10:00:00Z');
const DAY_MS = 86_400_000;
const ago = (days: number): Date => new Date(AS_OF.getTime() - Math.round(days * DAY_MS));

/** A buyer as a test describes it; days are days before `AS_OF`, negative ones lie after it. */
export interface DescribedBuyer {
  previousGrade: BuyerGrade | null;
  override: BuyerGrade | null;
  employees: number | null;
  annualPurchase: bigint | null;
  companyType: BusinessType | null;
  webSite: boolean;
  orders: { days: number; minor: bigint; kind: 'paid' | 'cancelled' | 'expired' | 'sample' }[];
  levels: { level: PlatformLevel | null; days: number }[];
  inquiries: {
    read: number | null;
    targetPrice: boolean;
    deadline: boolean;
    details: RequirementDetail[];
    spam: boolean;
  }[];
  replies: { acceptedDays: number; answeredAfterHours: number | null }[];
  sample: { approvedDays: number | null; stage: 'requested' | 'approved' | 'dropped' } | null;
}

const grades = fc.constantFrom<BuyerGrade | null>('A', 'B', 'C', null);
const details = fc.subarray<RequirementDetail>(['option', 'certificate', 'packaging', 'artwork']);
const minors = fc.oneof(
  fc.bigInt({ min: 0n, max: 300_000n }),
  fc.bigInt({ min: 0n, max: 5_000_000_00n }),
  fc.constant(30_000n),
);

/** Any buyer that facts can describe, with thresholds and bounds of time more often than chance would hit them. */
export const describedBuyers: fc.Arbitrary<DescribedBuyer> = fc.record({
  previousGrade: grades,
  override: fc.option(fc.constantFrom<BuyerGrade>('A', 'B', 'C'), { freq: 4 }).map((it) => it),
  employees: fc.option(fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom(0, 1, 10, 50, 200))),
  annualPurchase: fc.option(fc.oneof(minors, fc.constantFrom(1_000_000n, 10_000_000n, 100_000_000n))),
  companyType: fc.option(fc.constantFrom<BusinessType>('distributor', 'brand', 'chain', 'retailer', 'other')),
  webSite: fc.boolean(),
  orders: fc.array(
    fc.record({
      days: fc.oneof(fc.double({ min: -5, max: 800, noNaN: true }), fc.constantFrom(364, 365, 366)),
      minor: minors,
      kind: fc.constantFrom('paid', 'paid', 'paid', 'cancelled', 'expired', 'sample'),
    }),
    { maxLength: 4 },
  ),
  levels: fc.array(
    fc.record({
      level: fc.constantFrom<PlatformLevel | null>('L1', 'L2', 'L3', 'L4', null),
      days: fc.integer({ min: 1, max: 90 }),
    }),
    { maxLength: 3 },
  ),
  inquiries: fc.array(
    fc.record({
      read: fc.option(fc.integer({ min: 1, max: 90 })),
      targetPrice: fc.boolean(),
      deadline: fc.boolean(),
      details,
      spam: fc.nat(7).map((n) => n === 0),
    }),
    { maxLength: 3 },
  ),
  replies: fc.array(
    fc.record({
      acceptedDays: fc.oneof(fc.double({ min: 0.1, max: 20, noNaN: true }), fc.constant(2)),
      answeredAfterHours: fc.option(fc.constantFrom(-1, 1, 47, 48, 49)),
    }),
    { maxLength: 2 },
  ),
  sample: fc.option(
    fc.record({ approvedDays: fc.option(fc.nat(50)), stage: fc.constantFrom('requested', 'approved', 'dropped') }),
  ),
});

/** Writes the buyers into the workspace and answers their ids. */
export async function writeBuyers(
  unitOfWork: UnitOfWork,
  s: SeededWorkspace,
  buyers: readonly DescribedBuyer[],
): Promise<string[]> {
  const ids = buyers.map(() => newId());
  const of = <Row>(rowsOf: (buyer: DescribedBuyer, id: string) => readonly Row[]): Row[] =>
    buyers.flatMap((buyer, i) => rowsOf(buyer, ids[i]!));
  await unitOfWork.run(s, async () => {
    await new BuyersRepository(unitOfWork).insert(
      s,
      of((buyer, id) => [
        {
          id,
          name: id,
          employees: buyer.employees,
          annualPurchaseMinor: buyer.annualPurchase,
          companyType: buyer.companyType,
          webSite: buyer.webSite ? 'https://example.com' : null,
          computedGrade: buyer.previousGrade,
          grade: buyer.override ?? buyer.previousGrade,
          stageSince: ago(900),
          createdAt: ago(900),
          updatedAt: ago(30.5),
        },
      ]),
    );
    await new GradeOverridesRepository(unitOfWork).insert(
      s,
      of(({ override }, buyerId) =>
        override
          ? [
              {
                id: newId(),
                buyerId,
                grade: override,
                computedGrade: 'B' as const,
                reason: 'seen at the fair',
                reviewOn: '2026-09-01',
                setAt: ago(3),
              },
            ]
          : [],
      ),
    );
    await new OrdersRepository(unitOfWork).insert(
      s,
      of(({ orders }, buyerId) =>
        orders.map(({ days, minor, kind }) => ({
          id: newId(),
          buyerId,
          externalId: newId(),
          state:
            kind === 'expired'
              ? ('EXPIRED' as const)
              : kind === 'cancelled'
                ? ('CANCELLED' as const)
                : ('COMPLETED' as const),
          placedAt: ago(days),
          paidAt: kind === 'expired' ? null : ago(days),
          cancelledAt: kind === 'cancelled' ? ago(days - 1) : null,
          isSample: kind === 'sample',
          currency: 'USD',
          totalMinor: minor,
          baseCurrency: 'USD',
          baseTotalMinor: minor,
          createdAt: ago(days),
        })),
      ),
    );
    await new BuyerIdentitiesRepository(unitOfWork).insert(
      s,
      of(({ levels }, buyerId) =>
        levels.map(({ level, days }) => ({
          id: newId(),
          buyerId,
          channelId: s.channelId,
          externalId: newId(),
          platformLevel: level,
          seenAt: ago(days),
          createdAt: ago(90),
        })),
      ),
    );
    await writeConversations(
      unitOfWork,
      s,
      of((buyer, buyerId) => [{ buyer, buyerId }]),
    );
    await writeSamples(
      unitOfWork,
      s,
      of((buyer, buyerId) => [{ buyer, buyerId }]),
    );
  });
  return ids;
}

interface Written {
  buyer: DescribedBuyer;
  buyerId: string;
}

async function writeConversations(unitOfWork: UnitOfWork, s: SeededWorkspace, written: Written[]): Promise<void> {
  const threads = written.map(({ buyer, buyerId }) => ({ id: newId(), opening: newId(), buyer, buyerId }));
  await new ConversationsRepository(unitOfWork).insert(
    s,
    threads.map(({ id, buyerId }) => ({
      id,
      channelId: s.channelId,
      externalId: id,
      buyerId,
      status: 'answered' as const,
      gradeRank: 4,
      levelRank: 5,
      lastMessageAt: AS_OF,
      lastDirection: 'inbound' as const,
      createdAt: ago(99),
    })),
  );
  const message = (conversationId: string, direction: 'inbound' | 'outbound', at: Date, id = newId()) => ({
    id,
    conversationId,
    channelId: s.channelId,
    direction,
    authorKind: direction === 'inbound' ? ('buyer' as const) : ('member' as const),
    externalId: newId(),
    revision: 1,
    text: 'Hello',
    sentAt: at,
    createdAt: at,
    acceptedAt: direction === 'outbound' ? at : null,
  });
  await new MessagesRepository(unitOfWork).insert(
    s,
    threads.flatMap(({ id, opening, buyer }) => [
      message(id, 'inbound', ago(99), opening),
      ...buyer.replies.flatMap(({ acceptedDays, answeredAfterHours }) => [
        message(id, 'outbound', ago(acceptedDays)),
        ...(answeredAfterHours === null
          ? []
          : [message(id, 'inbound', new Date(ago(acceptedDays).getTime() + answeredAfterHours * 3_600_000))]),
      ]),
    ]),
  );
  const asked = threads.flatMap((thread) =>
    thread.buyer.inquiries.map((inquiry) => ({ ...thread, inquiry, openingMessageId: newId() })),
  );
  await new MessagesRepository(unitOfWork).insert(
    s,
    asked.map(({ id, openingMessageId }) => message(id, 'inbound', ago(98), openingMessageId)),
  );
  await new InquiriesRepository(unitOfWork).insert(
    s,
    asked.map(({ id, buyerId, openingMessageId, inquiry }) => ({
      id: newId(),
      conversationId: id,
      channelId: s.channelId,
      buyerId,
      openingMessageId,
      openedAt: ago(98),
      status: inquiry.spam ? ('spam' as const) : ('answered' as const),
      targetMinutes: 480,
      slaPolicyId: s.policyId,
      businessCalendarId: s.calendarId,
      dueAt: ago(97),
      signals:
        inquiry.read === null
          ? {}
          : {
              readAt: ago(inquiry.read).toISOString(),
              ...(inquiry.targetPrice && { targetPrice: true }),
              ...(inquiry.deadline && { deadline: true }),
              ...(inquiry.details.length > 0 && { details: inquiry.details }),
            },
    })),
  );
}

async function writeSamples(unitOfWork: UnitOfWork, s: SeededWorkspace, written: Written[]): Promise<void> {
  const [policy] = await new SamplePoliciesRepository(unitOfWork).find(s, {}, { limit: 1 });
  await new SampleRequestsRepository(unitOfWork).insert(
    s,
    written.flatMap(({ buyer: { sample }, buyerId }) =>
      sample
        ? [
            {
              id: newId(),
              buyerId,
              items: [],
              purpose: 'shelf test',
              successTest: 'sells',
              currency: 'USD',
              goodsMinor: 0n,
              courierMinor: 0n,
              costMinor: 0n,
              baseCurrency: 'USD',
              baseRate: '1',
              baseCostMinor: 0n,
              policyId: policy!.id,
              buyerSharePercent: 0,
              policySharePercent: 0,
              buyerPaysMinor: 0n,
              sellerPaysMinor: 0n,
              stage: sample.stage,
              stageSince: ago(60),
              requestedAt: ago(60),
              approvedAt: sample.approvedDays === null ? null : ago(sample.approvedDays),
            },
          ]
        : [],
    ),
  );
}

/** The facts that the description means, worked out without a database. */
export function factsOf(buyer: DescribedBuyer): BuyerFacts {
  const at = <T>(value: T, source: string, days: number | Date) => ({
    value,
    source,
    knownAtMs: (days instanceof Date ? days : ago(days)).getTime(),
  });
  const record = <T>(value: T | null) => (value === null ? null : at(value, 'record', 30.5));
  const paid = buyer.orders.filter(({ kind, days }) => kind === 'paid' && ago(days) <= AS_OF);
  const yearAgo = new Date('2025-06-15T10:00:00Z');
  const sum = (orders: typeof paid) => orders.reduce((total, { minor }) => total + minor, 0n);
  const newest = new Date(Math.max(...paid.map(({ days }) => ago(days).getTime())));
  const order = <T>(value: T) => (paid.length > 0 ? at(value, 'orders', newest) : null);
  const read = buyer.inquiries.filter((inquiry) => inquiry.read !== null);
  const signal = <T>(value: T) =>
    read.length > 0 ? at(value, 'conversation', Math.min(...read.map((inquiry) => inquiry.read ?? Infinity))) : null;
  const first = Math.max(...buyer.replies.map(({ acceptedDays }) => acceptedDays));
  const answered = anAnswerInTime(buyer);
  const count = BigInt(paid.length);
  return {
    currency: 'USD',
    hasOrdered: paid.length > 0,
    paidLastYearMinor: order(sum(paid.filter(({ days }) => ago(days) > yearAgo))),
    averageOrderMinor: order(count === 0n ? 0n : (sum(paid) * 2n + count) / (count * 2n)), // to the nearest, halves up
    askedValueMinor: null,
    employees: record(buyer.employees),
    annualPurchaseMinor: record(buyer.annualPurchase),
    businessType: record(buyer.companyType),
    hasWebSite: record(buyer.webSite || null),
    quantityPerMoq: null,
    gaveTargetPrice: signal(read.some(({ targetPrice }) => targetPrice)),
    gaveDeadline: signal(read.some(({ deadline }) => deadline)),
    requirementDetails: signal([...new Set(read.flatMap((inquiry) => inquiry.details))].toSorted()),
    tookSample:
      buyer.sample?.stage !== 'dropped' && typeof buyer.sample?.approvedDays === 'number'
        ? at(true, 'samples', buyer.sample.approvedDays)
        : null,
    repliesWithin48h: buyer.replies.length > 0 && (answered || first >= 2) ? at(answered, 'conversation', first) : null,
    platformLevels: (['L4', 'L3', 'L2', 'L1'] as const).flatMap((level) => {
      const own = buyer.levels.filter((it) => it.level === level).map(({ days }) => days);
      return own.length > 0 ? [at(level, 'platform', Math.min(...own))] : [];
    }),
    lostDisputes: 0,
    unpaidOrders: buyer.orders.filter(({ kind }) => kind === 'expired').length,
    spamReports: buyer.inquiries.filter(({ spam }) => spam).length,
  };
}

/** Whether any message of the buyer came within 48 hours of any of our replies. */
function anAnswerInTime({ replies, inquiries }: DescribedBuyer): boolean {
  const ours = replies.map(({ acceptedDays }) => ago(acceptedDays).getTime());
  const theirs = [
    ago(99).getTime(),
    ...inquiries.map(() => ago(98).getTime()),
    ...replies.flatMap(({ acceptedDays, answeredAfterHours }) =>
      answeredAfterHours === null ? [] : [ago(acceptedDays).getTime() + answeredAfterHours * 3_600_000],
    ),
  ];
  return ours.some((from) => theirs.some((at) => at > from && at <= from + 48 * 3_600_000));
}
