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
import type { Permission } from '../platform/permissions/permissions.ts';
import { explainGrade } from './grading/explain-grade.ts';
import { TAGS_COLUMN } from './list/buyer-row.columns.ts';

const BUYER_COLUMNS = `b.id, b.name, b.company, b.country, b.language, b.time_zone as "timeZone", b.address, b.employees,
  b.annual_purchase_minor::text as "annualPurchaseMinor", w.base_currency as "baseCurrency", b.web_site as "webSite",
  b.company_type as "companyType", b.links, b.custom, b.grade, b.computed_grade as "computedGrade", b.platform_level as "platformLevel",
  b.grading, ${TAGS_COLUMN}, b.stage, b.stage_since as "stageSince", b.created_at as "createdAt", b.last_contact_at as "lastContactAt",
  b.erased_at as "erasedAt", b.owner_id as "ownerId"`;

/** Who reads a buyer: without `permissions` it is the product itself. */
export type BuyerReader = TenantContext & { readonly permissions?: ReadonlySet<Permission> };

/** One buyer; of one that was merged away the buyer that it was merged into; null when there is none. */
export async function queryBuyer(database: TenantDatabase, ctx: BuyerReader, id: string): Promise<Buyer | null> {
  const read = (buyerId: string) =>
    database.query<Buyer & StoredParts>(
      ctx,
      `select ${BUYER_COLUMNS} from buyers b join workspaces w on w.id = b.workspace_id where b.workspace_id = $1 and b.id = $2`,
      [ctx.workspaceId, buyerId],
      { name: 'buyer' },
    );
  let [row] = await read(id);
  if (!row) {
    const [merge] = await database.query<{ keptId: string }>(
      ctx,
      `select kept_id as "keptId" from buyer_merges where workspace_id = $1 and merged_id = $2 and undone_at is null limit 1`,
      [ctx.workspaceId, id],
    );
    if (merge) [row] = await read(merge.keptId);
  }
  if (!row) return null;
  const { grading, annualPurchaseMinor, baseCurrency, ...plain } = row;
  return Object.assign(new Buyer(), plain, {
    gradeExplanation: grading && explainGrade(grading),
    annualPurchase: annualPurchaseMinor === null ? null : { minor: annualPurchaseMinor, currency: baseCurrency },
    contactsHidden: ctx.permissions !== undefined && !ctx.permissions.has('contact:read'),
    mergedInto: null,
  });
}

interface StoredParts {
  grading: GradeResult | null;
  annualPurchaseMinor: string | null;
  baseCurrency: string;
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
    `select id, name, email, phone, language, time_zone as "timeZone" from buyer_contacts where workspace_id = $1 and buyer_id = $2 order by created_at, id`,
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
            where workspace_id = $1 and buyer_id = $2 and paid_at is not null and cancelled_at is null and not is_sample) days) gaps where gap is not null) as "usualGapDays"
     from workspaces w
     left join orders o on o.workspace_id = w.id and o.buyer_id = $2 and o.paid_at is not null and o.cancelled_at is null and not o.is_sample
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

/** The buyer's part of the event log and that of buyers merged into it, newest first. */
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
     where e.workspace_id = $1 and e.buyer_id = any (array(select $2::uuid
       union all select g.merged_id from buyer_merges g where g.workspace_id = $1 and g.kept_id = $2 and g.undone_at is null)) and ($3::bigint is null or e.position < $3) order by e.position desc limit $4`,
    [ctx.workspaceId, buyerId, page.before?.toString() ?? null, page.first],
  );
}
