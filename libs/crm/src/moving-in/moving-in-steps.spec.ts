import { hasMovedIn, MOVING_IN_STEPS, movingInSteps, type MovingInFacts } from './moving-in-steps.ts';

const NOTHING: MovingInFacts = {
  confirmed: [],
  skipped: [],
  hasChannel: false,
  channelDelivers: false,
  knowledgeEntries: 0,
  products: 0,
  importsDone: 0,
  importsUnderWay: 0,
  members: 1,
  invitations: 0,
  repliesAccepted: false,
};
const stepsIn = (state: string, facts: Partial<MovingInFacts>) =>
  movingInSteps({ ...NOTHING, ...facts })
    .filter((step) => step.state === state)
    .map(({ key }) => key);

describe('movingInSteps', () => {
  it('begins with everything open', () => expect(stepsIn('open', {})).toEqual([...MOVING_IN_STEPS]));

  it.each([
    ['language', { confirmed: ['language'] }],
    ['currency', { confirmed: ['currency'] }],
    ['hours', { confirmed: ['hours'] }],
    ['channel', { hasChannel: true, channelDelivers: true }],
    ['knowledge', { knowledgeEntries: 1 }],
    ['products', { products: 1 }],
    ['import', { importsDone: 1 }],
    ['invite', { members: 2 }],
    ['invite', { invitations: 1 }],
    ['first_reply', { repliesAccepted: true }],
  ] satisfies [string, Partial<MovingInFacts>][])('%s is done by its fact, and only that', (key, facts) =>
    expect(stepsIn('done', facts)).toEqual([key]),
  );

  it('waits with a channel for its first message, and with an import for its end', () => {
    const underWay = movingInSteps({ ...NOTHING, hasChannel: true, importsUnderWay: 1 }).filter(
      (step) => step.underWay,
    );
    expect(underWay.map(({ key, state }) => [key, state])).toEqual([
      ['channel', 'open'],
      ['import', 'open'],
    ]);
    const done = movingInSteps({ ...NOTHING, hasChannel: true, channelDelivers: true });
    expect(done.some((step) => step.underWay)).toBe(false);
  });

  it('forgets that a step was skipped as soon as it is done', () => {
    expect(stepsIn('skipped', { skipped: ['products', 'invite'] })).toEqual(['products', 'invite']);
    expect(stepsIn('skipped', { skipped: ['products', 'invite'], products: 3 })).toEqual(['invite']);
  });

  it('takes less than an hour', () =>
    expect(movingInSteps(NOTHING).reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThan(60));
});

describe('hasMovedIn', () => {
  it('needs each step done or skipped', () => {
    const skipped = MOVING_IN_STEPS.filter((key) => key !== 'hours');
    expect(hasMovedIn(movingInSteps({ ...NOTHING, skipped }))).toBe(false);
    expect(hasMovedIn(movingInSteps({ ...NOTHING, skipped, confirmed: ['hours'] }))).toBe(true);
  });
});
