import { Module } from '@nestjs/common';
import { SlaModule } from '../sla/index.ts';
import { ChannelPulse } from './channel-pulse.ts';
import { ChannelsResolver } from './channels.resolver.ts';
import { DeliverToChannel } from './deliver-to-channel.ts';
import { DeliveryRate } from './delivery-rate.ts';
import { DemoAdapter } from './demo.adapter.ts';
import { InboundExceptionsResolver } from './inbound-exceptions.resolver.ts';
import { InboundRoute } from './inbound.route.ts';
import { MAIL_PROVIDERS } from './mail/mail.providers.ts';
import { MailThreads } from './mail/mail-threads.ts';
import { MailSuppressions } from './mail/suppression/mail-suppressions.ts';
import { OutboundAddresses } from './outbound-addresses.ts';
import { ReceiveMessageUseCase } from './receive-message.use-case.ts';
import { SaveChannelRulesUseCase } from './save-channel-rules.use-case.ts';
import { SaveChannelUseCase } from './save-channel.use-case.ts';
import { SettleExceptionUseCase } from './settle-exception.use-case.ts';
import { WebhookAdapter } from './webhook.adapter.ts';

/** Where inquiries come from and replies go to. */
@Module({
  imports: [SlaModule],
  providers: [
    ...MAIL_PROVIDERS,
    ChannelPulse,
    ChannelsResolver,
    DeliverToChannel,
    DeliveryRate,
    DemoAdapter,
    InboundExceptionsResolver,
    InboundRoute,
    OutboundAddresses,
    ReceiveMessageUseCase,
    SaveChannelRulesUseCase,
    SaveChannelUseCase,
    SettleExceptionUseCase,
    WebhookAdapter,
  ],
  exports: [ChannelPulse, DeliverToChannel, MailSuppressions, MailThreads, ReceiveMessageUseCase],
})
export class ChannelsModule {}
