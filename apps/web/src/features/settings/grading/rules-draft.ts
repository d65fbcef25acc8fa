import {
  type BusinessType,
  type GradeFactorName,
  type GradedCurrency,
  type GradingRules,
  type PointsStep,
  defaultGradingRules,
  mostPoints,
} from '@dangol/crm';
import { amountText, parseAmount } from '../../../platform/forms/parse-amount.ts';

/** Numbers of the rules that stand alone, by their place in GradingRules. */
export const NUMBER_PATHS = [
  'weights.orderScale',
  'weights.companySize',
  'weights.intent',
  'weights.platformLevel',
  'companySize.strongTypePoints',
  'companySize.webSitePoints',
  'intent.targetPricePoints',
  'intent.deadlinePoints',
  'intent.detailsNeeded',
  'intent.detailsPoints',
  'intent.samplePoints',
  'intent.repliesPoints',
  'platformLevel.L1',
  'platformLevel.L2',
  'platformLevel.L3',
  'platformLevel.L4',
  'deductions.lostDispute',
  'deductions.unpaidOrder',
  'deductions.spamReport',
  'unknownPercent',
  'provisionalBelow',
  'gradeBounds.A',
  'gradeBounds.B',
  'hysteresis',
] as const;
export type NumberPath = (typeof NUMBER_PATHS)[number];

/** Points tables of the rules; `at` is money, a count of people, or a multiple of the minimum order quantity. */
export const TABLE_UNITS = {
  'orderScale.paidLastYear': 'money',
  'orderScale.averageOrder': 'money',
  'companySize.employees': 'people',
  'companySize.annualPurchase': 'money',
  'intent.quantityPerMoq': 'times',
} as const;
export type TablePath = keyof typeof TABLE_UNITS;
export const TABLE_PATHS = Object.keys(TABLE_UNITS) as readonly TablePath[];

/** One row of a points table as it is typed. `key` tells rows apart while they are added and removed. */
export interface DraftStep {
  readonly key: number;
  readonly at: string;
  readonly points: string;
}

/** The rules as they stand in the form: texts, so that nothing typed is lost by reading it. */
export interface RulesDraft {
  readonly numbers: Readonly<Record<NumberPath, string>>;
  readonly tables: Readonly<Record<TablePath, readonly DraftStep[]>>;
  readonly strongTypes: readonly BusinessType[];
}

/** A place of the rules that cannot be used: from what is typed, from @dangol/crm, or from the API. */
export interface RuleProblem {
  readonly path: string;
  readonly problem: string;
}

const steps = (rules: GradingRules, path: TablePath): readonly PointsStep[] =>
  ({
    'orderScale.paidLastYear': rules.orderScale.paidLastYear,
    'orderScale.averageOrder': rules.orderScale.averageOrder,
    'companySize.employees': rules.companySize.employees,
    'companySize.annualPurchase': rules.companySize.annualPurchase,
    'intent.quantityPerMoq': rules.intent.quantityPerMoq,
  })[path];

/** The number at a place of the rules. */
export function numberAt(rules: GradingRules, path: NumberPath): number {
  let value: unknown = rules;
  for (const part of path.split('.')) value = (value as Readonly<Record<string, unknown>>)[part];
  return Number(value);
}

/** A corner of a points table as people read it: money in units of the currency, not cents. */
export function stepAt(path: TablePath, at: number, currency: string): string {
  return TABLE_UNITS[path] === 'money' ? amountText(BigInt(at), currency).replace(/\.0+$/, '') : String(at);
}

export function draftOf(rules: GradingRules): RulesDraft {
  return {
    numbers: Object.fromEntries(NUMBER_PATHS.map((path) => [path, String(numberAt(rules, path))])) as Record<
      NumberPath,
      string
    >,
    tables: Object.fromEntries(
      TABLE_PATHS.map((path) => [
        path,
        steps(rules, path).map(({ at, points }, key) => ({
          key,
          at: stepAt(path, at, rules.currency),
          points: String(points),
        })),
      ]),
    ) as unknown as Record<TablePath, DraftStep[]>,
    strongTypes: rules.companySize.strongTypes,
  };
}

const GRADED_CURRENCIES = ['USD', 'EUR', 'GBP', 'CNY', 'JPY', 'KRW'] as const satisfies GradedCurrency[];

/** The default points with thresholds in a currency, or null when none are known for it. */
export function defaultDraft(currency: string): RulesDraft | null {
  const known = GRADED_CURRENCIES.find((each) => each === currency);
  return known === undefined ? null : draftOf(defaultGradingRules(known));
}

