import type { TenantContext, TenantDatabase } from '@dangol/db';
import { queryBuyerRows } from '../buyers/index.ts';
import { Announcement, AnnouncementRecipient } from './announcement.model.ts';

/** Announcements on the list; a team makes a few a month. */
const MOST_LISTED = 200;

/** `r` is a recipient whose message has left or is leaving, `m` the message. Replies count for 30 days, orders for 90. */
const REPLIED_AT = `(select min(x.sent_at) from messages x join conversations xc on xc.workspace_id = x.workspace_id and xc.id = x.conversation_id
    where x.workspace_id = r.workspace_id and xc.buyer_id = r.buyer_id and x.direction = 'inbound'
      and x.sent_at > m.sent_at and x.sent_at <= m.sent_at + interval '30 days')`;
const ORDERS_AFTER = `o.workspace_id = r.workspace_id and o.buyer_id = r.buyer_id and o.cancelled_at is null and not o.is_sample
    and o.paid_at > m.sent_at and o.paid_at <= m.sent_at + interval '90 days'`;
const SENT = `m.delivery_status is distinct from 'cancelled'`;

const ANNOUNCEMENT_COLUMNS = `a.id, a.name, a.text, a.state, a.segment ->> 'search' as search, coalesce(a.segment -> 'filter', '{}') as filter,
  a.created_at as "createdAt", a.sent_at as "sentAt", a.sent_by as "sentById",
  coalesce((select json_agg(json_build_object('id', p.id, 'code', p.code, 'name', coalesce(p.names ->> $3, p.names ->> 'en', p.names ->> 'ko', p.code)) order by p.code)
    from announcement_products l join products p on p.workspace_id = l.workspace_id and p.id = l.product_id
    where l.workspace_id = a.workspace_id and l.announcement_id = a.id), '[]') as products,
  (select count(*)::int from announcement_recipients r where r.workspace_id = a.workspace_id and r.announcement_id = a.id and r.state = 'ready') as "readyCount",
  (select count(*)::int from announcement_recipients r where r.workspace_id = a.workspace_id and r.announcement_id = a.id and r.state = 'skipped') as "skippedCount",
  outcome.*`;
const OUTCOME = `cross join lateral (
  select count(*)::int as "sentCount", count(*) filter (where ${REPLIED_AT} is not null)::int as "repliedCount",
    count(*) filter (where exists (select from orders o where ${ORDERS_AFTER}))::int as "orderedCount",
    coalesce(bool_or(m.delivery_status = 'queued'), false) as "canTakeBack",
    coalesce((select json_agg(json_build_object('currency', t.currency, 'minor', t.total::text) order by t.currency)
      from (select o.currency, sum(o.total_minor) as total from announcement_recipients r
        join messages m on m.workspace_id = r.workspace_id and m.id = r.message_id and ${SENT}
        join orders o on ${ORDERS_AFTER}
        where r.workspace_id = a.workspace_id and r.announcement_id = a.id group by o.currency) t), '[]') as "orderedTotals"
  from announcement_recipients r join messages m on m.workspace_id = r.workspace_id and m.id = r.message_id and ${SENT}
  where r.workspace_id = a.workspace_id and r.announcement_id = a.id) outcome`;

type Stored = Omit<Announcement, 'orderedTotals'> & { orderedTotals: { currency: string; minor: string }[] };

/** Who reads announcements; the account says in which language products are named. */
type Reader = TenantContext & { readonly account?: { readonly language: string } | null };

/** The announcements, newest first; or the one with the id. */
export async function queryAnnouncements(
  database: TenantDatabase,
  ctx: Reader,
  id: string | null = null,
): Promise<Announcement[]> {
  const rows = await database.query<Stored>(
    ctx,
    `select ${ANNOUNCEMENT_COLUMNS} from announcements a ${OUTCOME}
     where a.workspace_id = $1 and ($2::uuid is null or a.id = $2) order by a.created_at desc, a.id limit ${MOST_LISTED}`,
    [ctx.workspaceId, id, ctx.account?.language ?? 'en'],
  );
  return rows.map((row) =>
    Object.assign(new Announcement(), row, {
      orderedTotals: row.orderedTotals.map(({ currency, minor }) => ({ currency, minor: BigInt(minor) })),
    }),
  );
}

/** The buyers of an announcement, those who cannot be written to last; or the recipient with the id. */
export async function queryRecipients(
  database: TenantDatabase,
  ctx: TenantContext,
  of: { announcementId: string } | { recipientId: string },
): Promise<AnnouncementRecipient[]> {
  const byId = 'recipientId' in of;
  const rows = await database.query<Omit<AnnouncementRecipient, 'buyer'>>(
    ctx,
    `select r.id, r.buyer_id as "buyerId", r.text, r.state, r.skip_reason as "skipReason", r.conversation_id as "conversationId",
       m.delivery_status as "deliveryStatus", case when m.id is not null then ${REPLIED_AT} end as "repliedAt",
       (select count(*)::int from orders o where m.id is not null and ${ORDERS_AFTER}) as "ordersAfter"
     from announcement_recipients r join buyers b on b.workspace_id = r.workspace_id and b.id = r.buyer_id
     left join messages m on m.workspace_id = r.workspace_id and m.id = r.message_id and ${SENT}
     where r.workspace_id = $1 and ${byId ? 'r.id' : 'r.announcement_id'} = $2
     order by r.state = 'skipped' and r.skip_reason <> 'by_hand', b.grade_rank, b.level_rank, r.id`,
    [ctx.workspaceId, byId ? of.recipientId : of.announcementId],
  );
  const buyers = await queryBuyerRows(
    database,
    ctx,
    rows.map(({ buyerId }) => buyerId),
  );
  return rows.map((row) => Object.assign(new AnnouncementRecipient(), row, { buyer: buyers.get(row.buyerId)! }));
}
