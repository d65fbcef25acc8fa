import { fieldOfPath, newGoalDraft, planOf, readGoal } from './goal-draft.ts';

const draft = {
  ...newGoalDraft('USD', '2027'),
  name: '5 million',
  target: '5,000,000',
  groups: {
    A: { buyers: '15,000', average: '333' },
    B: { buyers: '', average: '' },
    C: { buyers: '', average: '' },
  },
};

describe('planOf', () => {
  it('multiplies 15,000 buyers by USD 333 exactly and says the gap to 5 million', () => {
    const planned = planOf(draft);
    expect(planned?.plan.productMinor).toBe(4_995_000_00n);
    expect(planned?.plan.gapMinor).toBe(5_000_00n);
    expect(planned?.productOf).toEqual({ A: 4_995_000_00n });
  });
  it('goes on counting what can be read while another field is half typed', () => {
    const groups = { ...draft.groups, B: { buyers: '10', average: '12.' }, C: { buyers: 'x', average: '5' } };
    expect(planOf({ ...draft, groups })?.plan.productMinor).toBe(4_995_000_00n + 120_00n);
  });
  it('needs to know the currency', () => expect(planOf({ ...draft, currency: 'US' })).toBeNull());
});

describe('readGoal', () => {
  it('leaves out a grade of which nothing is typed', () =>
    expect(readGoal('1', draft).input?.groups).toEqual([{ grade: 'A', buyers: 15_000, averageOrderMinor: '33300' }]));
  it('names every field that cannot be saved', () =>
    expect(
      readGoal('1', {
        ...draft,
        name: ' ',
        target: '0',
        dueOn: '2026-12-31',
        groups: { ...draft.groups, B: { buyers: '3.5', average: '1.005' } },
      }).wrong,
    ).toEqual(['name', 'target', 'dueOn', 'groups.B.buyers', 'groups.B.average']));
  it('wants one group at least', () =>
    expect(readGoal('1', { ...draft, groups: newGoalDraft('USD', '2027').groups }).wrong).toEqual(['groups']));
});

describe('fieldOfPath', () => {
  const groups = { ...draft.groups, A: draft.groups.B, C: { buyers: '1', average: '2' }, B: draft.groups.A };
  const { input } = readGoal('1', { ...draft, groups });
  it.each([
    ['groups.1.averageOrderMinor', 'groups.C.average'],
    ['groups.0.buyers', 'groups.B.buyers'],
    ['targetMinor', 'target'],
    ['somethingNew', null],
  ])('%s is %s', (path, field) => expect(input && fieldOfPath(path, input)).toBe(field));
});
