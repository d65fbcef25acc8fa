import { rulesDraftOf, rulesInputOf, rulesProblems, targetOf } from './rules-draft.ts';

const RULES = {
  id: 'c',
  ownHours: false,
  platformZone: null,
  meanTargetMinutes: 250,
  excludedSenders: ['@ads.example', 'bot-7'],
  autoMode: false,
};

describe('the rules of a channel as they are edited', () => {
  it('go back as they came', () => {
    const { id, ...rules } = RULES;
    expect(rulesInputOf(id, rulesDraftOf(RULES))).toEqual({ ...rules, id });
  });

  it('read the target in hours and minutes', () => {
    const draft = rulesDraftOf(RULES);
    expect([draft.hours, draft.minutes]).toEqual(['4', '10']);
    expect(targetOf({ ...draft, hours: '', minutes: '30' })).toBe(30);
    expect(targetOf({ ...draft, hours: '0', minutes: '0' })).toBeNull();
    expect(targetOf({ ...draft, minutes: '60' })).toBeNull();
    expect(targetOf({ ...draft, hours: 'four' })).toBeNull();
    expect(targetOf({ ...draft, hours: '721' })).toBeNull();
  });

  it('take senders by line or comma, without empty ones, and say when they are too many', () => {
    const draft = { ...rulesDraftOf(RULES), excluded: ' a@x.example,\n\n; @y.example \n' };
    expect(rulesInputOf('c', draft).excludedSenders).toEqual(['a@x.example', '@y.example']);
    expect(rulesProblems(draft)).toEqual([]);
    expect(rulesProblems({ ...draft, excluded: Array(201).fill('a').join('\n') })).toEqual(['tooMany']);
    expect(rulesProblems({ ...draft, excluded: 'a'.repeat(321), minutes: 'x' })).toEqual(['target', 'tooLong']);
  });
});
