import { Injectable } from '@nestjs/common';
import { ChannelsRepository, EventLog, UnitOfWork, type TenantContext } from '@dangol/db';
import type { ConnectionFailure } from '../connection-failure.ts';

/** Begins the status of a channel whose mailbox cannot be read; sending that works does not end it. */
const READING = 'IMAP ';

/** Whether the status of a channel is about reading, so that only reading may end it. */
export function isAboutReading(statusDetail: string | null): boolean {
  return statusDetail?.startsWith(READING) ?? false;
}

/** Says on the channel whether its mailbox can be read. A channel that cannot never looks active. */
@Injectable()
export class MailboxStanding {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly channels: ChannelsRepository,
    private readonly events: EventLog,
  ) {}

  async failing(ctx: TenantContext, channelId: string, { reason, message }: ConnectionFailure): Promise<void> {
    const statusDetail = `${READING}${reason}: ${message}`;
    await this.unitOfWork.run(ctx, async () => {
      const channel = await this.channels.findById(ctx, channelId, { lock: true });
      if (!channel || channel.status === 'paused' || channel.statusDetail === statusDetail) return;
      await this.channels.update(ctx, channelId, { status: 'failing', statusDetail });
      const data = { server: 'imap', reason };
      this.events.append(ctx, { verb: 'channel.failing', subjectKind: 'channel', subjectId: channelId, data });
    });
  }

  async well(ctx: TenantContext, channelId: string): Promise<void> {
    await this.unitOfWork.run(ctx, async () => {
      const channel = await this.channels.findById(ctx, channelId, { lock: true });
      if (channel?.status !== 'failing' || !isAboutReading(channel.statusDetail)) return;
      await this.channels.update(ctx, channelId, { status: 'active', statusDetail: null });
      this.events.append(ctx, { verb: 'channel.recovered', subjectKind: 'channel', subjectId: channelId });
    });
  }
}
