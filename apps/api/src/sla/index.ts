export {
  INQUIRY_DECLINED,
  INQUIRY_SPAM_REPORTED,
  MESSAGES_OF_THE_PAST,
  decisionEntry,
} from './conversation-log.query.ts';
export { RefreshClocksUseCase } from './refresh-clocks.use-case.ts';
export { SlaSettings } from './sla-settings.ts';
export { SlaModule } from './sla.module.ts';
