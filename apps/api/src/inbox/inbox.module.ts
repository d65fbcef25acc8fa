import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments/index.ts';
import { BuyersModule } from '../buyers/index.ts';
import { ChannelsModule } from '../channels/index.ts';
import { PipelineModule } from '../pipeline/index.ts';
import { ResourcesModule } from '../resources/index.ts';
import { SlaModule } from '../sla/index.ts';
import { RingAlarmsJob } from './alarms/ring-alarms.job.ts';
import { AcknowledgeInquiryJob } from './acknowledgements/acknowledge-inquiry.job.ts';
import { AskForAcknowledgements } from './acknowledgements/ask-for-acknowledgements.ts';
import { ApplyDeliveriesUseCase } from './apply-deliveries.use-case.ts';
import { ApplyInboundMessageJob } from './apply-inbound-message.job.ts';
import { ArrangeConversationUseCase } from './arrange-conversation.use-case.ts';
import { BuyerConversationsResolver } from './buyer-conversations.resolver.ts';
import { ChangeDeliveryUseCase } from './change-delivery.use-case.ts';
import { ConversationActsResolver } from './conversation-acts.resolver.ts';
import { ConversationResolver, ThreadMovedResolver } from './conversation.resolver.ts';
import { DeliverReplyJob } from './deliver-reply.job.ts';
import { EndInquiryUseCase } from './end-inquiry.use-case.ts';
import { HandEntryResolver } from './hand-entry/hand-entry.resolver.ts';
import { LogCallUseCase } from './hand-entry/log-call.use-case.ts';
import { RecordInquiryUseCase } from './hand-entry/record-inquiry.use-case.ts';
import { InboundAttachments } from './inbound-attachments.ts';
import { InboxResolver } from './inbox.resolver.ts';
import { ApplyMailReport } from './mail/apply-mail-report.ts';
import { ApplyMailUseCase } from './mail/apply-mail.use-case.ts';
import { TakeInMail } from './mail/take-in-mail.ts';
import { MessageHtml } from './message-html.ts';
import { ConversationMessageResolver, MessageHtmlResolver } from './message-html.resolver.ts';
import { OpenThreads } from './open-threads.ts';
import { QueueActsResolver } from './queue-acts.resolver.ts';
import { RepliesResolver } from './replies.resolver.ts';
import { ReplyAttachments } from './reply-attachments.ts';
import { SaveReplyDraftUseCase } from './save-reply-draft.use-case.ts';
import { SendReplyUseCase } from './send-reply.use-case.ts';
import { SetTopicUseCase } from './set-topic.use-case.ts';
import { SnoozeConversationUseCase } from './snooze-conversation.use-case.ts';
import { TakeInMessagesUseCase } from './take-in-messages.use-case.ts';
import { ThreadMessagesUseCase } from './thread-messages.use-case.ts';

/** Conversations: how messages get in, how replies get out, and the queue between. */
@Module({
  imports: [AttachmentsModule, BuyersModule, ChannelsModule, PipelineModule, ResourcesModule, SlaModule],
  providers: [
    AcknowledgeInquiryJob,
    AskForAcknowledgements,
    ConversationMessageResolver,
    HandEntryResolver,
    LogCallUseCase,
    MessageHtml,
    MessageHtmlResolver,
    RecordInquiryUseCase,
    ApplyDeliveriesUseCase,
    ApplyInboundMessageJob,
    ApplyMailReport,
    ApplyMailUseCase,
    ArrangeConversationUseCase,
    ChangeDeliveryUseCase,
    BuyerConversationsResolver,
    ConversationActsResolver,
    ConversationResolver,
    DeliverReplyJob,
    EndInquiryUseCase,
    InboundAttachments,
    InboxResolver,
    OpenThreads,
    QueueActsResolver,
    RepliesResolver,
    RingAlarmsJob,
    ReplyAttachments,
    SaveReplyDraftUseCase,
    SendReplyUseCase,
    SetTopicUseCase,
    SnoozeConversationUseCase,
    TakeInMail,
    TakeInMessagesUseCase,
    ThreadMessagesUseCase,
    ThreadMovedResolver,
  ],
  exports: [
    ChangeDeliveryUseCase,
    TakeInMessagesUseCase,
    SendReplyUseCase,
    EndInquiryUseCase,
    ArrangeConversationUseCase,
  ],
})
export class InboxModule {}
