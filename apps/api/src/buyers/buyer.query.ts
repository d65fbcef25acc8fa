import type { GradeResult } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { z } from 'zod';
import { toConnection } from '../platform/graphql/connection.ts';
import { decodeCursor, encodeCursor } from '../platform/graphql/cursor.ts';
import {
  Buyer,
  BuyerContact,
  BuyerIdentity,
  type BuyerOrder,
  type BuyerOrderConnection,
  type OrderSummary,
  type TimelineEvent,
} from './buyer.model.ts';
import { explainGrade } from './explain-grade.ts';

/** Tag by rule (spec crm, Tags): the first paid order, then the second and later ones. */
export const TAGS_COLUMN = `case when b.order_count >= 2 then '{repeat}' when b.order_count = 1 then '{firstOrder}' else '{}' end::text[] as tags`;

/** One buyer; null when there is none. */
export async function queryBuyer(database: TenantDatabase, ctx: TenantContext, id: string): Promise<Buyer | null> {
  const [row] = await database.query<Buyer & { grading: GradeResult | null }>(
    ctx,
    `select b.id, b.name, b.company, b.country, b.language, b.employees, b.web_site as "webSite", b.company_type as "companyType", b.grade,
       b.platform_level as "platformLevel", b.grading, ${TAGS_COLUMN}, b.created_at as "createdAt", b.last_contact_at as "lastContactAt", b.owner_id as "ownerId"
     from buyers b where b.workspace_id = $1 and b.id = $2`,
    [ctx.workspaceId, id],
    { name: 'buyer' },
  );
  if (!row) return null;
  const { grading, ...plain } = row;
  return Object.assign(new Buyer(), plain, { gradeExplanation: grading && explainGrade(grading) });
}

/** How each channel knows the buyer. */
export function queryIdentities(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerId: string,
): Promise<BuyerIdentity[]> {
  return database.query<BuyerIdentity>(
    ctx,
    `select i.id, ch.name as "channelName", i.external_id as "externalId", i.platform_level as "platformLevel", i.display_name as "displayName"
     from buyer_identities i join channels ch on ch.workspace_id = i.workspace_id and ch.id = i.channel_id
     where i.workspace_id = $1 and i.buyer_id = $2 order by i.created_at, i.id`,
    [ctx.workspaceId, buyerId],
  );
}

/** People at the buyer. */
export function queryContacts(database: TenantDatabase, ctx: TenantContext, buyerId: string): Promise<BuyerContact[]> {
  return database.query<BuyerContact>(
    ctx,
    `select id, name, email, phone from buyer_contacts where workspace_id = $1 and buyer_id = $2 order by created_at, id`,
    [ctx.workspaceId, buyerId],
  );
}

/** Paid orders in short. The gap is the median over distinct order days, so that two orders of one day make no gap of zero. */
export async function queryOrderSummary(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerId: string,
): Promise<OrderSummary> {
  const [row] = await database.query<{
    count: number;
    total: string;
    currency: string;
    lastOrderAt: Date | null;
    usualGapDays: number | null;
  }>(
    ctx,
    `select count(o.id)::int as count, coalesce(sum(o.base_total_minor), 0)::text as total, w.base_currency as currency, max(o.paid_at) as "lastOrderAt",
       (select round(percentile_cont(0.5) within group (order by gap))::int from (
          select day - lag(day) over (order by day) as gap from (
            select distinct (placed_at at time zone w.time_zone)::date as day from orders
            where workspace_id = $1 and buyer_id = $2 and paid_at is not null and cancelled_at is null) days) gaps where gap is not null) as "usualGapDays"
     from workspaces w
     left join orders o on o.workspace_id = w.id and o.buyer_id = $2 and o.paid_at is not null and o.cancelled_at is null
     where w.id = $1 group by w.id`,
    [ctx.workspaceId, buyerId],
  );
  const { total, currency, ...rest } = row!;
  return { ...rest, total: { minor: total, currency } };
}

const ORDER_CURSOR = z.tuple([z.iso.datetime(), z.uuid()]);

/** The buyer's orders, newest first. */
export async function queryOrders(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerId: string,
  page: { first: number; after?: string },
): Promise<BuyerOrderConnection> {
  const [placedAt, id] = page.after ? decodeCursor(page.after, ORDER_CURSOR) : [null, null];
  const rows = await database.query<Omit<BuyerOrder, 'total'> & { minor: string; currency: string }>(
    ctx,
    `select id, external_id as "externalId", state, placed_at as "placedAt", total_minor as minor, currency from orders
     where workspace_id = $1 and buyer_id = $2 and ($3::timestamptz is null or (placed_at, id) < ($3, $4::uuid))
     order by placed_at desc, id desc limit $5`,
    [ctx.workspaceId, buyerId, placedAt, id, page.first + 1],
  );
  const orders = rows.map(({ minor, currency, ...row }) => ({ ...row, total: { minor, currency } }));
  return toConnection(orders, page, (row) => encodeCursor([row.placedAt.toISOString(), row.id]));
}

/** The buyer's part of the event log, newest first. */
export function queryTimeline(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerId: string,
  page: { first: number; before: bigint | null },
): Promise<TimelineEvent[]> {
  return database.query<TimelineEvent>(
    ctx,
    `select e.position::text as position, e.at, e.verb, e.actor_kind as "actorKind",
       case e.actor_kind when 'member' then m.name when 'channel' then ch.name when 'api_key' then k.name end as "actorName",
       e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.conversation_id as "conversationId", e.data
     from events e
     left join members m on m.workspace_id = e.workspace_id and m.id = e.actor_id
     left join channels ch on ch.workspace_id = e.workspace_id and ch.id = e.actor_id
     left join api_keys k on k.workspace_id = e.workspace_id and k.id = e.actor_id
     where e.workspace_id = $1 and e.buyer_id = $2 and ($3::bigint is null or e.position < $3) order by e.position desc limit $4`,
    [ctx.workspaceId, buyerId, page.before?.toString() ?? null, page.first],
  );
}
