import type { BuyerGrade, PlatformLevel } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';

/** A conversation with all that decides how its clocks run, besides its log. */
export interface ServedConversation {
  id: string;
  channelId: string;
  buyerId: string;
  platform: string;
  /** Zone of the platform's day. */
  zone: string;
  excludedSenders: string[];
  /** The buyer's ids on the channel; read only where the channel leaves senders out. */
  externalIds: string[];
  grade: BuyerGrade | null;
  level: PlatformLevel | null;
  calendarId: string;
  policyId: string;
}

/** The calendar in which a channel is measured now: the newest of its own, or of the workspace. `ch` is the channel's row. */
export const CURRENT_CALENDAR = `coalesce(
  case when ch.own_hours then (
    select id from business_calendars where workspace_id = $1 and channel_id = ch.id order by version desc limit 1) end,
  (select id from business_calendars where workspace_id = $1 and channel_id is null order by version desc limit 1))`;

const SERVED = `
  select c.id, c.channel_id as "channelId", c.buyer_id as "buyerId", ch.platform, coalesce(ch.platform_zone, w.time_zone) as zone,
    ch.excluded_senders as "excludedSenders", b.grade, b.platform_level as level,
    case when ch.excluded_senders = '{}' then '{}'::text[] else array(
      select i.external_id from buyer_identities i
      where i.workspace_id = $1 and i.buyer_id = c.buyer_id and i.channel_id = c.channel_id) end as "externalIds",
    ${CURRENT_CALENDAR} as "calendarId",
    (select id from sla_policies where workspace_id = $1 order by version desc limit 1) as "policyId"
  from conversations c
  join workspaces w on w.id = c.workspace_id
  join channels ch on ch.workspace_id = c.workspace_id and ch.id = c.channel_id
  join buyers b on b.workspace_id = c.workspace_id and b.id = c.buyer_id
  where c.workspace_id = $1`;

/** Locks conversations, in one order whoever asks, and reads what serves them. */
export function lockServedConversations(
  database: TenantDatabase,
  ctx: TenantContext,
  ids: readonly string[],
): Promise<ServedConversation[]> {
  return database.query<ServedConversation>(
    ctx,
    `${SERVED} and c.id = any ($2::uuid[]) order by c.id for update of c`,
    [ctx.workspaceId, ids],
    { name: 'served-conversations' },
  );
}

/** The same of all conversations of some buyers. */
export function lockConversationsOfBuyers(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerIds: readonly string[],
): Promise<ServedConversation[]> {
  return database.query<ServedConversation>(
    ctx,
    `${SERVED} and c.buyer_id = any ($2::uuid[]) order by c.id for update of c`,
    [ctx.workspaceId, buyerIds],
    { name: 'conversations-of-buyers' },
  );
}
