import { Injectable } from '@nestjs/common';
import type { ImportRecord } from '@dangol/crm';
import { TenantDatabase, type TenantContext } from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import {
  lockCatalogue,
  queryContentOfVersions,
  queryProductsByCode,
  queryProductsById,
  querySkuOwners,
  queryToday,
  removeProducts,
  writeProducts,
  type ProductChange,
} from '../../products/index.ts';
import type {
  ApplySettings,
  Dependent,
  ImportApplier,
  ImportedRecord,
  RowOutcome,
  RowPreview,
} from '../import-applier.ts';
import { planProducts, type ProductPlan } from './plan-products.ts';
import { keepProductVersions, queryProductDependents, takeProductVersions } from './product-changes.query.ts';

type Row = ImportRecord<'products'>;

/**
 * Products with their variants and prices, rows of one code together. An import changes a product as an edit does, with a
 * version; undoing it is the version before, as a new one.
 */
@Injectable()
export class ProductsApplier implements ImportApplier<Row> {
  readonly kind = 'products';

  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  keyOf({ code, sku, price, min_quantity, price_country }: Row): string {
    return JSON.stringify([code, sku, price?.currency, min_quantity, price_country]);
  }

  groupOf({ code }: Row): string | null {
    return code;
  }

  async preview(
    ctx: TenantContext,
    records: readonly ImportedRecord<Row>[],
    settings: ApplySettings,
  ): Promise<RowPreview[]> {
    const { outcomes } = await this.plan(ctx, records, settings);
    const outcomeOf = new Map(outcomes.map((one) => [one.rowNumber, one]));
    return records.map(({ rowNumber }) => {
      const outcome = outcomeOf.get(rowNumber);
      if (outcome?.outcome === 'failed') return { rowNumber, known: false, problem: outcome.problem };
      return { rowNumber, known: outcome?.outcome !== 'created' };
    });
  }

  async apply(
    ctx: TenantContext,
    records: readonly ImportedRecord<Row>[],
    settings: ApplySettings,
  ): Promise<RowOutcome[]> {
    await lockCatalogue(this.database, ctx);
    const { changes, outcomes } = await this.plan(ctx, records, settings);
    const { importId, now, startedBy: memberId } = settings;
    await writeProducts(this.database, ctx, changes, { now, memberId, importId });
    await keepProductVersions(this.database, ctx, importId, changes);
    return outcomes;
  }

  dependents(ctx: TenantContext, importId: string): Promise<Dependent[]> {
    return queryProductDependents(this.database, ctx, importId);
  }

  async undo(ctx: TenantContext, importId: string, limit: number): Promise<number> {
    await lockCatalogue(this.database, ctx);
    const taken = await takeProductVersions(this.database, ctx, importId, limit);
    const made = taken.filter(({ version }) => version === 0).map(({ id }) => id);
    await removeProducts(this.database, ctx, made);
    const changed = taken.filter(({ version }) => version > 0);
    const present = await queryProductsById(
      this.database,
      ctx,
      changed.map(({ id }) => id),
    );
    const contents = await queryContentOfVersions(this.database, ctx, changed);
    const back = changed.flatMap(({ id }): ProductChange[] => {
      const [before, after] = [present.get(id), contents.get(id)];
      return before && after ? [{ id, before, after }] : [];
    });
    await writeProducts(this.database, ctx, back, { now: this.clock.now(), memberId: null, importId: null });
    return taken.length;
  }

  private async plan(
    ctx: TenantContext,
    records: readonly ImportedRecord<Row>[],
    settings: ApplySettings,
  ): Promise<ProductPlan> {
    const { database } = this;
    const products = await queryProductsByCode(
      database,
      ctx,
      records.map(({ record }) => record.code!),
    );
    const skuOwners = await querySkuOwners(
      database,
      ctx,
      records.flatMap(({ record }) => record.sku ?? []),
    );
    const today = await queryToday(database, ctx, settings.now);
    const maySetCosts = await this.maySetCosts(ctx, settings.startedBy);
    return planProducts(records, { products, skuOwners, today, maySetCosts }, settings);
  }

  /** Who may not see unit costs cannot bring them in either. */
  private async maySetCosts(ctx: TenantContext, memberId: string | null): Promise<boolean> {
    if (memberId === null) return false;
    const rows = await this.database.query(
      ctx,
      `select from members m join roles r on r.workspace_id = m.workspace_id and r.id = m.role_id
       where m.workspace_id = $1 and m.id = $2 and 'money:read' = any (r.permissions)`,
      [ctx.workspaceId, memberId],
    );
    return rows.length > 0;
  }
}
