import type { TenantContext, TenantDatabase } from '@dangol/db';
import type { KnownLine } from './plan-lines.ts';

/** An order that lines belong to. */
export interface LineOrder {
  readonly id: string;
  readonly number: string;
  readonly buyerId: string;
  readonly currency: string;
  readonly placedAt: Date;
  readonly totalMinor: bigint;
  /** This import made it, so its total is the sum of its lines. */
  readonly ours: boolean;
}

/** The orders of these numbers. */
export async function queryLineOrders(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  numbers: readonly string[],
): Promise<Map<string, LineOrder>> {
  const rows = await database.query<Omit<LineOrder, 'totalMinor'> & { totalMinor: string }>(
    ctx,
    `select id, external_id as number, buyer_id as "buyerId", currency, placed_at as "placedAt", total_minor as "totalMinor",
       import_id is not distinct from $3::uuid as ours
     from orders where workspace_id = $1 and external_id = any ($2::text[])`,
    [ctx.workspaceId, numbers, importId],
  );
  return new Map(rows.map((row) => [row.number, { ...row, totalMinor: BigInt(row.totalMinor) }]));
}

/** A note beside an order that is there. */
export interface KnownNote {
  readonly id: string;
  readonly kind: 'cancellation' | 'adjustment';
  readonly currency: string;
  readonly amountMinor: bigint;
  /** This import made it. */
  readonly ours: boolean;
}

/** The notes of these numbers. */
export async function queryNotes(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  numbers: readonly string[],
): Promise<Map<string, KnownNote>> {
  if (numbers.length === 0) return new Map();
  const rows = await database.query<Omit<KnownNote, 'amountMinor'> & { number: string; amountMinor: string }>(
    ctx,
    `select a.id, a.external_id as number, a.kind, a.currency, a.amount_minor as "amountMinor",
       a.import_id is not distinct from $3::uuid as ours
     from order_adjustments a where a.workspace_id = $1 and a.external_id = any ($2::text[])`,
    [ctx.workspaceId, numbers, importId],
  );
  return new Map(rows.map(({ number, ...row }) => [number, { ...row, amountMinor: BigInt(row.amountMinor) }]));
}

/** The lines that orders have, by order. */
export async function queryLines(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  orderIds: readonly string[],
): Promise<Map<string, KnownLine[]>> {
  const lines = new Map<string, KnownLine[]>();
  if (orderIds.length === 0) return lines;
  const rows = await database.query<Omit<KnownLine, 'unitPriceMinor'> & { orderId: string; unitPriceMinor: string }>(
    ctx,
    `select id, order_id as "orderId", line_number as "lineNumber", sku, description, unit_price_minor as "unitPriceMinor", ordered,
       import_id is not distinct from $3::uuid as ours
     from order_lines where workspace_id = $1 and order_id = any ($2::uuid[]) order by order_id, line_number`,
    [ctx.workspaceId, orderIds, importId],
  );
  for (const { orderId, ...row } of rows) {
    const line = { ...row, unitPriceMinor: BigInt(row.unitPriceMinor) };
    const own = lines.get(orderId);
    if (own) own.push(line);
    else lines.set(orderId, [line]);
  }
  return lines;
}

/** Products and variants by the codes that lines name. */
export async function queryProductsOfCodes(
  database: TenantDatabase,
  ctx: TenantContext,
  codes: readonly string[],
): Promise<Map<string, { productId: string; variantId: string | null }>> {
  if (codes.length === 0) return new Map();
  const rows = await database.query<{ code: string; productId: string; variantId: string | null }>(
    ctx,
    `select sku as code, product_id as "productId", id as "variantId" from product_variants where workspace_id = $1 and sku = any ($2::text[])
     union all
     select code, id, null from products where workspace_id = $1 and code = any ($2::text[])`,
    [ctx.workspaceId, codes],
  );
  // A variant is the more exact word; it stands first.
  const found = new Map<string, { productId: string; variantId: string | null }>();
  for (const { code, ...product } of rows) if (!found.has(code)) found.set(code, product);
  return found;
}
