import {
  mostPoints,
  type GradeFactName,
  type GradeFactorName,
  type GradingRules,
  type PlatformLevel,
  type PointsStep,
} from '@dangol/crm';

/** One fact of `scoreFacts`, written as SQL over a row of `buyerFactsSql`. */
export interface GradedFact {
  readonly factor: GradeFactorName;
  readonly name: GradeFactName;
  /** Its name while it is not known, when another fact would stand in its place. */
  readonly unknownName?: GradeFactName;
  readonly max: number;
  /** SQL: true when it is known. */
  readonly known: string;
  /** SQL: points of a known fact, not yet rounded. */
  readonly points: string;
  /** SQL: the value as JSON text. */
  readonly input: string;
  readonly source: 'orders' | 'record' | 'conversation' | 'samples' | 'platform';
  /** SQL: when it was learned, milliseconds. */
  readonly at: string;
}

const LEVELS: readonly PlatformLevel[] = ['L4', 'L3', 'L2', 'L1'];

/** The facts in the order of `scoreFacts` under `rules`, whose numbers become part of the text; they are checked to be numbers. */
export function gradedFacts(rules: GradingRules): GradedFact[] {
  const { orderScale, companySize, intent } = rules;
  const order = { factor: 'orderScale', known: 'paid_orders > 0', source: 'orders', at: 'orders_at' } as const;
  const company = { factor: 'companySize', source: 'record', at: 'company_at' } as const;
  const signal = {
    factor: 'intent',
    known: 'signals_at is not null',
    source: 'conversation',
    at: 'signals_at',
  } as const;
  const flag = (column: string, max: number) => ({
    max,
    points: `case when ${column} then ${num(max)} else 0 end`,
    input: `case when ${column} then 'true' else 'false' end`,
  });
  // Best level under these rules; of equal ones the higher level, as a stable sort keeps it.
  const levels = LEVELS.toSorted((left, right) => rules.platformLevel[right] - rules.platformLevel[left]);
  const ofLevel = (value: (level: PlatformLevel) => string): string =>
    `case ${levels.map((level) => `when ${levelAt(level)} is not null then ${value(level)}`).join(' ')} end`;
  return [
    {
      ...order,
      name: 'paidLastYear',
      unknownName: 'askedValue',
      max: mostPoints(orderScale.paidLastYear),
      points: linear(orderScale.paidLastYear, 'paid_year'),
      input: quoted('paid_year'),
    },
    {
      ...order,
      name: 'averageOrder',
      max: mostPoints(orderScale.averageOrder),
      points: stepped(orderScale.averageOrder, 'average_order'),
      input: quoted('average_order'),
    },
    {
      ...company,
      name: 'employees',
      max: mostPoints(companySize.employees),
      known: 'employees is not null',
      points: linear(companySize.employees, 'employees'),
      input: 'employees',
    },
    {
      ...company,
      name: 'annualPurchase',
      max: mostPoints(companySize.annualPurchase),
      known: 'annual_purchase is not null',
      points: stepped(companySize.annualPurchase, 'annual_purchase'),
      input: quoted('annual_purchase'),
    },
    {
      ...company,
      name: 'businessType',
      max: companySize.strongTypePoints,
      known: 'company_type is not null',
      points: `case when company_type = any (${list(companySize.strongTypes)}) then ${num(companySize.strongTypePoints)} else 0 end`,
      input: 'to_json(company_type)',
    },
    { ...company, name: 'webSite', known: 'web_site is not null', ...flag('web_site', companySize.webSitePoints) },
    {
      // Unknown until the catalogue holds minimum order quantities.
      ...signal,
      name: 'quantityPerMoq',
      max: mostPoints(intent.quantityPerMoq),
      known: 'false',
      points: '0',
      input: `'null'`,
    },
    { ...signal, name: 'targetPrice', ...flag('target_price', intent.targetPricePoints) },
    { ...signal, name: 'deadline', ...flag('deadline', intent.deadlinePoints) },
    {
      ...signal,
      name: 'requirementDetails',
      max: intent.detailsPoints,
      points: `case when cardinality(details) >= ${num(intent.detailsNeeded)} then ${num(intent.detailsPoints)} else 0 end`,
      input: 'to_json(details)',
    },
    {
      factor: 'intent',
      name: 'sample',
      known: 'sample is not null',
      source: 'samples',
      at: 'sample_at',
      ...flag('sample', intent.samplePoints),
    },
    {
      factor: 'intent',
      name: 'replies',
      known: 'replies is not null',
      source: 'conversation',
      at: 'replies_at',
      ...flag('replies', intent.repliesPoints),
    },
    {
      factor: 'platformLevel',
      name: 'platformLevel',
      max: Math.max(...Object.values(rules.platformLevel)),
      known: 'num_nonnulls(l1_at, l2_at, l3_at, l4_at) > 0',
      points: ofLevel((level) => num(rules.platformLevel[level])),
      input: quoted(ofLevel((level) => `'${level}'`)),
      source: 'platform',
      at: ofLevel(levelAt),
    },
  ];
}

/** SQL of the highest level that an identity carries. */
export const BEST_LEVEL = `case ${LEVELS.map((level) => `when ${levelAt(level)} is not null then '${level}'`).join(' ')} end`;

/** A number as SQL, computed with in double precision as JavaScript does. Throws on anything else. */
export function num(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('grading rules hold finite numbers only');
  return `(${value}::float8)`;
}

/** SQL of `roundPoints`. */
export function rounded(points: string): string {
  return `floor((${points}) * 100 + 0.5) / 100`;
}

/** SQL of `linearPoints`. */
function linear(steps: readonly PointsStep[], column: string): string {
  const [first, ...rest] = steps;
  if (!first) return '0';
  const pieces = rest.map((high, i) => {
    const low = steps[i] ?? first;
    return `when ${column} < ${num(high.at)} then ${num(low.points)} + ${num(high.points - low.points)} * (${column} - ${num(low.at)}) / ${num(high.at - low.at)}`;
  });
  return `case when ${column} < ${num(first.at)} then ${num(first.points)} ${pieces.join(' ')} else ${num(steps.at(-1)?.points ?? 0)} end`;
}

/** SQL of `stepPoints`. */
function stepped(steps: readonly PointsStep[], column: string): string {
  const pieces = steps.toReversed().map(({ at, points }) => `when ${column} >= ${num(at)} then ${num(points)}`);
  return pieces.length > 0 ? `case ${pieces.join(' ')} else 0 end` : '0';
}

/** SQL of text that needs no escaping as a JSON string. */
function quoted(text: string): string {
  return `concat('"', ${text}, '"')`;
}

function levelAt(level: PlatformLevel): string {
  return `${level.toLowerCase()}_at`;
}

function list(texts: readonly string[]): string {
  return `array[${texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')}]::text[]`;
}
