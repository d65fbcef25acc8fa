import {
  GRADE_FACTORS,
  gradeRank,
  HIGH_CONFIDENCE_POINTS,
  levelRank,
  roundPoints,
  type BuyerGrade,
  type GradeFactorName,
  type GradingRules,
  type PlatformLevel,
} from '@dangol/crm';
import { buyerFactsSql, type FactsScope } from './buyer-facts.sql.ts';
import { BEST_LEVEL, gradedFacts, num, rounded, type GradedFact } from './graded-facts.sql.ts';

const DEDUCTIONS = { unpaidOrder: 'unpaid_orders', spamReport: 'spam_reports' } as const; // no disputes yet

/**
 * `gradeBuyer` for many buyers at once: common table expressions that end in `graded`, with one row per buyer whose facts are
 * not those its grade rests on (`only: 'changed'`) or per buyer. The differential test holds both implementations to the same
 * answers. `$1` workspace, `$2` as of, `$3` ids when `given`. Only finite numbers of the rules become part of the text.
 */
export function gradedBuyersSql(rules: GradingRules, scope: FactsScope, only: 'changed' | 'every'): string {
  const facts = gradedFacts(rules);
  const changed = `where facts_key is distinct from graded_facts or grading_rules_version is distinct from ${num(rules.version)}::int`;
  const points = facts.flatMap(({ known, points: own, max }, i) => [
    `(${known}) as k${i}`,
    `case when ${known} then ${rounded(own)} else ${rounded(`${num(max)} * ${num(rules.unknownPercent)} / 100`)} end as p${i}`,
  ]);
  const indexesOf = (factor: GradeFactorName): number[] =>
    facts.flatMap((fact, i) => (fact.factor === factor ? [i] : []));
  const factors = GRADE_FACTORS.flatMap((factor) => {
    const own = indexesOf(factor);
    const sum = own.map((i) => `p${i}`).join(' + ');
    const known = own.map((i) => `case when k${i} then ${num(facts[i]?.max ?? 0)} else 0 end`).join(' + ');
    const max = num(rules.weights[factor]);
    return [`${rounded(`least(${max}, ${sum})`)} as ${factor}`, `least(${max}, ${known}) as ${factor}_known`];
  });
  const deducted = Object.entries(DEDUCTIONS).map(
    ([reason, column]) => `${column} * ${num(rules.deductions[reason as keyof typeof DEDUCTIONS])}`,
  );
  return `
facts as materialized (select * from (${buyerFactsSql(scope)}) f ${only === 'changed' ? changed : ''}),
points as materialized (select *, ${points.join(', ')} from facts),
factors as materialized (select *, ${factors.map((sql) => sql.replace(/ as (\w+)$/, ' as "$1"')).join(', ')} from points),
scores as materialized (select *,
  least(100, greatest(0, ${rounded(`${GRADE_FACTORS.map((factor) => `"${factor}"`).join(' + ')} - (${deducted.join(' + ')})`)})) as score,
  ${rounded(GRADE_FACTORS.map((factor) => `"${factor}_known"`).join(' + '))} as known_points from factors),
verdicts as materialized (select *, known_points < ${num(rules.provisionalBelow)} as provisional, ${scoreGrade(rules)} as score_grade from scores),
graded as materialized (select *, case when provisional and held = 'A' then 'B' else held end as grade, ${BEST_LEVEL} as best_level
  from (select *, case when ${holds(rules)} then previous_grade else score_grade end as held from verdicts) h)`;
}

/**
 * SQL of the whole explanation, equal to the GradeResult of `gradeBuyer`, over a row of `graded`. Written as text that is read
 * once: nested calls that build jsonb would copy every part at every level, and take ten times as long.
 */
