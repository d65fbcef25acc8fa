import { Injectable } from '@nestjs/common';
import type { ChannelAdapter, ChannelHealth, DeliveryOutcome } from './channel-adapter.ts';

/** The demo workspace's channels: every reply is accepted and nothing leaves this machine. The screen says so. */
@Injectable()
export class DemoAdapter implements ChannelAdapter {
  deliver(): Promise<DeliveryOutcome> {
    return Promise.resolve({ accepted: true });
  }

  check(): Promise<ChannelHealth> {
    return Promise.resolve({ well: true });
  }
}
