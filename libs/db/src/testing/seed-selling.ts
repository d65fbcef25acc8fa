import { DEFAULT_ASSIGNMENT_RULES } from '@dangol/crm';
import { newId } from '../ids.ts';
import * as repositories from '../repositories/index.ts';
import type { SeededWorkspace } from './seed-two-workspaces.ts';
import type { DatabaseParts } from './test-database.ts';

const AT = new Date('2026-03-02T00:00:00Z');

/** What selling to the seeded buyer leaves: order lines and totals, a sample under its policy, stages, support, rules and a goal. */
export async function seedSelling({ unitOfWork }: Pick<DatabaseParts, 'unitOfWork'>, s: SeededWorkspace) {
  await new repositories.OrderLinesRepository(unitOfWork).insert(s, {
    id: newId(),
    orderId: s.orderId,
    lineNumber: 1,
    description: 'Serum',
    unitPriceMinor: 1_200n,
    totalMinor: 120_000n,
    ordered: 100,
  });
  await new repositories.BuyerOrderTotalsRepository(unitOfWork).insert(s, {
    id: newId(),
    buyerId: s.buyerId,
    currency: 'USD',
    orderCount: 1,
    paidYearMinor: 120_000n,
    paidTotalMinor: 120_000n,
  });
  await new repositories.ExchangeRatesRepository(unitOfWork).insert(s, {
    id: newId(),
    currency: 'KRW',
    baseCurrency: 'USD',
    onDate: '2026-03-01',
    rate: '0.00072',
    source: 'entered',
    createdBy: s.ownerId,
    createdAt: AT,
  });
  await new repositories.StageChangesRepository(unitOfWork).insert(s, {
    id: newId(),
    buyerId: s.buyerId,
    toStage: 'new',
    cause: 'registered',
    changedAt: AT,
  });
  await new repositories.AssignmentRulesRepository(unitOfWork).insert(s, {
    id: newId(),
    version: 1,
    rules: DEFAULT_ASSIGNMENT_RULES,
    createdBy: s.ownerId,
    createdAt: AT,
  });
  await new repositories.GoalsRepository(unitOfWork).insert(s, {
    id: newId(),
    name: 'Year',
    year: 2026,
    targetMinor: 500_000_000n,
    currency: 'USD',
    counted: 'all',
    groups: [],
    dueOn: '2026-12-31',
    createdAt: AT,
    updatedAt: AT,
  });
  await seedSample({ unitOfWork }, s);
}

async function seedSample({ unitOfWork }: Pick<DatabaseParts, 'unitOfWork'>, s: SeededWorkspace): Promise<void> {
  const policyId = newId();
  await new repositories.SamplePoliciesRepository(unitOfWork).insert(s, {
    id: policyId,
    version: 1,
    policy: {},
    createdBy: s.ownerId,
    createdAt: AT,
  });
  await new repositories.SampleRequestsRepository(unitOfWork).insert(s, {
    id: s.sampleId,
    buyerId: s.buyerId,
    conversationId: s.conversationId,
    items: [{ description: 'Serum', quantity: 1, amountMinor: '1200' }],
    purpose: 'Does the scent suit the market?',
    successTest: 'Nine of ten testers say yes',
    currency: 'USD',
    goodsMinor: 1_200n,
    courierMinor: 3_000n,
    costMinor: 4_200n,
    baseCurrency: 'USD',
    baseRate: '1',
    baseCostMinor: 4_200n,
    gradeAtRequest: 'A',
    policyId,
    buyerSharePercent: 0,
    buyerPaysMinor: 0n,
    sellerPaysMinor: 4_200n,
    policySharePercent: 0,
    stage: 'requested',
    stageSince: AT,
    requestedAt: AT,
    requestedBy: s.ownerId,
  });
  await new repositories.SupportEntriesRepository(unitOfWork).insert(s, {
    id: newId(),
    buyerId: s.buyerId,
    kind: 'sample',
    what: 'Serum, ten pieces',
    sampleId: s.sampleId,
    givenAt: AT,
    givenBy: s.ownerId,
    createdAt: AT,
  });
}
