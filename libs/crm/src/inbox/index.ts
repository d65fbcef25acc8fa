export { compareQueue, gradeRank, isUrgent, levelRank, URGENT_WITHIN_MS } from './queue-order.ts';
export type { QueueItem } from './queue-order.ts';
export { MAX_EXCLUDED_SENDERS, isExcludedSender, tidyExcludedSenders } from './excluded-senders.ts';
export { decideAcknowledgement } from './decide-acknowledgement.ts';
export type { AutoReplyRules } from './decide-acknowledgement.ts';
export { automaticDisclosure, withAutomaticDisclosure } from './automatic-disclosure.ts';
export { checkSnooze, type SnoozeVerdict } from './check-snooze.ts';
export { TOPICS, type Topic } from './topics.ts';
