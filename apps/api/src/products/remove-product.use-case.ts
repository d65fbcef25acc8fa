import { Injectable } from '@nestjs/common';
import { EventLog, refuse, TenantDatabase, UnitOfWork, wholeWorkspace, type Refused } from '@dangol/db';
import { RemoveAttachmentUseCase } from '../attachments/index.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { Removed } from '../platform/graphql/removed.type.ts';
import { ProductInUse } from './product-saved.type.ts';
import { queryProductContent } from './product.query.ts';
import { removeProducts } from './remove-products.ts';
import { lockCatalogue } from './write-products.ts';

/** The removed product, or why it stays. */
export type RemoveProductOutcome = Removed | Refused<NotFound | ProductInUse>;

/** Removes a product that was a mistake; one that orders or announcements name can only be discontinued. */
@Injectable()
export class RemoveProductUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly attachments: RemoveAttachmentUseCase,
    private readonly events: EventLog,
  ) {}

  execute(caller: RequestContext, id: string): Promise<RemoveProductOutcome> {
    const ctx = wholeWorkspace(caller); // orders of everybody's buyers keep it
    return this.unitOfWork.run<RemoveProductOutcome>(ctx, async () => {
      await lockCatalogue(this.database, ctx);
      if (!(await queryProductContent(this.database, ctx, id))) return refuse(new NotFound());
      const [uses] = await this.database.query<{ orderLines: number; announcements: number }>(
        ctx,
        `select (select count(*)::int from order_lines where workspace_id = $1 and (product_id = $2 or variant_id in (
             select id from product_variants where workspace_id = $1 and product_id = $2))) as "orderLines",
           (select count(*)::int from announcement_products where workspace_id = $1 and product_id = $2) as announcements`,
        [ctx.workspaceId, id],
      );
      if (uses!.orderLines > 0 || uses!.announcements > 0) return refuse(new ProductInUse(uses!));
      await this.attachments.allOf(ctx, { productId: id });
      await removeProducts(this.database, ctx, [id]);
      this.events.append(ctx, { verb: 'product.removed', subjectKind: 'product', subjectId: id });
      return new Removed(id);
    });
  }
}
