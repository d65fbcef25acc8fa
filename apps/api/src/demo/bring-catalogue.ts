import { productName, readProduct, type EnteredProduct } from '@dangol/crm';
import { OrderLinesRepository, TenantDatabase, newId } from '@dangol/db';
import type { INestApplicationContext } from '@nestjs/common';
import { Readable } from 'node:stream';
import { KeepAttachmentUseCase } from '../attachments/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import { SaveProductUseCase } from '../products/index.ts';
import { done } from './done.ts';
import { planOrderLines, type OfferedProduct, type PlannedLine } from './order-lines.ts';
import { drawPicture } from './product-picture.ts';
import type { SeededMember } from './set-up-workspace.ts';

const DAY_MS = 86_400_000;
/** Neighbours in the list get colours that differ. */
const HUE_STEP = 137;
/** Orders of so many days before the clock's now, and those after it, have lines; older ones came in as sums. */
const LINES_SINCE_DAYS = 150;

/** Enters the catalogue with a picture of each product that is offered, as of the clock's now. Answers what is offered. */
export async function bringCatalogue(
  app: INestApplicationContext,
  { ctx }: SeededMember,
  products: readonly EnteredProduct[],
): Promise<OfferedProduct[]> {
  const today = app.get(Clock).now().toISOString().slice(0, 10);
  const offered: OfferedProduct[] = [];
  for (const [place, product] of products.entries()) {
    const { productId: id } = (await done(app.get(SaveProductUseCase).create(ctx, newId(), product))) as {
      productId: string;
    };
    const read = readProduct(product, today);
    if (!('product' in read) || read.product.status !== 'active') continue;
    offered.push({ id, content: read.product });
    const name = `${product.code}.png`;
    const content = Readable.from([drawPicture((place * HUE_STEP) % 360)]);
    await app.get(KeepAttachmentUseCase).keep(ctx, { id: newId(), owner: { kind: 'products', id }, name, content });
  }
  return offered;
}

/** Gives the orders of the last months the lines that they may have had; each sums up to its order. */
export async function bringOrderLines(
  app: INestApplicationContext,
  { ctx }: SeededMember,
  offered: readonly OfferedProduct[],
): Promise<void> {
  const now = app.get(Clock).now();
  const priced = offered.filter(({ content }) => content.prices.some(({ currency }) => currency === 'USD'));
  const orders = await app.get(TenantDatabase).query<{ id: string; externalId: string; totalMinor: string }>(
    ctx,
    `select id, external_id as "externalId", total_minor::text as "totalMinor" from orders
     where workspace_id = $1 and placed_at >= $2 and cancelled_at is null order by external_id`,
    [ctx.workspaceId, new Date(now.getTime() - LINES_SINCE_DAYS * DAY_MS)],
  );
  const today = now.toISOString().slice(0, 10);
  const lines = orders.flatMap(({ id: orderId, externalId, totalMinor }) =>
    planOrderLines(priced, Number(externalId.replace(/\D/g, '')), BigInt(totalMinor), today).map((line, place) => ({
      orderId,
      lineNumber: place + 1,
      ...rowOf(line),
    })),
  );
  await app.get(OrderLinesRepository).insert(ctx, lines);
}

function rowOf({ product, variant, quantity, unitPriceMinor, totalMinor }: PlannedLine) {
  return {
    id: newId(),
    productId: product?.id ?? null,
    variantId: variant?.id ?? null,
    sku: variant?.sku ?? null,
    description: product ? productName(product.content, 'en') : 'Freight',
    unitPriceMinor,
    totalMinor,
    ordered: quantity,
    delivered: quantity,
  };
}
