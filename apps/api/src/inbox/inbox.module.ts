import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments/index.ts';
import { BuyersModule } from '../buyers/index.ts';
import { ChannelsModule } from '../channels/index.ts';
import { PipelineModule } from '../pipeline/index.ts';
import { ResourcesModule } from '../resources/index.ts';
import { SlaModule } from '../sla/index.ts';
import { ApplyInboundMessageJob } from './apply-inbound-message.job.ts';
import { ArrangeConversationUseCase } from './arrange-conversation.use-case.ts';
import { BuyerConversationsResolver } from './buyer-conversations.resolver.ts';
import { ChangeDeliveryUseCase } from './change-delivery.use-case.ts';
import { ConversationActsResolver } from './conversation-acts.resolver.ts';
import { ConversationResolver, ThreadMovedResolver } from './conversation.resolver.ts';
import { DeliverReplyJob } from './deliver-reply.job.ts';
import { EndInquiryUseCase } from './end-inquiry.use-case.ts';
import { InboundAttachments } from './inbound-attachments.ts';
import { InboxResolver } from './inbox.resolver.ts';
import { OpenThreads } from './open-threads.ts';
import { RepliesResolver } from './replies.resolver.ts';
import { ReplyAttachments } from './reply-attachments.ts';
import { SaveReplyDraftUseCase } from './save-reply-draft.use-case.ts';
import { SendReplyUseCase } from './send-reply.use-case.ts';
import { TakeInMessagesUseCase } from './take-in-messages.use-case.ts';
import { ThreadMessagesUseCase } from './thread-messages.use-case.ts';

/** Conversations: how messages get in, how replies get out, and the queue between. */
@Module({
  imports: [AttachmentsModule, BuyersModule, ChannelsModule, PipelineModule, ResourcesModule, SlaModule],
  providers: [
    ApplyInboundMessageJob,
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
    RepliesResolver,
    ReplyAttachments,
    SaveReplyDraftUseCase,
    SendReplyUseCase,
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
