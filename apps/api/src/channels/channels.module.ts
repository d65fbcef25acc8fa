import { Module } from '@nestjs/common';
import { ChannelsResolver } from './channels.resolver.ts';
import { DeliverToChannel } from './deliver-to-channel.ts';
import { DeliveryRate } from './delivery-rate.ts';
import { DemoAdapter } from './demo.adapter.ts';
import { InboundExceptionsResolver } from './inbound-exceptions.resolver.ts';
import { InboundRoute } from './inbound.route.ts';
import { OutboundAddresses } from './outbound-addresses.ts';
import { ReceiveMessageUseCase } from './receive-message.use-case.ts';
import { SaveChannelUseCase } from './save-channel.use-case.ts';
import { SettleExceptionUseCase } from './settle-exception.use-case.ts';
import { WebhookAdapter } from './webhook.adapter.ts';

/** Where inquiries come from and replies go to. */
@Module({
  providers: [
    ChannelsResolver,
    DeliverToChannel,
    DeliveryRate,
    DemoAdapter,
    InboundExceptionsResolver,
    InboundRoute,
    OutboundAddresses,
    ReceiveMessageUseCase,
    SaveChannelUseCase,
    SettleExceptionUseCase,
    WebhookAdapter,
  ],
  exports: [DeliverToChannel, ReceiveMessageUseCase],
})
export class ChannelsModule {}
