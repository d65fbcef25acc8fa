import type { TenantContext, TenantDatabase } from '@dangol/db';
import { ChannelStatus, type Channel } from './channel.model.ts';
import { queryChannels } from './list-channels.query.ts';

const DAY_MS = 86_400_000;
/** A channel is called quiet after a week without anything. */
const QUIET_AFTER_MS = 7 * DAY_MS;
/** But only one that brought a message a week on average in the four weeks before: a rare one is not expected to. */
const EXPECTED = { messages: 4, withinMs: 28 * DAY_MS };

/** When a channel that should bring something brought the last; null while nothing is odd. Asks only of channels silent for a week. */
export async function queryQuietSince(
  database: TenantDatabase,
  ctx: TenantContext,
  { id, kind, status, lastReceivedAt }: Channel,
  now: Date,
): Promise<Date | null> {
  const comesByItself = kind === 'webhook' || kind === 'email';
  if (!comesByItself || status === 'paused' || !lastReceivedAt) return null;
  if (now.getTime() - lastReceivedAt.getTime() < QUIET_AFTER_MS) return null;
  const [row] = await database.query<{ expected: boolean }>(
    ctx,
    `select count(*) >= $4 as expected from (
       select 1 from inbound_messages where workspace_id = $1 and channel_id = $2 and status = 'applied' and received_at > $3 and received_at <= $5 limit $4) received`,
    [ctx.workspaceId, id, since(lastReceivedAt, EXPECTED.withinMs), EXPECTED.messages, since(lastReceivedAt, -60_000)],
  );
  return row!.expected ? lastReceivedAt : null;
}

function since(at: Date, ms: number): Date {
  return new Date(at.getTime() - ms);
}

/** The channels that somebody must look after: those that fail, and those that have fallen silent. */
export async function queryChannelsInTrouble(
  database: TenantDatabase,
  ctx: TenantContext,
  now: Date,
): Promise<Channel[]> {
  const troubled: Channel[] = [];
  for (const channel of await queryChannels(database, ctx))
    if (channel.status === ChannelStatus.FAILING || (await queryQuietSince(database, ctx, channel, now)))
      troubled.push(channel);
  return troubled;
}
