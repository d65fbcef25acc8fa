import { BuyersRepository, OrdersRepository, isRefused, newId } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import type { SampleStageEnum } from '../pipeline/index.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { PERMISSIONS } from '../platform/permissions/permissions.ts';
import { AdvanceSampleUseCase } from '../samples/advance-sample.use-case.ts';
import { RequestSampleUseCase } from '../samples/request-sample.use-case.ts';
import type { AdvanceSampleInput, RequestSampleInput, SampleSaved } from '../samples/sample.input.ts';
import { SampleKind } from '../samples/sample.model.ts';
import { SamplesModule } from '../samples/samples.module.ts';
import { wireFeatures, type WiredFeatures } from './wired-features.ts';

/** The owner of a seeded workspace, with every permission. */
export type Caller = RequestContext & SeededWorkspace;

/** Two seeded workspaces with the features of samples, and what tests of samples do in them. */
export async function wireSamples(now: string) {
  const wired = await wireFeatures(now, [SamplesModule]);
  const seeded = await seedTwoWorkspaces(wired.db);
  return { wired, a: callerOf(seeded.a), b: callerOf(seeded.b), ...actsOn(wired) };
}

/** The refusal behind an outcome, or the outcome. */
export const refusalOf = (outcome: unknown) => (isRefused(outcome) ? outcome.refusal : outcome);

/** A request for goods of 40 and a courier of 30. */
export const sampleInput = (buyerId: string, more: Partial<RequestSampleInput> = {}): RequestSampleInput => ({
  ...{ id: newId(), buyerId, kind: SampleKind.EVALUATION, courierMinor: 3_000n, currency: 'USD' },
  items: [{ description: 'Serum 30 ml', quantity: 2, amountMinor: 4_000n }],
  ...{ purpose: 'Does the scent suit Poland?', successTest: 'Nine of ten testers', ...more },
});

/** The workspace as its owner calls. */
export function callerOf(workspace: SeededWorkspace): Caller {
  const nobody = { account: null, ownRecordsOnly: false, memberships: [], tokenHash: null };
  return {
    ...{ ...workspace, ...nobody, requestId: 'r', ip: '', userAgent: '' },
    member: { id: workspace.ownerId, name: 'owner', role: 'owner' },
    permissions: new Set(PERMISSIONS),
  };
}

function actsOn(wired: WiredFeatures) {
  const inUnit = <T>(ctx: Caller, work: () => Promise<T>) => wired.db.unitOfWork.run(ctx, work);
  const request = (ctx: Caller, wanted: RequestSampleInput) => wired.get(RequestSampleUseCase).execute(ctx, wanted);
  return {
    inUnit,
    request,
    /** A request that is not refused. */
    async requested(ctx: Caller, wanted: RequestSampleInput): Promise<SampleSaved> {
      const outcome = await request(ctx, wanted);
      if (isRefused(outcome)) throw new Error(JSON.stringify(outcome.refusal));
      return outcome;
    },
    advance: (ctx: Caller, id: string, to: SampleStageEnum, more: Partial<AdvanceSampleInput> = {}) =>
      wired.get(AdvanceSampleUseCase).advance(ctx, { id, to, ...more }),
    /** A new buyer of a grade. */
    async buyerOf(ctx: Caller, grade: 'A' | 'B' | 'C' | null, more: object = {}): Promise<string> {
      const id = newId();
      const at = new Date('2026-01-05T00:00:00Z');
      const since = { stageSince: at, createdAt: at, updatedAt: at };
      const row = { id, name: 'Buyer', grade, gradingRulesVersion: 1, ...since, ...more };
      await inUnit(ctx, () => wired.get(BuyersRepository).insert(ctx, row));
      return id;
    },
    async paidOrder(ctx: Caller, buyerId: string, more: object = {}): Promise<string> {
      const id = newId();
      const at = new Date('2026-03-05T00:00:00Z');
      const order = { id, buyerId, externalId: id, state: 'PAID' as const, placedAt: at, paidAt: at, createdAt: at };
      const amount = { currency: 'USD', totalMinor: 50_000n, baseCurrency: 'USD', baseTotalMinor: 50_000n };
      await inUnit(ctx, () => wired.get(OrdersRepository).insert(ctx, { ...order, ...amount, ...more }));
      return id;
    },
  };
}
