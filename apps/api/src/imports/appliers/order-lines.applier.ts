import { Injectable } from '@nestjs/common';
import type { ImportRecord } from '@dangol/crm';
import { TenantDatabase, newId, type TenantContext } from '@dangol/db';
import type {
  ApplySettings,
  Dependent,
  ImportApplier,
  ImportedRecord,
  RowOutcome,
  RowPreview,
  RowProblem,
} from '../import-applier.ts';
import { ImportedBuyers } from '../imported-buyers.ts';
import { changeImported, insertImported, removeCreated, restoreChanges, type ImportedRow } from '../imported-rows.ts';
import { loadRates, type DatedRates } from './dated-rates.ts';
import { queryLineOrders, queryLines, queryNotes, queryProductsOfCodes, type LineOrder } from './order-lines.query.ts';
import { queryOrderDependents } from './order-dependents.query.ts';
import { noteNumbers, planReturns, type ReturnGroup } from './order-returns.ts';
import { buyerOfRow, noRate } from './orders.applier.ts';
import { lineFacts, lineRow, noteKindOf, planLines, type LineRow } from './plan-lines.ts';
import { readOrder } from './read-order.ts';

type Row = ImportRecord<'order_lines'>;

/** The rows of one order number. */
interface Group {
  readonly number: string;
  readonly lines: LineRow[];
  /** Goods that came back, or amounts beside the goods. */
  readonly returns: LineRow[];
  readonly first: Row;
  readonly currency: string;
}

/** Lines of orders. Where the order is not there yet, what the rows say of it makes it, with the sum of its lines. */
@Injectable()
export class OrderLinesApplier implements ImportApplier<Row> {
  readonly kind = 'order_lines';

  constructor(
    private readonly database: TenantDatabase,
    private readonly buyers: ImportedBuyers,
  ) {}

  /** Without a number of its own a line has no key: an order may hold the same goods twice. */
  keyOf({ order_external_id, line_number }: Row): string | null {
    return line_number === null ? null : `${order_external_id} ${line_number}`;
  }

  groupOf({ order_external_id }: Row): string | null {
    return order_external_id;
  }

  async preview(
    ctx: TenantContext,
    records: readonly ImportedRecord<Row>[],
    settings: ApplySettings,
  ): Promise<RowPreview[]> {
    const groups = groupsOf(records);
    const orders = await queryLineOrders(this.database, ctx, settings.importId, [...groups.keys()]);
    const lines = await queryLines(this.database, ctx, settings.importId, idsOf(orders));
    const rates = await this.loadRates(ctx, groups, settings);
    const fresh = [...groups.values()].filter(({ number }) => !orders.has(number));
    const found = await this.buyers.preview(
      ctx,
      fresh.map(({ first }) => buyerOfRow(first)),
      settings,
    );
    const buyerOf = new Map(fresh.map(({ number }, i) => [number, found[i]!]));
    const known = new Set<number>();
    for (const { number, lines: rows } of groups.values()) {
      const order = orders.get(number);
      if (order) for (const { row } of planLines(rows, lines.get(order.id) ?? []).known) known.add(row.rowNumber);
    }
    return records.map(({ rowNumber, record }) => {
      const group = groups.get(record.order_external_id!)!;
      const problem = problemOf(group, orders.get(group.number), rates);
      const buyer = problem ? undefined : buyerOf.get(group.number);
      return { rowNumber, known: known.has(rowNumber), ...(buyer && { buyer }), ...(problem && { problem }) };
    });
  }

  async apply(
    ctx: TenantContext,
    records: readonly ImportedRecord<Row>[],
    settings: ApplySettings,
  ): Promise<RowOutcome[]> {
    const groups = groupsOf(records);
    const orders = await queryLineOrders(this.database, ctx, settings.importId, [...groups.keys()]);
    const stored = new Set(orders.keys());
    const rates = await this.loadRates(ctx, groups, settings);
    const outcomes: RowOutcome[] = [];
    for (const group of [...groups.values()]) {
      const problem = problemOf(group, orders.get(group.number), rates);
      if (!problem) continue;
      groups.delete(group.number);
      for (const { rowNumber } of [...group.lines, ...group.returns])
        outcomes.push({ rowNumber, outcome: 'failed', problem });
    }
    await this.makeOrders(ctx, groups, orders, rates, settings);
    outcomes.push(...(await this.writeLines(ctx, groups, orders, rates, settings)));
    outcomes.push(...(await this.writeReturns(ctx, groups, orders, stored, settings)));
    return outcomes;
  }

