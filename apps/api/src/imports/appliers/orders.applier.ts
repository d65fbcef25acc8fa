import { Injectable } from '@nestjs/common';
import type { ImportRecord } from '@dangol/crm';
import { TenantDatabase, type TenantContext } from '@dangol/db';
import type {
  ApplySettings,
  Dependent,
  ImportApplier,
  ImportedRecord,
  RowOutcome,
  RowPreview,
  RowProblem,
} from '../import-applier.ts';
import { ImportedBuyers, type BuyerRef } from '../imported-buyers.ts';
import { changeImported, insertImported, removeCreated, restoreChanges } from '../imported-rows.ts';
import { loadRates } from './dated-rates.ts';
import { queryOrderDependents } from './order-dependents.query.ts';
import { planOrders, type KnownOrder, type OrderPlan } from './plan-orders.ts';
import { readOrder } from './read-order.ts';

type Row = ImportRecord<'orders'>;

/** The buyer that a row of an orders file names. */
export function buyerOfRow(
  row: Pick<
    Row,
    'buyer_external_id' | 'buyer_name' | 'company' | 'email' | 'phone' | 'country' | 'language' | 'platform_level'
  >,
): BuyerRef {
  return {
    externalId: row.buyer_external_id,
    name: row.buyer_name ?? row.company,
    company: row.company,
    contactName: row.buyer_name,
    email: row.email,
    phone: row.phone,
    country: row.country,
    language: row.language,
    platformLevel: row.platform_level,
  };
}

/** Orders of the past. Cancellations and adjustments that stand in rows of their own are kept beside them, never as orders. */
@Injectable()
export class OrdersApplier implements ImportApplier<Row> {
  readonly kind = 'orders';

  constructor(
    private readonly database: TenantDatabase,
    private readonly buyers: ImportedBuyers,
  ) {}

  keyOf(record: Row): string | null {
    return record.external_id;
  }

  async preview(
    ctx: TenantContext,
    records: readonly ImportedRecord<Row>[],
    settings: ApplySettings,
  ): Promise<RowPreview[]> {
    const known = await this.queryKnown(ctx, records);
    const rates = await this.loadRates(ctx, records, settings);
    const fresh = records.filter(({ record }) => !known.has(record.external_id!));
    const buyers = await this.buyers.preview(
      ctx,
      fresh.map(({ record }) => buyerOfRow(record)),
      settings,
    );
    const buyerOf = new Map(fresh.map(({ rowNumber }, i) => [rowNumber, buyers[i]!]));
    return records.map(({ rowNumber, record }): RowPreview => {
      if (rates.toBase(record.total!, record.placed_at!) === null)
        return { rowNumber, known: false, problem: noRate(record.total!.currency) };
      const buyer = buyerOf.get(rowNumber);
      return { rowNumber, known: known.has(record.external_id!), ...(buyer && { buyer }) };
    });
  }

  async apply(
    ctx: TenantContext,
    records: readonly ImportedRecord<Row>[],
    settings: ApplySettings,
  ): Promise<RowOutcome[]> {
    const known = await this.queryKnown(ctx, records);
    const rates = await this.loadRates(ctx, records, settings);
    const worth = new Map<number, bigint>();
    const failed: RowOutcome[] = [];
    for (const { rowNumber, record } of records) {
      const base = rates.toBase(record.total!, record.placed_at!);
      if (base === null) failed.push({ rowNumber, outcome: 'failed', problem: noRate(record.total!.currency) });
      else worth.set(rowNumber, base);
    }
    const sound = records.filter(({ rowNumber }) => worth.has(rowNumber));
    const fresh = sound.filter(({ record }) => !known.has(record.external_id!));
    const resolved = await this.buyers.resolve(
      ctx,
      fresh.map(({ record }) => buyerOfRow(record)),
      settings,
    );
    const buyerOf = new Map(fresh.map(({ rowNumber }, i) => [rowNumber, resolved[i]!.buyerId]));
    const plan = planOrders(
      sound.map(({ rowNumber, record }) => ({
        rowNumber,
        record,
        buyerId: buyerOf.get(rowNumber) ?? null,
        baseTotalMinor: worth.get(rowNumber)!,
        read: readOrder(record, record.total!.minor),
      })),
      known,
      settings,
    );
    return [...failed, ...(await this.write(ctx, plan, settings))];
  }

