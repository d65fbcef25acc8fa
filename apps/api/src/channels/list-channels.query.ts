import type { ChannelEntity, TenantContext, TenantDatabase } from '@dangol/db';
import { canSend } from './can-send.ts';
import { encodeChannelKey } from './channel-key.ts';
import type { Channel } from './channel.model.ts';

type Row = Pick<
  ChannelEntity,
  | 'id'
  | 'name'
  | 'kind'
  | 'platform'
  | 'status'
  | 'statusDetail'
  | 'deliveryUrl'
  | 'createdAt'
  | 'ownHours'
  | 'platformZone'
  | 'meanTargetMinutes'
  | 'excludedSenders'
  | 'autoMode'
  | 'autoReply'
  | 'mail'
  | 'lastReceivedAt'
> & { exceptionCount: number };

/** What a channel answers by itself while nobody has said anything about it. */
const NO_AUTO_REPLY = { enabled: false, onlyOutOfHours: true, texts: [] };

/** The workspace's channels by name, or the one asked for. */
export async function queryChannels(database: TenantDatabase, ctx: TenantContext, id?: string): Promise<Channel[]> {
  const rows = await database.query<Row>(
    ctx,
    `select c.id, c.name, c.kind, c.platform, c.status, c.status_detail as "statusDetail", c.delivery_url as "deliveryUrl", c.created_at as "createdAt",
       c.own_hours as "ownHours", c.platform_zone as "platformZone", c.mean_target_minutes as "meanTargetMinutes", c.excluded_senders as "excludedSenders",
       c.auto_mode as "autoMode", c.auto_reply as "autoReply", c.mail, c.last_received_at as "lastReceivedAt",
       (select count(*)::int from inbound_messages i where i.workspace_id = c.workspace_id and i.channel_id = c.id and i.status in ('failed', 'rejected')) as "exceptionCount"
     from channels c where c.workspace_id = $1 and ($2::uuid is null or c.id = $2) order by c.name, c.id`,
    [ctx.workspaceId, id ?? null],
  );
  return rows.map(
    (row) =>
      ({
        ...row,
        autoReply: row.autoReply ?? NO_AUTO_REPLY,
        canSend: canSend(row),
        key: encodeChannelKey({ workspaceId: ctx.workspaceId, channelId: row.id }),
      }) as Channel,
  );
}
