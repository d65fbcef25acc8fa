import { Injectable } from '@nestjs/common';
import { JobQueue, TenantDatabase, type TenantContext } from '@dangol/db';
import { ACKNOWLEDGE_INQUIRY } from './acknowledge-inquiry.task-name.ts';

/** Asks for the automatic acknowledgement of messages that have just come in, where the channel has one. */
@Injectable()
export class AskForAcknowledgements {
  constructor(
    private readonly database: TenantDatabase,
    private readonly jobs: JobQueue,
  ) {}

  /** Belongs into the unit that takes the messages in. What decides is read when the job runs, seconds later. */
  async execute(ctx: TenantContext, channelId: string, messageIds: readonly string[]): Promise<void> {
    if (messageIds.length === 0) return;
    const [channel] = await this.database.query<{ on: boolean }>(
      ctx,
      `select coalesce((auto_reply ->> 'enabled')::boolean, false) as on from channels where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, channelId],
      { name: 'channel-acknowledges' },
    );
    if (!channel?.on) return;
    for (const messageId of messageIds)
      await this.jobs.enqueue(ctx, { task: ACKNOWLEDGE_INQUIRY, payload: { messageId }, key: messageId });
  }
}
