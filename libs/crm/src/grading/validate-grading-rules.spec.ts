import { defaultGradingRules, type GradedCurrency } from './default-grading-rules.ts';
import { DEFAULT_GRADING_RULES, type GradingRules } from './grading-rules.ts';
import { validateGradingRules } from './validate-grading-rules.ts';

const CURRENCIES: readonly GradedCurrency[] = ['USD', 'EUR', 'GBP', 'CNY', 'JPY', 'KRW'];

/** The problems of the default rules with some parts put in their place. */
const problemsWith = (parts: object, currency = 'USD') =>
  validateGradingRules({ ...DEFAULT_GRADING_RULES, ...parts }, currency).map(
    ({ path, problem }) => `${path}: ${problem}`,
  );
const { orderScale, companySize, intent, weights } = DEFAULT_GRADING_RULES;

describe('the default rules', () => {
  it.each(CURRENCIES)('of %s may be saved, as JSON and in the order of the database', (currency) => {
    const rules: unknown = JSON.parse(JSON.stringify(defaultGradingRules(currency)));
    expect(validateGradingRules(rules, currency)).toEqual([]);
  });

  it('have thresholds in minor units of their currency that a person would say', () => {
    const thresholds = (currency: GradedCurrency) => {
      const rules: GradingRules = defaultGradingRules(currency);
      return [...rules.orderScale.paidLastYear, ...rules.companySize.annualPurchase].map(({ at }) => at);
    };
    expect(defaultGradingRules('USD')).toEqual(DEFAULT_GRADING_RULES);
    expect(thresholds('KRW')).toEqual([
      0, 700_000, 2_800_000, 14_000_000, 42_000_000, 14_000_000, 140_000_000, 1_400_000_000,
    ]);
    expect(thresholds('JPY')).toEqual([0, 75_000, 300_000, 1_500_000, 4_500_000, 1_500_000, 15_000_000, 150_000_000]);
    expect(thresholds('EUR')).toEqual(thresholds('USD'));
    expect(thresholds('GBP').slice(0, 3)).toEqual([0, 400_00, 1_600_00]);
    expect(thresholds('CNY').slice(0, 3)).toEqual([0, 3_500_00, 14_000_00]);
  });
});

describe('rules that contradict themselves', () => {
  it.each([
    [
      'weights of 101',
      { weights: { ...weights, intent: 26 } },
      ['weights: weights_not_100', 'weights.intent: facts_not_weight'],
    ],
    [
      'facts that cannot fill their factor',
      { intent: { ...intent, samplePoints: 3 } },
      ['weights.intent: facts_not_weight'],
    ],
    [
      'thresholds that fall',
      {
        orderScale: {
          ...orderScale,
          averageOrder: [
            { at: 800, points: 3 },
            { at: 300, points: 5 },
          ],
        },
      },
      ['orderScale.averageOrder.1.at: not_rising'],
    ],
    [
      'points that fall',
      {
        orderScale: {
          ...orderScale,
          averageOrder: [
            { at: 300, points: 5 },
            { at: 800, points: 3 },
          ],
        },
      },
      ['orderScale.averageOrder.1.points: not_rising'],
    ],
    [
      'two thresholds at one place',
      {
        companySize: {
          ...companySize,
          employees: [
            { at: 1, points: 3 },
            { at: 1, points: 18 },
          ],
        },
      },
      ['companySize.employees.1.at: not_rising'],
    ],
    [
      'a level worth less than the one below',
      { platformLevel: { L1: 9, L2: 8, L3: 12, L4: 15 } },
      ['platformLevel: not_rising'],
    ],
    ['an A below B', { gradeBounds: { A: 40, B: 40 } }, ['gradeBounds: bounds_crossed']],
    ['a hysteresis of 21', { hysteresis: 21 }, ['hysteresis: out_of_range']],
    ['an unknown share above all', { unknownPercent: 101 }, ['unknownPercent: out_of_range']],
    [
      'points added for a spam report',
      { deductions: { lostDispute: 10, unpaidOrder: 5, spamReport: -20 } },
      ['deductions.spamReport: out_of_range'],
    ],
    [
      'not a number',
      { hysteresis: Number.NaN, provisionalBelow: '40', unknownPercent: null },
      ['unknownPercent: not_a_number', 'provisionalBelow: not_a_number', 'hysteresis: not_a_number'],
    ],
    ['half a detail', { intent: { ...intent, detailsNeeded: 1.5 } }, ['intent.detailsNeeded: not_whole']],
    [
      'a type that there is not',
      { companySize: { ...companySize, strongTypes: ['brand', 'brand', "x'; drop"] } },
      ['companySize.strongTypes.1: unknown_type', 'companySize.strongTypes.2: unknown_type'],
    ],
    [
      'a key more',
      { extra: 1, orderScale: { ...orderScale, bonus: 5 } },
      ['orderScale.bonus: unknown_key', 'extra: unknown_key'],
    ],
    [
      'a key less',
      { hysteresis: undefined, intent: {} },
      [
        'intent.quantityPerMoq: missing',
        'intent.targetPricePoints: missing',
        'intent.deadlinePoints: missing',
        'intent.detailsNeeded: missing',
        'intent.detailsPoints: missing',
        'intent.samplePoints: missing',
        'intent.repliesPoints: missing',
        'hysteresis: not_a_number',
      ],
    ],
    [
      'a table that is none',
      { orderScale: { paidLastYear: { at: 1 }, averageOrder: [null] } },
      ['orderScale.paidLastYear: not_a_list', 'orderScale.averageOrder.0: missing'],
    ],
  ])('%s', (_what, parts, problems) => {
    expect(problemsWith(parts)).toEqual(problems);
  });

  it('are for the currency of the workspace only', () => {
    expect(problemsWith({}, 'KRW')).toEqual(['currency: wrong_currency']);
  });

  it.each([null, undefined, 'rules', 7, [], [DEFAULT_GRADING_RULES]])('%p are no rules', (rules) => {
    expect(validateGradingRules(rules, 'USD')).toEqual([{ path: '', problem: 'missing' }]);
  });
});
