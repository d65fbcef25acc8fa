import { tidyTime } from './tidy-time.ts';

describe('tidyTime', () => {
  it.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['9:30', '09:30'],
    ['18.15', '18:15'],
    ['24', '24:00'],
    ['noon', 'noon'],
  ])('%s becomes %s', (typed, time) => expect(tidyTime(typed)).toBe(time));
});
