export { cappedCount } from './queue/capped-count.ts';
