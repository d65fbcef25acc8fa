import { lazyPart } from '../../components/lazy-part.tsx';

export { cappedCount } from './queue/capped-count.ts';
export { SnoozeDialog } from './snooze/index.ts';
export { useLeaving } from './queue/use-leaving.ts';

/** Nothing of it is needed to draw a page. */
export const DueAlarms = lazyPart(() => import('./alarms/due-alarms.tsx').then((module) => module.DueAlarms));
