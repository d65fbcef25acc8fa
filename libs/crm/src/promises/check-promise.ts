/** An answer that is further away is no promise. */
export const MAX_PROMISE_DAYS = 60;

const DAY_MS = 86_400_000;

/** Why an instant cannot be promised to a buyer. */
export type PromiseProblem = 'past' | 'too_far';

/** What is wrong with promising an answer by `until`; null when nothing is. */
export function checkPromise(until: Date, now: Date): PromiseProblem | null {
  const left = until.getTime() - now.getTime();
  if (!(left > 0)) return 'past';
  return left > MAX_PROMISE_DAYS * DAY_MS ? 'too_far' : null;
}
