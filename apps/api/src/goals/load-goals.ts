import { convertMinorBack, divideHalfEven, measureGoal, planGoal } from '@dangol/crm';
import type { GoalEntity, GoalsRepository, TenantContext, TenantDatabase } from '@dangol/db';
import { queryBaseCurrency, queryRates } from '../exchange-rates/index.ts';
import { queryMembers, type Member } from '../workspaces/index.ts';
import { queryGoalFacts, type GoalFacts } from './goal-facts.query.ts';
import { Goal, type GoalCounted, type GoalGroup, type GoalPlan } from './goal.model.ts';

const INT_MAX = 2n ** 31n - 1n;

/** An amount of the base currency in minor units of a goal's currency; null while no rate is known. */
type ToGoalCurrency = (baseMinor: bigint) => bigint | null;

/** The goals of the workspace with plan and progress, newest year first; with `id` only that one. */
export async function loadGoals(
  database: TenantDatabase,
  goals: GoalsRepository,
  ctx: TenantContext,
  now: Date,
  id: string | null = null,
): Promise<Goal[]> {
  const rows = await goals.find(ctx, id ? { id } : {}, { orderBy: { year: 'desc', id: 'asc' } });
  if (rows.length === 0) return [];
  const { baseCurrency, today } = await queryBaseCurrency(database, ctx, now);
  const currencies = rows.map(({ currency }) => currency);
  const [facts, rates, people] = await Promise.all([
    queryGoalFacts(database, ctx, now),
    queryRates(database, ctx, baseCurrency, currencies, today),
    queryMembers(database, ctx),
  ]);
  return rows.map((row) => {
    const rate = rates.get(row.currency)?.rate;
    const convert: ToGoalCurrency = (minor) =>
      rate === undefined ? null : convertMinorBack(minor, baseCurrency, row.currency, rate);
    const own = facts.filter(({ counted, year }) => counted === row.counted && year === row.year);
    return toGoal(row, own, convert, people.find((member) => member.id === row.ownerId) ?? null);
  });
}

function toGoal(row: GoalEntity, facts: readonly GoalFacts[], convert: ToGoalCurrency, owner: Member | null): Goal {
  const { id, name, year, currency, targetMinor, dueOn } = row;
  const groups = row.groups.map((group) => ({ ...group, averageOrderMinor: BigInt(group.averageOrderMinor) }));
  const plan = planGoal(groups, targetMinor);
  return Object.assign(new Goal(), {
    id,
    name,
    year,
    target: { minor: targetMinor, currency },
    counted: row.counted as GoalCounted,
    groups: groups.map((group, index): GoalGroup => {
      const now = facts.find(({ grade }) => grade === group.grade);
      return {
        grade: group.grade,
        buyers: group.buyers,
        averageOrder: { minor: group.averageOrderMinor, currency },
        product: { minor: plan.productsMinor[index] ?? 0n, currency },
        buyersNow: now?.buyers ?? 0,
        averageOrderNow: money(averageOf(now), currency, convert),
        paid: money(BigInt(now?.paidMinor ?? 0), currency, convert),
      };
    }),
    plan: {
      product: { minor: plan.productMinor, currency },
      gap: { minor: plan.gapMinor, currency },
      buyersNeeded: plan.buyersNeeded !== null && plan.buyersNeeded <= INT_MAX ? Number(plan.buyersNeeded) : null,
      ...progressOf(facts, targetMinor, currency, convert),
    },
    owner,
    dueOn,
  });
}

function progressOf(
  facts: readonly GoalFacts[],
  targetMinor: bigint,
  currency: string,
  convert: ToGoalCurrency,
): Pick<GoalPlan, 'paid' | 'progressPercent' | 'reorderShare'> {
  const total = (key: 'paidMinor' | 'reorderMinor') => facts.reduce((sum, fact) => sum + BigInt(fact[key]), 0n);
  const paidMinor = convert(total('paidMinor'));
  const reorderMinor = convert(total('reorderMinor'));
  if (paidMinor === null || reorderMinor === null) return { paid: null, progressPercent: null, reorderShare: null };
  return { paid: { minor: paidMinor, currency }, ...measureGoal({ paidMinor, reorderMinor }, targetMinor) };
}

function averageOf(facts: GoalFacts | undefined): bigint | null {
  return facts && facts.recentOrders > 0 ? divideHalfEven(BigInt(facts.recentMinor), BigInt(facts.recentOrders)) : null;
}

function money(baseMinor: bigint | null, currency: string, convert: ToGoalCurrency) {
  const minor = baseMinor === null ? null : convert(baseMinor);
  return minor === null ? null : { minor, currency };
}
