import { Injectable } from '@nestjs/common';
import { TenantDatabase, type TenantContext } from '@dangol/db';
import { LRUCache } from 'lru-cache';

/** "When something last came in" is right to the minute; a row that every message updates would make them wait for each other. */
const RIGHT_TO_MS = 60_000;

/** Keeps when something last came in through a channel. */
@Injectable()
export class ChannelPulse {
  private readonly noted = new LRUCache<string, number>({ max: 10_000 });

  constructor(private readonly database: TenantDatabase) {}

  /** Belongs into the unit that takes the message in; costs nothing but once a minute. */
  async beat(ctx: TenantContext, channelId: string, now: Date): Promise<void> {
    const before = this.noted.get(channelId);
    if (before !== undefined && now.getTime() - before < RIGHT_TO_MS) return;
    this.noted.set(channelId, now.getTime());
    await this.database.query(
      ctx,
      `update channels set last_received_at = $3 where workspace_id = $1 and id = $2 and (last_received_at is null or last_received_at < $4)`,
      [ctx.workspaceId, channelId, now, new Date(now.getTime() - RIGHT_TO_MS)],
      { name: 'channel-pulse' },
    );
  }
}
