import { DEFAULT_BUYER_SHARE, buyerSharePercent, quoteSample, type BuyerGrade, type SampleStage } from '@dangol/crm';
import { SampleRequestsRepository, TenantDatabase, newId, type SampleRequestEntity } from '@dangol/db';
import type { INestApplicationContext } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { AdvanceSampleUseCase, KeepPolicyUseCase, RequestSampleUseCase, SampleKind } from '../samples/index.ts';
import { SampleStageEnum } from '../pipeline/index.ts';
import { DEMO } from './demo-accounts.ts';
import {
  GIFT_TEXT,
  PAST_SAMPLES,
  RECENT_SAMPLES,
  SAMPLE_TEXTS,
  type RecentSample,
  type SampleText,
} from './demo-samples.ts';
import type { Cue } from './demo-stage.ts';
import { done } from './done.ts';
import type { SeededMember, SeededWorkspace } from './set-up-workspace.ts';

const DAY_MS = 86_400_000;
const MONTHLY_BUDGET_MINOR = 600_00n;
/** Days after the request. */
const STEP_DAYS: Partial<Record<SampleStage, number>> = {
  approved: 1,
  sent: 2,
  arrived: 9,
  feedback: 14,
  converted: 28,
  dropped: 16,
};
const WAY: readonly SampleStage[] = ['approved', 'sent', 'arrived', 'feedback'];

/** A buyer of the past, with an order that a sample may have led to. */
interface PastBuyer {
  id: string;
  grade: BuyerGrade | null;
  rulesVersion: number | null;
  orderId: string | null;
  orderedAt: Date | null;
}

/** Buyers who ordered in the months before the team came, with the newest order of then. */
const PAST_BUYERS = `
  select id, grade, "rulesVersion", "orderId", "orderedAt" from (
    select distinct on (b.id) b.id, b.grade, b.grading_rules_version as "rulesVersion", o.id as "orderId", o.paid_at as "orderedAt"
    from buyers b join orders o on o.workspace_id = b.workspace_id and o.buyer_id = b.id
    where b.workspace_id = $1 and o.paid_at between $2 and $3 and o.cancelled_at is null
    order by b.id, o.paid_at desc) found
  order by id`;

/** Samples of the last five months: those of the time before as they were, those since then as cues, each step by a person. */
export async function bringSamples(
  app: INestApplicationContext,
  slug: string,
  workspace: SeededWorkspace,
  now: Date,
): Promise<Cue[]> {
  if (slug !== DEMO.workspace.slug) return [];
  const { ctx } = workspace.owner;
  const policy = { shareA: 0, shareB: 50, shareC: 100, includeCourier: true, warnAtPercent: 80, basedOn: 1 };
  const policyId = await app.get(KeepPolicyUseCase).ensure(ctx, app.get(Clock).now());
  await bringPastSamples(app, workspace, policyId, now);
  await done(app.get(KeepPolicyUseCase).keep(ctx, { ...policy, monthlyBudgetMinor: MONTHLY_BUDGET_MINOR }));
  return RECENT_SAMPLES.flatMap((sample, place) => cuesOf(app, workspace, sample, place, now));
}

async function bringPastSamples(
  app: INestApplicationContext,
  { owner, members }: SeededWorkspace,
  policyId: string,
  now: Date,
): Promise<void> {
  const joined = app.get(Clock).now();
  const buyers = await app
    .get(TenantDatabase)
    .query<PastBuyer>(owner.ctx, PAST_BUYERS, [
      ...[owner.ctx.workspaceId, new Date(now.getTime() - 120 * DAY_MS), new Date(joined.getTime() - DAY_MS)],
    ]);
  const by = members.get('sua') ?? owner;
  const converted = buyers.slice(0, 8).flatMap((buyer, place) => {
    if (!buyer.orderedAt) return [];
    const requestedAt = new Date(buyer.orderedAt.getTime() - STEP_DAYS.converted! * DAY_MS);
    return [pastSample(buyer, place, by, policyId, requestedAt, [...WAY, 'converted'], '반응이 좋아 바로 주문')];
  });
  const others = PAST_SAMPLES.flatMap(({ daysAgo, through, reached, words }, place) => {
    const buyer = buyers[8 + place];
    if (!buyer) return [];
    const requestedAt = new Date(now.getTime() - daysAgo * DAY_MS);
    return [
      pastSample({ ...buyer, orderId: null }, place + 1, by, policyId, requestedAt, [...through, reached], words),
    ];
  });
  for (const sample of [...converted, ...others]) await app.get(SampleRequestsRepository).insert(owner.ctx, sample);
}

