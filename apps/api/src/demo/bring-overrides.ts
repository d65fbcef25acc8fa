import type { BuyerGrade } from '@dangol/crm';
import { newId, TenantDatabase, type TenantContext } from '@dangol/db';
import type { INestApplicationContext } from '@nestjs/common';
import { OverrideGradeUseCase } from '../buyers/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Cue } from './demo-stage.ts';
import type { SeededWorkspace } from './set-up-workspace.ts';

const DAY_MS = 86_400_000;

/** A grade that somebody set by hand: for which buyer (of that computed grade, the n-th), when, and for how long. */
interface PlannedOverride {
  readonly of: BuyerGrade;
  readonly nth: number;
  readonly to: BuyerGrade;
  readonly by: 'manager' | 'senior_rep';
  readonly daysAgo: number;
  readonly reviewAfterDays: number;
  readonly reason: string;
}

/** The first one's day of review has come. */
const PLANNED: readonly PlannedOverride[] = [
  {
    ...{ of: 'B', nth: 1, to: 'A', by: 'manager', daysAgo: 21, reviewAfterDays: 20 },
    reason: '전시회 상담에서 매장 40곳 입점 계획을 확인함. 첫 대량 발주까지 A로 응대.',
  },
  {
    ...{ of: 'C', nth: 3, to: 'B', by: 'senior_rep', daysAgo: 9, reviewAfterDays: 60 },
    reason: 'Group purchasing for three sister companies; their own orders alone do not show it.',
  },
  {
    ...{ of: 'A', nth: 2, to: 'B', by: 'manager', daysAgo: 4, reviewAfterDays: 30 },
    reason: '결제 지연이 두 번 있었음. 다음 결제가 제때 되면 해제.',
  },
];

/** Cues that set a handful of grades by hand in the days before `now`. */
export function planOverrides(app: INestApplicationContext, { members }: SeededWorkspace, now: Date): Cue[] {
  return PLANNED.flatMap((planned) => {
    const member = [...members.values()].find(({ role }) => role === planned.by);
    const atMs = now.getTime() - planned.daysAgo * DAY_MS;
    return member ? [{ atMs, act: () => setByHand(app, member.ctx, planned) }] : [];
  });
}

async function setByHand(app: INestApplicationContext, ctx: TenantContext, planned: PlannedOverride): Promise<void> {
  const [buyer] = await app.get(TenantDatabase).query<{ id: string }>(
    ctx,
    `select id from buyers b where workspace_id = $1 and computed_grade = $2
       and not exists (select from grade_overrides v where v.workspace_id = b.workspace_id and v.buyer_id = b.id)
     order by order_count desc, id limit 1 offset $3`,
    [ctx.workspaceId, planned.of, planned.nth - 1],
  );
  if (!buyer) return; // a small demo need not have so many of the grade
  const review = new Date(app.get(Clock).now().getTime() + planned.reviewAfterDays * DAY_MS);
  await app.get(OverrideGradeUseCase).override(ctx, {
    id: newId(),
    buyerId: buyer.id,
    grade: planned.to,
    reason: planned.reason,
    reviewOn: review.toISOString().slice(0, 10),
  });
}
