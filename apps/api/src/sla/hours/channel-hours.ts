import { Injectable } from '@nestjs/common';
import type { TenantContext } from '@dangol/db';
import { CalendarVersions } from '../../workspaces/index.ts';

/** Hours of a channel of its own. */
@Injectable()
export class ChannelHours {
  constructor(private readonly calendars: CalendarVersions) {}

  /** Gives a channel hours of its own as a copy of the workspace's; one that had some takes them up again. In the caller's unit. */
  start(ctx: TenantContext, channelId: string): Promise<void> {
    return this.calendars.startChannel(ctx, channelId);
  }
}
