import { BuyersRepository, StageChangesRepository, TenantDatabase, newId, type TenantContext } from '@dangol/db';
import type { INestApplicationContext } from '@nestjs/common';
import { ChangeStageUseCase, SweepDormantUseCase, recordFirstStage, type RegisteredBuyer } from '../pipeline/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Cue } from './demo-stage.ts';
import { done } from './done.ts';
import type { SeededMember } from './set-up-workspace.ts';

const DAY_MS = 86_400_000;

/** The steps that imported orders stand for, at the times of the first and the second: `n` is 1 or 2. */
const PAST_STEPS = `
  with paid as (
    select buyer_id, paid_at, row_number() over (partition by buyer_id order by paid_at, id) as n
    from orders where workspace_id = $1 and paid_at <= $2 and cancelled_at is null and not is_sample)
  select b.id as "buyerId", p.n::int as n, greatest(p.paid_at, b.stage_since + p.n * interval '1 millisecond') as at
  from paid p join buyers b on b.workspace_id = $1 and b.id = p.buyer_id where p.n <= 2 order by b.id, p.n`;

/** Puts buyers that were just brought where their orders up to the clock's now put them, with the history of how they came there. */
export async function bringStages(
  app: INestApplicationContext,
  ctx: TenantContext,
  registered: readonly RegisteredBuyer[],
): Promise<void> {
  const changes = app.get(StageChangesRepository);
  await recordFirstStage(changes, ctx, registered);
  const since = new Map(registered.map(({ id, stageSince }) => [id, stageSince]));
  const steps = await app
    .get(TenantDatabase)
    .query<{ buyerId: string; n: number; at: Date }>(ctx, PAST_STEPS, [ctx.workspaceId, app.get(Clock).now()]);
  for (const { buyerId, n, at } of steps) {
    const before = since.get(buyerId);
    if (!before) continue;
    const stage = n === 1 ? 'first_order' : 'repeat';
    await changes.insert(ctx, {
      ...{ id: newId(), buyerId, fromStage: n === 1 ? 'new' : 'first_order', toStage: stage, cause: 'orders' as const },
      changedAt: at,
      secondsInFrom: BigInt(Math.floor((at.getTime() - before.getTime()) / 1000)),
    });
    await app.get(BuyersRepository).update(ctx, buyerId, { stage, stageSince: at });
    since.set(buyerId, at);
  }
}

/** What the team moves by hand in the weeks of the demo, and the nightly sweep of the last one. */
export function planMoves(app: INestApplicationContext, by: SeededMember, now: Date): Cue[] {
  const at = (daysAgo: number): number => now.getTime() - daysAgo * DAY_MS;
  const hand = ([20, 15, 11, 8, 6, 4] as const).map((daysAgo) => ({
    atMs: at(daysAgo),
    act: () => moveOldest(app, by, 'new', 'qualified'),
  }));
  const quotes = ([10, 7, 3] as const).map((daysAgo) => ({
    atMs: at(daysAgo),
    act: () => moveOldest(app, by, 'qualified', 'quoted'),
  }));
  const ctx: TenantContext = { workspaceId: by.ctx.workspaceId, actor: { kind: 'system', id: null } };
  const sweep = async (): Promise<void> => void (await app.get(SweepDormantUseCase).execute(ctx, app.get(Clock).now()));
  return [...hand, ...quotes, { atMs: at(0.5), act: sweep }];
}

/** Moves whoever is longest in a stage without an order, if anybody is. */
async function moveOldest(
  app: INestApplicationContext,
  { ctx }: SeededMember,
  from: 'new' | 'qualified',
  to: 'qualified' | 'quoted',
): Promise<void> {
  const [oldest] = await app
    .get(TenantDatabase)
    .query<{ id: string }>(
      ctx,
      `select id from buyers where workspace_id = $1 and stage = $2 and order_count = 0 order by stage_since, id limit 1`,
      [ctx.workspaceId, from],
    );
  if (!oldest) return;
  const move = { id: newId(), buyerId: oldest.id, from, to };
  await done(app.get(ChangeStageUseCase).byHand(ctx, move, app.get(Clock).now()));
}
