import { BUSINESS_TYPES } from './buyer-facts.ts';
import type { GradingRules } from './grading-rules.ts';
import { mostPoints } from './points-table.ts';

/** What is wrong with one place of a set of rules. Codes are stable; screens have their own words for them. */
export interface RuleProblem {
  /** Dotted path, such as `orderScale.paidLastYear.2.at`. */
  readonly path: string;
  readonly problem:
    | 'missing'
    | 'unknown_key'
    | 'not_a_number'
    | 'not_a_list'
    | 'out_of_range'
    | 'not_rising'
    | 'not_whole'
    | 'unknown_type'
    | 'wrong_currency'
    | 'weights_not_100'
    | 'facts_not_weight'
    | 'bounds_crossed';
}

/** Checks the value at `path`. */
type Check = (value: unknown, path: string) => RuleProblem[];

const MOST_STEPS = 20;
/** Beyond any money a buyer can spend, and inside the whole numbers that JSON keeps exactly. */
const LARGEST_AT = 1e15;
const TYPES: readonly unknown[] = BUSINESS_TYPES;

const SHAPE: Readonly<Record<Exclude<keyof GradingRules, 'version' | 'currency'>, Check>> = {
  weights: fields({
    orderScale: between(0, 100),
    companySize: between(0, 100),
    intent: between(0, 100),
    platformLevel: between(0, 100),
  }),
  orderScale: fields({ paidLastYear: steps(), averageOrder: steps() }),
  companySize: fields({
    employees: steps(),
    annualPurchase: steps(),
    strongTypes: businessTypes,
    strongTypePoints: between(0, 100),
    webSitePoints: between(0, 100),
  }),
  intent: fields({
    quantityPerMoq: steps(),
    targetPricePoints: between(0, 100),
    deadlinePoints: between(0, 100),
    detailsNeeded: whole(1, 4),
    detailsPoints: between(0, 100),
    samplePoints: between(0, 100),
    repliesPoints: between(0, 100),
  }),
  platformLevel: fields({ L1: between(0, 100), L2: between(0, 100), L3: between(0, 100), L4: between(0, 100) }),
  deductions: fields({ lostDispute: between(0, 100), unpaidOrder: between(0, 100), spamReport: between(0, 100) }),
  unknownPercent: between(0, 100),
  provisionalBelow: between(0, 100),
  gradeBounds: fields({ A: between(0, 100), B: between(0, 100) }),
  hysteresis: between(0, 20),
};

/**
 * Everything that keeps `rules` from grading the buyers of a workspace that counts in `currency`; empty when they may be saved.
 * `version` is given by the server and not looked at. Where the spec is silent: what the facts of a factor can give together is
 * exactly its weight (a factor that cannot be filled, or is full before its last fact, explains nothing); thresholds rise, and
 * points never fall along a table or from L1 to L4, so that no better fact lowers a grade.
 */
export function validateGradingRules(rules: unknown, currency: string): RuleProblem[] {
  const version = (): RuleProblem[] => [];
  const currencyCheck: Check = (value, path) => (value === currency ? [] : [{ path, problem: 'wrong_currency' }]);
  const problems = fields({ ...SHAPE, currency: currencyCheck }, { version })(rules, '');
  return problems.length > 0 ? problems : contradictions(rules as GradingRules);
}

/** Problems between the parts of rules that are sound one by one. */
function contradictions(rules: GradingRules): RuleProblem[] {
  const { weights, orderScale, companySize, intent, platformLevel: levels, gradeBounds } = rules;
  const reach = {
    orderScale: mostPoints(orderScale.paidLastYear) + mostPoints(orderScale.averageOrder),
    companySize:
      mostPoints(companySize.employees) +
      mostPoints(companySize.annualPurchase) +
      companySize.strongTypePoints +
      companySize.webSitePoints,
    intent:
      mostPoints(intent.quantityPerMoq) +
      intent.targetPricePoints +
      intent.deadlinePoints +
      intent.detailsPoints +
      intent.samplePoints +
      intent.repliesPoints,
    platformLevel: levels.L4,
  };
  const problems: RuleProblem[] = [];
  if (!same(weights.orderScale + weights.companySize + weights.intent + weights.platformLevel, 100))
    problems.push({ path: 'weights', problem: 'weights_not_100' });
  for (const factor of ['orderScale', 'companySize', 'intent', 'platformLevel'] as const)
    if (!same(reach[factor], weights[factor]))
      problems.push({ path: `weights.${factor}`, problem: 'facts_not_weight' });
  if (levels.L1 > levels.L2 || levels.L2 > levels.L3 || levels.L3 > levels.L4)
    problems.push({ path: 'platformLevel', problem: 'not_rising' });
  if (gradeBounds.A <= gradeBounds.B) problems.push({ path: 'gradeBounds', problem: 'bounds_crossed' });
  return problems;
}

/** Points have hundredths at most, so sums that differ by less are the same to everyone who reads them. */
function same(left: number, right: number): boolean {
  return Math.abs(left - right) < 0.005;
}

function fields(required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ path, problem: 'missing' }];
    const given = new Map<string, unknown>(Object.entries(value));
    const inside = (key: string): string => (path ? `${path}.${key}` : key);
    const known = { ...required, ...optional };
    return [
      ...Object.entries(required).flatMap(([key, check]): RuleProblem[] =>
        given.has(key) ? check(given.get(key), inside(key)) : [{ path: inside(key), problem: 'missing' }],
      ),
      ...[...given.keys()]
        .filter((key) => !Object.hasOwn(known, key))
        .map((key): RuleProblem => ({ path: inside(key.slice(0, 60)), problem: 'unknown_key' })),
    ];
  };
}

function between(least: number, most: number): Check {
  return (value, path) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return [{ path, problem: 'not_a_number' }];
    return value < least || value > most ? [{ path, problem: 'out_of_range' }] : [];
  };
}

function whole(least: number, most: number): Check {
  return (value, path) =>
    typeof value === 'number' && Number.isFinite(value) && !Number.isInteger(value)
      ? [{ path, problem: 'not_whole' }]
      : between(least, most)(value, path);
}

function businessTypes(value: unknown, path: string): RuleProblem[] {
  if (!Array.isArray(value) || value.length > TYPES.length) return [{ path, problem: 'not_a_list' }];
  return value.flatMap((type: unknown, i): RuleProblem[] =>
    TYPES.includes(type) && value.indexOf(type) === i ? [] : [{ path: `${path}.${i}`, problem: 'unknown_type' }],
  );
}

/** A points table: at least no step is bad, `at` rises, points do not fall. */
function steps(): Check {
  const step = fields({ at: between(0, LARGEST_AT), points: between(0, 100) });
  return (value, path) => {
    if (!Array.isArray(value)) return [{ path, problem: 'not_a_list' }];
    if (value.length > MOST_STEPS) return [{ path, problem: 'out_of_range' }];
    const problems = value.flatMap((item: unknown, i) => step(item, `${path}.${i}`));
    if (problems.length > 0) return problems;
    const table = value as { at: number; points: number }[];
    return table.flatMap(({ at, points }, i): RuleProblem[] => {
      const before = table[i - 1];
      if (!before) return [];
      return [
        ...(at > before.at ? [] : [{ path: `${path}.${i}.at`, problem: 'not_rising' } as const]),
        ...(points >= before.points ? [] : [{ path: `${path}.${i}.points`, problem: 'not_rising' } as const]),
      ];
    });
  };
}