export function explanationSql(rules: GradingRules): string {
  const facts = gradedFacts(rules);
  const factors = GRADE_FACTORS.map((factor) => {
    const own = facts.flatMap((fact, i) => (fact.factor === factor ? [factSql(fact, i, rules)] : []));
    return concat([
      text(`{"factor":"${factor}","max":${rules.weights[factor]},"points":`),
      `"${factor}"`,
      text(',"facts":['),
      own.join(`, ',', `),
      text(']}'),
    ]);
  });
  const deductions = Object.entries(DEDUCTIONS).map(([reason, column]) => {
    const points = `${column} * ${num(rules.deductions[reason as keyof typeof DEDUCTIONS])}`;
    const json = concat([text(`{"reason":"${reason}","count":`), column, text(',"points":'), points, text('}')]);
    return `case when ${column} > 0 then ${json} end`;
  });
  const missing = facts.flatMap(({ name, unknownName, max }, i) =>
    max > 0 ? [`case when not k${i} then '"${unknownName ?? name}"' end`] : [],
  );
  const parts = concat([
    text(`{"currency":"${currencyCode(rules)}","rulesVersion":${rules.version},"grade":"`),
    'grade',
    text('","scoreGrade":"'),
    'score_grade',
    text('","score":'),
    'score',
    text(',"knownPoints":'),
    'known_points',
    text(',"provisional":'),
    `case when provisional then 'true,"confidence":"low"' when known_points < ${num(HIGH_CONFIDENCE_POINTS)} then 'false,"confidence":"medium"' else 'false,"confidence":"high"' end`,
    text(',"previousGrade":'),
    `coalesce('"' || previous_grade || '"', 'null')`,
    text(',"gradedAtMs":'),
    'floor(extract(epoch from $2::timestamptz) * 1000)::bigint',
    text(',"missing":['),
    `concat_ws(',', ${missing.join(', ') || 'null'})`,
    text('],"deductions":['),
    `concat_ws(',', ${deductions.join(', ')})`,
    text('],"factors":['),
    factors.join(`, ',', `),
    text(']}'),
  ]);
  return `(${parts})::jsonb`;
}

/** SQL of `gradeRank` of a grade. */
export function gradeRankSql(grade: string): string {
  const ranks = (['A', 'B', 'C'] satisfies BuyerGrade[]).map((it) => `when '${it}' then ${gradeRank(it)}`);
  return `(case ${grade} ${ranks.join(' ')} else ${gradeRank(null)} end)::smallint`;
}

/** SQL of `levelRank` of a level. */
export function levelRankSql(level: string): string {
  const ranks = (['L1', 'L2', 'L3', 'L4'] satisfies PlatformLevel[]).map((it) => `when '${it}' then ${levelRank(it)}`);
  return `(case ${level} ${ranks.join(' ')} else ${levelRank(null)} end)::smallint`;
}

function factSql(fact: GradedFact, i: number, rules: GradingRules): string {
  const { factor, max, source, input, at } = fact;
  const unknown = JSON.stringify({
    ...{ factor, fact: fact.unknownName ?? fact.name, max, points: roundPoints((max * rules.unknownPercent) / 100) },
    ...{ known: false, input: null, source: null, knownAtMs: null },
  });
  const known = concat([
    text(`{"factor":"${factor}","fact":"${fact.name}","max":${max},"source":"${source}","known":true,"points":`),
    `p${i}`,
    text(',"knownAtMs":'),
    at,
    text(',"input":'),
    input,
    text('}'),
  ]);
  return `case when k${i} then ${known} else ${text(unknown)} end`;
}

function concat(parts: readonly string[]): string {
  return `concat(${parts.join(', ')})`;
}

function text(constant: string): string {
  return `'${constant.replaceAll("'", "''")}'`;
}

function scoreGrade({ gradeBounds }: GradingRules): string {
  return `case when score >= ${num(gradeBounds.A)} then 'A' when score >= ${num(gradeBounds.B)} then 'B' else 'C' end`;
}

/** SQL: the score has not passed a bound of the previous grade far enough to leave it (`leavesGrade`). */
function holds({ gradeBounds: { A, B }, hysteresis }: GradingRules): string {
  return `case previous_grade when 'A' then score > ${num(A - hysteresis)}
    when 'B' then score > ${num(B - hysteresis)} and score < ${num(A + hysteresis)}
    when 'C' then score < ${num(B + hysteresis)} else false end`;
}

function currencyCode({ currency }: GradingRules): string {
  if (!/^[A-Z]{3}$/.test(currency)) throw new TypeError('grading rules count in a currency');
  return currency;
}
