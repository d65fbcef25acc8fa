import type { BuyerFacts, Fact, PlatformLevel } from './buyer-facts.ts';
import type { GradeFactorName, GradingRules } from './grading-rules.ts';
import { linearPoints, mostPoints, roundPoints, stepPoints } from './points-table.ts';
import type { EpochMs } from '../time/index.ts';

/** Name of a single fact inside a factor. */
export type GradeFactName =
  | 'paidLastYear'
  | 'askedValue'
  | 'averageOrder'
  | 'employees'
  | 'annualPurchase'
  | 'businessType'
  | 'webSite'
  | 'quantityPerMoq'
  | 'targetPrice'
  | 'deadline'
  | 'requirementDetails'
  | 'sample'
  | 'replies'
  | 'platformLevel';

/** What one fact gave. An unknown fact has `known` false, no input, and the share of `max` that the rules grant it. */
export interface ScoredFact {
  readonly factor: GradeFactorName;
  readonly fact: GradeFactName;
  readonly points: number;
  readonly max: number;
  readonly known: boolean;
  /** The value as plain JSON; money as a string of minor units in the rules' currency. */
  readonly input: string | number | boolean | readonly string[] | null;
  readonly source: string | null;
  readonly knownAtMs: EpochMs | null;
}

/** Points of every fact under the rules, factor by factor in the order of the rules. */
export function scoreFacts(facts: BuyerFacts, rules: GradingRules): ScoredFact[] {
  const { orderScale, companySize, intent } = rules;
  const score = <T>(
    factor: GradeFactorName,
    name: GradeFactName,
    fact: Fact<T> | null,
    max: number,
    pointsOf: (value: T) => number,
    toInput: (value: T) => ScoredFact['input'],
  ): ScoredFact => {
    if (!fact) {
      const points = roundPoints((max * rules.unknownPercent) / 100);
      return { factor, fact: name, points, max, known: false, input: null, source: null, knownAtMs: null };
    }
    const points = roundPoints(pointsOf(fact.value));
    const { source, knownAtMs } = fact;
    return { factor, fact: name, points, max, known: true, input: toInput(fact.value), source, knownAtMs };
  };
  const flag = (factor: GradeFactorName, name: GradeFactName, fact: Fact<boolean> | null, max: number) =>
    score(
      factor,
      name,
      fact,
      max,
      (yes) => (yes ? max : 0),
      (yes) => yes,
    );
  const scale = (name: 'paidLastYear' | 'askedValue', fact: Fact<bigint> | null) =>
    score(
      'orderScale',
      name,
      fact,
      mostPoints(orderScale.paidLastYear),
      (v) => linearPoints(orderScale.paidLastYear, Number(v)),
      String,
    );

  return [
    facts.hasOrdered ? scale('paidLastYear', facts.paidLastYearMinor) : scale('askedValue', facts.askedValueMinor),
    score(
      'orderScale',
      'averageOrder',
      facts.hasOrdered ? facts.averageOrderMinor : null,
      mostPoints(orderScale.averageOrder),
      (v) => stepPoints(orderScale.averageOrder, Number(v)),
      String,
    ),
    score(
      'companySize',
      'employees',
      facts.employees,
      mostPoints(companySize.employees),
      (v) => linearPoints(companySize.employees, v),
      (v) => v,
    ),
    score(
      'companySize',
      'annualPurchase',
      facts.annualPurchaseMinor,
      mostPoints(companySize.annualPurchase),
      (v) => stepPoints(companySize.annualPurchase, Number(v)),
      String,
    ),
    score(
      'companySize',
      'businessType',
      facts.businessType,
      companySize.strongTypePoints,
      (v) => (companySize.strongTypes.includes(v) ? companySize.strongTypePoints : 0),
      (v) => v,
    ),
    flag('companySize', 'webSite', facts.hasWebSite, companySize.webSitePoints),
    score(
      'intent',
      'quantityPerMoq',
      facts.quantityPerMoq,
      mostPoints(intent.quantityPerMoq),
      (v) => stepPoints(intent.quantityPerMoq, v),
      (v) => v,
    ),
    flag('intent', 'targetPrice', facts.gaveTargetPrice, intent.targetPricePoints),
    flag('intent', 'deadline', facts.gaveDeadline, intent.deadlinePoints),
    score(
      'intent',
      'requirementDetails',
      facts.requirementDetails,
      intent.detailsPoints,
      (v) => (new Set(v).size >= intent.detailsNeeded ? intent.detailsPoints : 0),
      (v) => v,
    ),
    flag('intent', 'sample', facts.tookSample, intent.samplePoints),
    flag('intent', 'replies', facts.repliesWithin48h, intent.repliesPoints),
    score(
      'platformLevel',
      'platformLevel',
      bestLevel(facts.platformLevels, rules),
      Math.max(...Object.values(rules.platformLevel)),
      (v) => rules.platformLevel[v],
      (v) => v,
    ),
  ];
}

function bestLevel(levels: readonly Fact<PlatformLevel>[], rules: GradingRules): Fact<PlatformLevel> | null {
  const pointsOf = (fact: Fact<PlatformLevel>) => rules.platformLevel[fact.value];
  return levels.reduce<Fact<PlatformLevel> | null>(
    (best, it) => (best && pointsOf(best) >= pointsOf(it) ? best : it),
    null,
  );
}
