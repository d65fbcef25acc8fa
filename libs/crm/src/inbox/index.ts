export { compareQueue, gradeRank, isUrgent, levelRank, URGENT_WITHIN_MS } from './queue-order.ts';
export type { QueueItem } from './queue-order.ts';