  dependents(ctx: TenantContext, importId: string): Promise<Dependent[]> {
    return queryOrderDependents(this.database, ctx, importId);
  }

  async undo(ctx: TenantContext, importId: string, limit: number): Promise<number> {
    for (const table of ['order_lines', 'order_adjustments', 'orders']) {
      const gone = await removeCreated(this.database, ctx, importId, table, limit);
      const back = gone > 0 ? gone : await restoreChanges(this.database, ctx, importId, table, limit);
      if (back > 0) return back;
    }
    return 0;
  }

  /** Orders of numbers that are not there; `orders` holds them too afterwards. */
  private async makeOrders(
    ctx: TenantContext,
    groups: ReadonlyMap<string, Group>,
    orders: Map<string, LineOrder>,
    rates: DatedRates,
    settings: ApplySettings,
  ): Promise<void> {
    const fresh = [...groups.values()].filter(({ number }) => !orders.has(number));
    const resolved = await this.buyers.resolve(
      ctx,
      fresh.map(({ first }) => buyerOfRow(first)),
      settings,
    );
    const rows: ImportedRow[] = [];
    for (const [i, { number, first, currency, lines }] of fresh.entries()) {
      const placedAt = first.placed_at!;
      const { buyerId } = resolved[i]!;
      // The lines add to it as they are written; a number with nothing but returns makes no order.
      const order = { id: newId(), number, buyerId, currency, placedAt, totalMinor: 0n, ours: true };
      orders.set(number, order);
      if (lines.length === 0) continue;
      const { state, paidAt, cancelledAt } = readOrder({ ...first, kind: 'order', is_sample: null }, 0n);
      rows.push({
        id: order.id,
        buyer_id: buyerId,
        external_id: number,
        channel_id: settings.channelId,
        country: first.country,
        state,
        placed_at: placedAt,
        paid_at: paidAt,
        cancelled_at: cancelledAt,
        currency,
        total_minor: 0n,
        base_currency: settings.baseCurrency,
        base_total_minor: rates.toBase({ minor: 0n, currency }, placedAt) ?? 0n,
        is_sample: false,
        created_at: settings.now,
      });
    }
    await insertImported(this.database, ctx, settings.importId, 'orders', rows);
  }

  private async writeLines(
    ctx: TenantContext,
    groups: ReadonlyMap<string, Group>,
    orders: ReadonlyMap<string, LineOrder>,
    rates: DatedRates,
    { importId, known }: ApplySettings,
  ): Promise<RowOutcome[]> {
    const withLines = [...groups.values()].filter(({ lines }) => lines.length > 0);
    const there = await queryLines(this.database, ctx, importId, idsOf(orders));
    const codes = withLines.flatMap(({ lines }) => lines.flatMap(({ facts }) => facts.sku ?? []));
    const products = await queryProductsOfCodes(this.database, ctx, [...new Set(codes)]);
    const made: ImportedRow[] = [];
    const totals: { id: string; set: Record<string, unknown> }[] = [];
    const same: { rowNumber: number; id: string; set: Record<string, unknown> }[] = [];
    const outcomes: RowOutcome[] = [];
    for (const { number, lines } of withLines) {
      const order = orders.get(number)!;
      const plan = planLines(lines, there.get(order.id) ?? []);
      for (const { row, lineNumber } of plan.fresh) {
        made.push(lineRow(order.id, lineNumber, row.facts, products.get(row.facts.sku ?? '')));
        outcomes.push({ rowNumber: row.rowNumber, outcome: 'created' });
      }
      for (const { row, line } of plan.known) {
        const { sku, description, unitPriceMinor, totalMinor, ordered } = row.facts;
        const set = { sku, description, unit_price_minor: unitPriceMinor, total_minor: totalMinor, ordered };
        same.push({ rowNumber: row.rowNumber, id: line.id, set });
      }
      const sum = plan.fresh.reduce((total, { row }) => total + row.facts.totalMinor, order.totalMinor);
      if (!order.ours || plan.fresh.length === 0) continue;
      const base = rates.toBase({ minor: sum, currency: order.currency }, order.placedAt);
      totals.push({ id: order.id, set: { total_minor: sum, base_total_minor: base } });
    }
    await insertImported(this.database, ctx, importId, 'order_lines', made);
    await changeImported(this.database, ctx, importId, 'orders', totals);
    const changes = known === 'overwrite' ? same : [];
    const changed = new Set(await changeImported(this.database, ctx, importId, 'order_lines', changes));
    return [
      ...outcomes,
      ...same.map(({ rowNumber, id }): RowOutcome => ({
        rowNumber,
        outcome: changed.has(id) ? 'updated' : 'unchanged',
      })),
    ];
  }