function pastSample(
  buyer: PastBuyer,
  place: number,
  by: SeededMember,
  policyId: string,
  requestedAt: Date,
  steps: readonly SampleStage[],
  words: string | undefined,
) {
  const text = SAMPLE_TEXTS[place % SAMPLE_TEXTS.length]!;
  const costMinor = text.goodsMinor + text.courierMinor;
  const percent = buyerSharePercent(buyer.grade, DEFAULT_BUYER_SHARE);
  const at = (stage: SampleStage): Date => new Date(requestedAt.getTime() + (STEP_DAYS[stage] ?? 0) * DAY_MS);
  const stage = steps.at(-1) ?? 'requested';
  const times = Object.fromEntries(steps.map((step) => [`${step}At`, at(step)]));
  return {
    id: newId(),
    buyerId: buyer.id,
    ...{ purpose: text.purpose, successTest: text.successTest, items: itemsOf(text), kind: 'evaluation' as const },
    ...{ currency: 'USD', goodsMinor: text.goodsMinor, courierMinor: text.courierMinor, costMinor },
    ...{ baseCurrency: 'USD', baseRate: '1', baseCostMinor: costMinor },
    ...{ gradeAtRequest: buyer.grade, gradingRulesVersion: buyer.rulesVersion, policyId },
    ...{ policySharePercent: percent, buyerSharePercent: percent, ...quoteSample(buyer.grade, costMinor) },
    ...{ stage, stageSince: at(stage), requestedAt, requestedBy: by.id, ...times },
    ...(stage === 'dropped' ? { dropReason: words ?? null } : { result: words ?? null }),
    ...(stage === 'converted' && { orderId: buyer.orderId }),
  } satisfies Partial<SampleRequestEntity>;
}

/** A sample of the weeks that are played: requested by a rep, approved by the owner, on its way step by step. */
function cuesOf(
  app: INestApplicationContext,
  { owner, members }: SeededWorkspace,
  { daysAgo, by, to, gift, override }: RecentSample,
  place: number,
  now: Date,
): Cue[] {
  const id = newId();
  const rep = members.get(by) ?? owner;
  const requestedMs = now.getTime() - daysAgo * DAY_MS;
  const text = gift ? GIFT_TEXT : SAMPLE_TEXTS[place % SAMPLE_TEXTS.length]!;
  const step = (stage: SampleStage, who: SeededMember): Cue => ({
    atMs: requestedMs + (STEP_DAYS[stage] ?? 0) * DAY_MS,
    act: async () => {
      const words = { reason: '바이어 사정으로 취소', result: '현지 반응 정리 중, 향이 좋다는 의견이 많음' };
      await done(app.get(AdvanceSampleUseCase).advance(who.ctx, { id, to: stage as SampleStageEnum, ...words }));
    },
  });
  const request: Cue = { atMs: requestedMs, act: () => requestNext(app, rep, id, text, gift ?? false) };
  const steps = to === 'requested' ? [] : WAY.slice(0, to === 'dropped' ? 1 : WAY.indexOf(to) + 1);
  const cues = [request, ...steps.map((stage) => step(stage, stage === 'approved' ? owner : rep))];
  if (to === 'dropped') cues.push({ ...step('dropped', rep), atMs: requestedMs + 3 * DAY_MS });
  if (override) {
    const share = { id, buyerSharePercent: override.percent, reason: override.reason };
    const act = async (): Promise<void> =>
      void (await done(app.get(AdvanceSampleUseCase).overrideShare(owner.ctx, share)));
    cues.push({ atMs: requestedMs + DAY_MS / 2, act });
  }
  return cues.filter(({ atMs }) => atMs <= now.getTime());
}

/** Requests a sample for the next buyer: who asks and has not ordered yet; a gift for the best repeat buyer. */
async function requestNext(
  app: INestApplicationContext,
  rep: SeededMember,
  id: string,
  text: SampleText,
  gift: boolean,
): Promise<void> {
  const [buyer] = await app.get(TenantDatabase).query<{ id: string }>(
    rep.ctx,
    `select b.id from buyers b where b.workspace_id = $1
       and not exists (select from sample_requests s where s.workspace_id = $1 and s.buyer_id = b.id)
     order by case when $2 then b.order_count < 2 else b.order_count > 0 end, b.grade_rank, b.level_rank, b.created_at, b.id limit 1`,
    [rep.ctx.workspaceId, gift],
  );
  if (!buyer) return;
  await done(
    app.get(RequestSampleUseCase).execute(rep.ctx, {
      ...{ id, buyerId: buyer.id, kind: gift ? SampleKind.GROWTH : SampleKind.EVALUATION, currency: 'USD' },
      ...{ purpose: text.purpose, successTest: text.successTest, courierMinor: text.courierMinor },
      items: [{ description: text.item, quantity: text.quantity, amountMinor: text.goodsMinor }],
    }),
  );
}

function itemsOf({ item, quantity, goodsMinor }: SampleText) {
  return [{ description: item, quantity, amountMinor: goodsMinor.toString() }];
}
