import { checkPromise } from './check-promise.ts';

const NOW = new Date('2026-03-02T09:00:00Z');

test.each([
  ['2026-03-02T08:59:59.999Z', 'past'],
  ['2026-03-02T09:00:00Z', 'past'],
  ['2026-03-02T09:00:00.001Z', null],
  ['2026-05-01T09:00:00Z', null],
  ['2026-05-01T09:00:00.001Z', 'too_far'],
  ['never', 'past'],
])('an answer by %s: %s', (until, problem) => {
  expect(checkPromise(new Date(until), NOW)).toBe(problem);
});
