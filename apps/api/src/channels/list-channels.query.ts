import type { ChannelEntity, TenantContext, TenantDatabase } from '@dangol/db';
import { encodeChannelKey } from './channel-key.ts';
import type { Channel } from './channel.model.ts';

interface Row {
  id: string;
  name: string;
  kind: ChannelEntity['kind'];
  platform: ChannelEntity['platform'];
  status: ChannelEntity['status'];
  statusDetail: string | null;
  deliveryUrl: string | null;
  exceptionCount: number;
  createdAt: Date;
}

/** The workspace's channels by name, or the one asked for. */
export async function queryChannels(database: TenantDatabase, ctx: TenantContext, id?: string): Promise<Channel[]> {
  const rows = await database.query<Row>(
    ctx,
    `select c.id, c.name, c.kind, c.platform, c.status, c.status_detail as "statusDetail", c.delivery_url as "deliveryUrl", c.created_at as "createdAt",
       (select count(*)::int from inbound_messages i where i.workspace_id = c.workspace_id and i.channel_id = c.id and i.status in ('failed', 'rejected')) as "exceptionCount"
     from channels c where c.workspace_id = $1 and ($2::uuid is null or c.id = $2) order by c.name, c.id`,
    [ctx.workspaceId, id ?? null],
  );
  return rows.map(
    (row) => ({ ...row, key: encodeChannelKey({ workspaceId: ctx.workspaceId, channelId: row.id }) }) as Channel,
  );
}
