import { concernsMovingIn, progressOf, type MovingInStep } from './step-places.ts';

const step = (state: MovingInStep['state'], minutes: number): MovingInStep => ({
  __typename: 'MovingInStep',
  key: 'HOURS',
  state,
  underWay: false,
  minutes,
});

describe('progressOf', () => {
  it('counts what was left out as settled and adds up the time of the rest', () =>
    expect(progressOf([step('DONE', 3), step('SKIPPED', 5), step('OPEN', 7), step('OPEN', 2)])).toEqual({
      settled: 2,
      minutesLeft: 9,
    }));
});

describe('concernsMovingIn', () => {
  it.each(['knowledge.created', 'import.finished', 'member.joined', 'business_hours.saved', 'inquiry.answered'])(
    'looks again after %s',
    (verb) => expect(concernsMovingIn({ verb })).toBe(true),
  );
  it.each(['buyer.graded', 'sample.requested', 'knowledgeable.x'])('not after %s', (verb) =>
    expect(concernsMovingIn({ verb })).toBe(false),
  );
});
