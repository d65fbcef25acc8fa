import { DEFAULT_GRADING_RULES, GRADE_FACTORS, validateGradingRules } from '@dangol/crm';
import { changesBetween, defaultDraft, draftOf, factorReach, rulesOf, weightSum } from './rules-draft.ts';

const withNumber = (path: 'weights.intent' | 'gradeBounds.A', text: string) => {
  const draft = draftOf(DEFAULT_GRADING_RULES);
  return { ...draft, numbers: { ...draft.numbers, [path]: text } };
};

describe('the form of the rules', () => {
  it('says the rules it was made from', () =>
    expect(rulesOf(draftOf(DEFAULT_GRADING_RULES), DEFAULT_GRADING_RULES)).toEqual({
      rules: DEFAULT_GRADING_RULES,
      problems: null,
    }));
  it('shows money thresholds in units of the currency', () =>
    expect(draftOf(DEFAULT_GRADING_RULES).tables['orderScale.paidLastYear'].map(({ at }) => at)).toEqual([
      '0',
      '500',
      '2000',
      '10000',
      '30000',
    ]));
  it('reads a threshold with separators and cents exactly', () => {
    const draft = draftOf(DEFAULT_GRADING_RULES);
    const tables = { ...draft.tables, 'orderScale.averageOrder': [{ key: 0, at: '1,286.40', points: '3' }] };
    expect(rulesOf({ ...draft, tables }, DEFAULT_GRADING_RULES).rules?.orderScale.averageOrder).toEqual([
      { at: 128_640, points: 3 },
    ]);
  });
  it('names each place that is no number', () => {
    const draft = withNumber('gradeBounds.A', 'seventy');
    const tables = { ...draft.tables, 'companySize.employees': [{ key: 0, at: '', points: '3' }] };
    expect(rulesOf({ ...draft, tables }, DEFAULT_GRADING_RULES).problems).toEqual([
      { path: 'companySize.employees.0.at', problem: 'not_a_number' },
      { path: 'gradeBounds.A', problem: 'not_a_number' },
    ]);
  });
});

describe('weightSum', () => {
  it('adds the weights up', () => expect(weightSum(draftOf(DEFAULT_GRADING_RULES))).toBe(100));
  it('follows what is typed', () => expect(weightSum(withNumber('weights.intent', '30'))).toBe(105));
  it('is unknown while a weight is no number', () => expect(weightSum(withNumber('weights.intent', ''))).toBeNull());
});

describe('changesBetween', () => {
  it('finds nothing between equal rules', () =>
    expect(changesBetween(DEFAULT_GRADING_RULES, { ...DEFAULT_GRADING_RULES, version: 2 })).toEqual([]));
  it('says a bound, a table and the strong types', () =>
    expect(
      changesBetween(DEFAULT_GRADING_RULES, {
        ...DEFAULT_GRADING_RULES,
        gradeBounds: { A: 75, B: 40 },
        orderScale: { ...DEFAULT_GRADING_RULES.orderScale, averageOrder: [{ at: 500_00, points: 5 }] },
        companySize: { ...DEFAULT_GRADING_RULES.companySize, strongTypes: ['brand'] },
      }),
    ).toEqual([
      { path: 'gradeBounds.A', before: '70', after: '75' },
      { path: 'orderScale.averageOrder', before: '300 → 3, 800 → 5', after: '500 → 5' },
      { path: 'companySize.strongTypes', before: 'distributor, brand, chain', after: 'brand' },
    ]));
});

describe('defaultDraft', () => {
  it.each(['USD', 'KRW', 'JPY'])('fills the form with rules that can be saved in %s', (currency) => {
    const draft = defaultDraft(currency);
    const read = draft && rulesOf(draft, { version: 1, currency });
    expect(read?.rules).toBeTruthy();
    expect(validateGradingRules(read?.rules, currency)).toEqual([]);
  });
  it('has none for a currency without known thresholds', () => expect(defaultDraft('CHF')).toBeNull());
});

describe('factorReach', () => {
  it('is the weight of every factor in the default rules', () => {
    for (const factor of GRADE_FACTORS)
      expect(factorReach(DEFAULT_GRADING_RULES, factor)).toBe(DEFAULT_GRADING_RULES.weights[factor]);
  });
  it('follows a change of one fact', () =>
    expect(
      factorReach({ ...DEFAULT_GRADING_RULES, intent: { ...DEFAULT_GRADING_RULES.intent, samplePoints: 9 } }, 'intent'),
    ).toBe(30));
});
