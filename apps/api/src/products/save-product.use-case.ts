import { Injectable } from '@nestjs/common';
import { changedFields, readProduct, type EnteredProduct, type ProductContent } from '@dangol/crm';
import { EventLog, refuse, TenantDatabase, UnitOfWork, wholeWorkspace, type Refused } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { InvalidField, NameTaken, VersionConflict } from '../platform/graphql/shared-refusals.ts';
import { maySeeMoney } from '../platform/permissions/field-permissions.ts';
import { queryCatalogueClash } from './catalogue-clash.query.ts';
import { queryProductContent } from './product.query.ts';
import { queryToday } from './today.query.ts';
import { lockCatalogue, writeProducts, type ProductChange } from './write-products.ts';

type Refusal = NotFound | InvalidField | NameTaken | VersionConflict;

/** The id of the product as it is now stored, or why nothing was saved. */
export type SaveProductOutcome = { readonly productId: string } | Refused<Refusal>;

/** Makes a product, or replaces its content; every version is kept, because drafts and quotations cite it. */
@Injectable()
export class SaveProductUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Made once, however often it is sent. */
  create(caller: RequestContext, id: string, fields: EnteredProduct): Promise<SaveProductOutcome> {
    return this.inCatalogue(caller, async (ctx) => {
      if (await queryProductContent(this.database, ctx, id)) return { productId: id };
      return this.replace(ctx, id, fields, null);
    });
  }

  /** Two people who edit one product: the second is told. The same content again is no change and no conflict. */
  update(caller: RequestContext, id: string, version: number, fields: EnteredProduct): Promise<SaveProductOutcome> {
    return this.inCatalogue(caller, async (ctx) => {
      const before = await queryProductContent(this.database, ctx, id);
      if (!before) return refuse(new NotFound());
      return this.replace(ctx, id, fields, before, version);
    });
  }

  /** The catalogue is everybody's: whether an SKU is taken or ordered is asked over the whole workspace. */
  private inCatalogue(
    caller: RequestContext,
    work: (ctx: RequestContext) => Promise<SaveProductOutcome>,
  ): Promise<SaveProductOutcome> {
    const ctx = wholeWorkspace(caller);
    return this.unitOfWork.run<SaveProductOutcome>(ctx, async () => {
      await lockCatalogue(this.database, ctx);
      return work(ctx);
    });
  }

  private async replace(
    ctx: RequestContext,
    id: string,
    fields: EnteredProduct,
    before: ProductChange['before'],
    seen = 0,
  ): Promise<SaveProductOutcome> {
    const now = this.clock.now();
    const read = readProduct(fields, await queryToday(this.database, ctx, now));
    if ('problems' in read) {
      const [problem] = read.problems;
      return refuse(new InvalidField(problem!.field, problem!.message));
    }
    const after = maySeeMoney(ctx) ? read.product : withCostsOf(read.product, before?.content ?? null);
    const changed = before ? changedFields(before.content, after) : [];
    if (before && changed.length === 0) return { productId: id };
    if (before && before.version !== seen) return refuse(new VersionConflict(before.version));
    const clash = await queryCatalogueClash(this.database, ctx, id, before?.content ?? null, after);
    if (clash) return refuse(clash);
    await writeProducts(this.database, ctx, [{ id, before, after }], {
      now,
      memberId: ctx.actor.kind === 'member' ? ctx.actor.id : null,
      importId: null,
    });
    this.events.append(ctx, {
      verb: before ? 'product.updated' : 'product.created',
      subjectKind: 'product',
      subjectId: id,
      data: before ? { version: before.version + 1, fields: changed } : { version: 1 },
    });
    return { productId: id };
  }
}

/** Who may not see what a variant costs can neither change it nor, by leaving it out, lose it. */
function withCostsOf(product: ProductContent, before: ProductContent | null): ProductContent {
  const known = new Map(before?.variants.map((variant) => [variant.id, variant]));
  return {
    ...product,
    variants: product.variants.map((variant) => {
      const { costMinor = null, costCurrency = null } = known.get(variant.id) ?? {};
      return { ...variant, costMinor, costCurrency };
    }),
  };
}
