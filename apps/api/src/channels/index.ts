export { APPLY_INBOUND_MESSAGE } from './apply-inbound-message.task-name.ts';
export type { DeliveryOutcome, OutgoingFile, OutgoingReply } from './channel-adapter.ts';
export { canSend, canSendSql } from './can-send.ts';
export { encodeChannelKey } from './channel-key.ts';
export { ChannelPulse } from './channel-pulse.ts';
export { Channel, ChannelPlatform } from './channel.model.ts';
export { ChannelsModule } from './channels.module.ts';
export { DeliverToChannel } from './deliver-to-channel.ts';
export {
  MailSuppressions,
  MailThreads,
  isAddressGone,
  parseMail,
  readMailConnection,
  readMessageMail,
  withoutAddresses,
  type MailFile,
  type MailPerson,
  type MailReport,
  type MailThread,
  type MessageMail,
  type ParsedMail,
} from './mail/index.ts';
export { parseInboundMessage, type InboundMessageBody } from './inbound-message.schema.ts';
export { queryChannels } from './list-channels.query.ts';
export { queryChannelsInTrouble } from './quiet-since.query.ts';
export { ReceiveMessageUseCase } from './receive-message.use-case.ts';
export { SaveChannelRulesUseCase } from './save-channel-rules.use-case.ts';
export { SaveChannelUseCase } from './save-channel.use-case.ts';
export { signWebhook } from './webhook-signature.ts';
