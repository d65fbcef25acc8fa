export { checkPromise, MAX_PROMISE_DAYS, type PromiseProblem } from './check-promise.ts';
