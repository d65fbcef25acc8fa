import { Module } from '@nestjs/common';
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
import { InboxResolver } from './inbox.resolver.ts';
import { RepliesResolver } from './replies.resolver.ts';
import { SaveReplyDraftUseCase } from './save-reply-draft.use-case.ts';
import { SendReplyUseCase } from './send-reply.use-case.ts';
import { ThreadMessageUseCase } from './thread-message.use-case.ts';

/** Conversations: how messages get in, how replies get out, and the queue between. */
@Module({
  imports: [BuyersModule, ChannelsModule, PipelineModule, ResourcesModule, SlaModule],
  providers: [
    ApplyInboundMessageJob,
    ArrangeConversationUseCase,
    ChangeDeliveryUseCase,
    BuyerConversationsResolver,
    ConversationActsResolver,
    ConversationResolver,
    DeliverReplyJob,
    EndInquiryUseCase,
    InboxResolver,
    RepliesResolver,
    SaveReplyDraftUseCase,
    SendReplyUseCase,
    ThreadMessageUseCase,
    ThreadMovedResolver,
  ],
  exports: [SendReplyUseCase, EndInquiryUseCase, ArrangeConversationUseCase],
})
export class InboxModule {}