  dependents(ctx: TenantContext, importId: string): Promise<Dependent[]> {
    return queryOrderDependents(this.database, ctx, importId);
  }

  async undo(ctx: TenantContext, importId: string, limit: number): Promise<number> {
    for (const table of ['order_adjustments', 'orders']) {
      const gone = await removeCreated(this.database, ctx, importId, table, limit);
      const back = gone > 0 ? gone : await restoreChanges(this.database, ctx, importId, table, limit);
      if (back > 0) return back;
    }
    return 0;
  }

  private async write(ctx: TenantContext, plan: OrderPlan, settings: ApplySettings): Promise<RowOutcome[]> {
    const { database } = this;
    await insertImported(database, ctx, settings.importId, 'orders', plan.orders);
    const adjustments = await this.withReversed(ctx, plan);
    await insertImported(database, ctx, settings.importId, 'order_adjustments', adjustments);
    const changed = new Set([
      ...(await changeImported(database, ctx, settings.importId, 'orders', plan.orderChanges)),
      ...(await changeImported(database, ctx, settings.importId, 'order_adjustments', plan.adjustmentChanges)),
    ]);
    return plan.outcomes.map(({ rowNumber, id, made }) => ({
      rowNumber,
      outcome: made ? 'created' : changed.has(id) ? 'updated' : 'unchanged',
    }));
  }

  /** Cancellation notes point to the order they take back, where there is one of that number. */
  private async withReversed(ctx: TenantContext, plan: OrderPlan) {
    const numbers = [...new Set(plan.adjustments.flatMap(({ reverses }) => reverses ?? []))];
    const rows =
      numbers.length === 0
        ? []
        : await this.database.query<{ id: string; number: string }>(
            ctx,
            `select id, external_id as number from orders where workspace_id = $1 and external_id = any ($2::text[])`,
            [ctx.workspaceId, numbers],
          );
    const ids = new Map(rows.map(({ id, number }) => [number, id]));
    return plan.adjustments.map(({ reverses, ...row }) => ({ ...row, order_id: ids.get(reverses ?? '') ?? null }));
  }

  private async queryKnown(
    ctx: TenantContext,
    records: readonly ImportedRecord<Row>[],
  ): Promise<Map<string, KnownOrder>> {
    const rows = await this.database.query<KnownOrder & { number: string }>(
      ctx,
      `with given as (select unnest($2::text[]) as number)
       select o.external_id as number, o.id, 'order' as kind, o.channel_id as "channelId", o.country
       from given g join orders o on o.workspace_id = $1 and o.external_id = g.number
       union all
       select a.external_id, a.id, 'adjustment', null, null
       from given g join order_adjustments a on a.workspace_id = $1 and a.external_id = g.number`,
      [ctx.workspaceId, [...new Set(records.map(({ record }) => record.external_id))]],
    );
    return new Map(rows.map(({ number, ...order }) => [number, order]));
  }

  private loadRates(ctx: TenantContext, records: readonly ImportedRecord<Row>[], { baseCurrency }: ApplySettings) {
    return loadRates(
      this.database,
      ctx,
      baseCurrency,
      records.map(({ record }) => record.total!.currency),
    );
  }
}

/** No rate of the currency is known: one has to be entered, and then the row is sound. */
export function noRate(currency: string): RowProblem {
  return { column: null, field: 'currency', code: 'NO_EXCHANGE_RATE', value: currency };
}
