import { isRefused, newId, type TenantContext } from '@dangol/db';
import type { INestApplicationContext } from '@nestjs/common';
import { SetExchangeRateUseCase } from '../exchange-rates/index.ts';
import { GoalCounted, SaveGoalUseCase } from '../goals/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import { SetMemberCapacityUseCase } from '../resources/index.ts';
import { DEMO } from './demo-accounts.ts';
import type { Cue } from './demo-stage.ts';
import type { SeededWorkspace } from './set-up-workspace.ts';

const DAY_MS = 86_400_000;
/** Invented, near what was paid in 2026: US dollars for one unit, when the workspace came and yesterday. */
const RATES: readonly (readonly [currency: string, then: string, yesterday: string])[] = [
  ['EUR', '1.1604', '1.1652'],
  ['GBP', '1.3291', '1.3376'],
  ['JPY', '0.00652', '0.00647'],
  ['KRW', '0.000694', '0.000689'],
];
/** Buyers that each may own; who is not named here may own the default of the rules. */
const CAPACITIES: Readonly<Record<string, number>> = { seojun: 30, sua: 60, jiho: 120 };

/**
 * What the demo team plans with: exchange rates, capacities, and the goal of the source (15,000 buyers x USD 333 = USD 4,995,000,
 * 5,000 short of 5 million). As of the clock's now; answers, as cues, the rates that come later.
 */
export async function bringPlans(
  app: INestApplicationContext,
  slug: string,
  { owner, members }: SeededWorkspace,
  now: Date,
): Promise<Cue[]> {
  await setRates(app, owner.ctx, (rate) => rate[1]);
  if (slug !== DEMO.workspace.slug) return [];
  for (const [key, capacity] of Object.entries(CAPACITIES))
    assertDone(await app.get(SetMemberCapacityUseCase).execute(owner.ctx, memberId(members, key), capacity));
  const year = now.getUTCFullYear();
  const goal = {
    id: newId(),
    name: `${year} 수출 목표`,
    year,
    targetMinor: 5_000_000_00n,
    currency: 'USD',
    counted: GoalCounted.ORDERED,
    groups: [
      { grade: 'A' as const, buyers: 1_500, averageOrderMinor: 1_200_00n },
      { grade: 'B' as const, buyers: 4_500, averageOrderMinor: 420_00n },
      { grade: 'C' as const, buyers: 9_000, averageOrderMinor: 145_00n },
    ],
    ownerId: owner.id,
    dueOn: `${year}-12-31`,
  };
  assertDone(await app.get(SaveGoalUseCase).execute(owner.ctx, goal));
  return [{ atMs: now.getTime() - DAY_MS, act: () => setRates(app, owner.ctx, (rate) => rate[2]) }];
}

async function setRates(
  app: INestApplicationContext,
  ctx: TenantContext,
  pick: (rate: (typeof RATES)[number]) => string,
): Promise<void> {
  const onDate = app.get(Clock).now().toISOString().slice(0, 10);
  for (const rate of RATES) {
    const input = { id: newId(), currency: rate[0], rate: pick(rate), onDate };
    assertDone(await app.get(SetExchangeRateUseCase).execute(ctx, input, 'demo'));
  }
}

function memberId(members: SeededWorkspace['members'], key: string): string {
  const member = members.get(key);
  if (!member) throw new Error(`nobody in the demo is called ${key}`);
  return member.id;
}

/** A refusal here is a mistake of the demo, and must stop it. */
function assertDone(outcome: unknown): void {
  if (isRefused(outcome)) throw new Error(`the demo plans what is refused: ${JSON.stringify(outcome.refusal)}`);
}
