export { PromisesModule } from './promises.module.ts';
export { refreshPromise } from './refresh-promise.ts';
