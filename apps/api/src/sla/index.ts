export {
  CONVERSATION_CLOSED,
  CONVERSATION_REOPENED,
  INQUIRY_DECLINED,
  INQUIRY_SPAM_REPORTED,
  MESSAGES_OF_THE_PAST,
  decisionEntry,
} from './decisions.ts';
export { BuyerDays } from './clocks/buyer-days.ts';
export { DERIVE_CLOCKS } from './derive/derive-clocks.task-name.ts';
export { ChannelHours } from './hours/channel-hours.ts';
export { RefreshClocksUseCase, type RefreshRequest } from './refresh-clocks.use-case.ts';
export { SlaSettings } from './sla-settings.ts';
export { SlaModule } from './sla.module.ts';
export { RING_ALARMS, wakeQueue } from './wake-queue.ts';