  /** What came back of an order, and amounts beside its goods, stand beside it as notes of its number. */
  private async writeReturns(
    ctx: TenantContext,
    groups: ReadonlyMap<string, Group>,
    orders: ReadonlyMap<string, LineOrder>,
    stored: ReadonlySet<string>,
    { importId, now }: ApplySettings,
  ): Promise<RowOutcome[]> {
    const returned = [...groups.values()].flatMap((group) => returnsOf(group, orders.get(group.number)!, stored));
    const numbers = [...new Set(returned.flatMap(({ number }) => noteNumbers(number)))];
    const notes = await queryNotes(this.database, ctx, importId, numbers);
    const { made, grown, outcomes } = planReturns(returned, notes, now);
    await insertImported(this.database, ctx, importId, 'order_adjustments', made);
    await changeImported(this.database, ctx, importId, 'order_adjustments', grown);
    return returned.flatMap(({ rows, currency }, i) =>
      rows.map(({ rowNumber }): RowOutcome => {
        const outcome = outcomes[i]!;
        if (outcome !== 'other currency') return { rowNumber, outcome };
        return { rowNumber, outcome: 'failed', problem: otherCurrency(currency) };
      }),
    );
  }

  private loadRates(ctx: TenantContext, groups: ReadonlyMap<string, Group>, { baseCurrency }: ApplySettings) {
    const currencies = [...groups.values()].map(({ currency }) => currency);
    return loadRates(this.database, ctx, baseCurrency, currencies);
  }
}

function groupsOf(records: readonly ImportedRecord<Row>[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const { rowNumber, record } of records) {
    const number = record.order_external_id!;
    const currency = (record.unit_price ?? record.line_total)!.currency;
    const group = groups.get(number) ?? { number, lines: [], returns: [], first: record, currency };
    groups.set(number, group);
    (noteKindOf(record) ? group.returns : group.lines).push({ rowNumber, record, facts: lineFacts(record) });
  }
  return groups;
}

/** The rows beside the goods of an order, by kind, in the order of the file. An order that the rows make now is there too. */
function returnsOf({ number, returns, lines, currency }: Group, order: LineOrder, stored: ReadonlySet<string>) {
  const kinds = [...new Set(returns.map(({ record }) => noteKindOf(record)!))];
  return kinds.map((kind): ReturnGroup => {
    const rows = returns.filter(({ record }) => noteKindOf(record) === kind);
    const at = rows[0]!.record.placed_at ?? order.placedAt;
    return { number, kind, rows, order, beside: lines.length > 0 || stored.has(number), currency, at };
  });
}

function idsOf(orders: ReadonlyMap<string, LineOrder>): string[] {
  return [...orders.values()].map(({ id }) => id);
}

function otherCurrency(value: string): RowProblem {
  return { column: null, field: 'currency', code: 'CURRENCY_CONFLICT', value };
}

/** An order that is not there needs a buyer and a day; one order has one currency. */
function problemOf(group: Group, order: LineOrder | undefined, rates: DatedRates): RowProblem | null {
  const { number, first, currency, lines, returns } = group;
  const currencies = [...lines, ...returns].map(({ record }) => (record.unit_price ?? record.line_total)!.currency);
  const other = currencies.find((one) => one !== (order?.currency ?? currency));
  if (other) return otherCurrency(other);
  if (rates.toBase({ minor: 0n, currency }, new Date(0)) === null) return noRate(currency);
  if (order) return null;
  const names = [first.buyer_external_id, first.email, first.phone, first.buyer_name, first.company];
  if (first.placed_at !== null && names.some((name) => name !== null)) return null;
  return { column: null, field: 'order_external_id', code: 'NO_SUCH_ORDER', value: number };
}