function readNumber(typed: string): number | null {
  const text = typed.trim();
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

function readStep(typed: string, path: TablePath, currency: string): number | null {
  if (TABLE_UNITS[path] !== 'money') return readNumber(typed.replaceAll(',', ''));
  const minor = parseAmount(typed, currency);
  return minor === null || minor > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(minor);
}

/** The rules that a draft says, or the places where what is typed is no number. */
export function rulesOf(
  draft: RulesDraft,
  base: Pick<GradingRules, 'version' | 'currency'>,
): { rules: GradingRules; problems: null } | { rules: null; problems: readonly RuleProblem[] } {
  const problems: RuleProblem[] = [];
  const number = (path: NumberPath): number => {
    const value = readNumber(draft.numbers[path]);
    if (value === null) problems.push({ path, problem: 'not_a_number' });
    return value ?? 0;
  };
  const table = (path: TablePath): PointsStep[] =>
    draft.tables[path].map((step, row) => {
      const at = readStep(step.at, path, base.currency);
      const points = readNumber(step.points);
      if (at === null) problems.push({ path: `${path}.${row}.at`, problem: 'not_a_number' });
      if (points === null) problems.push({ path: `${path}.${row}.points`, problem: 'not_a_number' });
      return { at: at ?? 0, points: points ?? 0 };
    });
  const rules: GradingRules = {
    version: base.version,
    currency: base.currency,
    weights: {
      orderScale: number('weights.orderScale'),
      companySize: number('weights.companySize'),
      intent: number('weights.intent'),
      platformLevel: number('weights.platformLevel'),
    },
    orderScale: { paidLastYear: table('orderScale.paidLastYear'), averageOrder: table('orderScale.averageOrder') },
    companySize: {
      employees: table('companySize.employees'),
      annualPurchase: table('companySize.annualPurchase'),
      strongTypes: draft.strongTypes,
      strongTypePoints: number('companySize.strongTypePoints'),
      webSitePoints: number('companySize.webSitePoints'),
    },
    intent: {
      quantityPerMoq: table('intent.quantityPerMoq'),
      targetPricePoints: number('intent.targetPricePoints'),
      deadlinePoints: number('intent.deadlinePoints'),
      detailsNeeded: number('intent.detailsNeeded'),
      detailsPoints: number('intent.detailsPoints'),
      samplePoints: number('intent.samplePoints'),
      repliesPoints: number('intent.repliesPoints'),
    },
    platformLevel: {
      L1: number('platformLevel.L1'),
      L2: number('platformLevel.L2'),
      L3: number('platformLevel.L3'),
      L4: number('platformLevel.L4'),
    },
    deductions: {
      lostDispute: number('deductions.lostDispute'),
      unpaidOrder: number('deductions.unpaidOrder'),
      spamReport: number('deductions.spamReport'),
    },
    unknownPercent: number('unknownPercent'),
    provisionalBelow: number('provisionalBelow'),
    gradeBounds: { A: number('gradeBounds.A'), B: number('gradeBounds.B') },
    hysteresis: number('hysteresis'),
  };
  return problems.length > 0 ? { rules: null, problems } : { rules, problems: null };
}

/** What the four weights add up to, or null while one of them is no number. */
export function weightSum(draft: RulesDraft): number | null {
  let sum = 0;
  for (const path of NUMBER_PATHS.filter((each) => each.startsWith('weights.'))) {
    const value = readNumber(draft.numbers[path]);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** Most points that all facts of a factor can give together; the rules want it to be the factor's weight. */
export function factorReach(rules: GradingRules, factor: GradeFactorName): number {
  const { orderScale, companySize, intent, platformLevel } = rules;
  const parts: Record<GradeFactorName, readonly number[]> = {
    orderScale: [mostPoints(orderScale.paidLastYear), mostPoints(orderScale.averageOrder)],
    companySize: [
      mostPoints(companySize.employees),
      mostPoints(companySize.annualPurchase),
      companySize.strongTypePoints,
      companySize.webSitePoints,
    ],
    intent: [
      mostPoints(intent.quantityPerMoq),
      intent.targetPricePoints,
      intent.deadlinePoints,
      intent.detailsPoints,
      intent.samplePoints,
      intent.repliesPoints,
    ],
    platformLevel: [platformLevel.L4],
  };
  return parts[factor].reduce((sum, points) => sum + points, 0);
}

/** One place in which two versions differ. */
export interface RuleChange {
  readonly path: NumberPath | TablePath | 'companySize.strongTypes';
  readonly before: string;
  readonly after: string;
}

/** Everything that differs between two versions, in the order of the form; money in units of the currency. */
export function changesBetween(before: GradingRules, after: GradingRules): RuleChange[] {
  const changes: RuleChange[] = [];
  const compare = (path: RuleChange['path'], from: string, to: string) => {
    if (from !== to) changes.push({ path, before: from, after: to });
  };
  const table = (rules: GradingRules, path: TablePath) =>
    steps(rules, path)
      .map(({ at, points }) => `${stepAt(path, at, rules.currency)} → ${points}`)
      .join(', ');
  for (const path of NUMBER_PATHS) compare(path, String(numberAt(before, path)), String(numberAt(after, path)));
  for (const path of TABLE_PATHS) compare(path, table(before, path), table(after, path));
  compare(
    'companySize.strongTypes',
    before.companySize.strongTypes.join(', '),
    after.companySize.strongTypes.join(', '),
  );
  return changes;
}
