import { Injectable } from '@nestjs/common';
import { AttachmentsRepository, EventLog, TenantDatabase, UnitOfWork, refuse, type Refused } from '@dangol/db';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { OWNERS } from './attachment-owner.ts';
import { INLINE_TYPES } from './recognise-content.ts';

/** Puts the pictures of a product in order; the first one is shown in lists. */
@Injectable()
export class MoveImageUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly attachments: AttachmentsRepository,
    private readonly events: EventLog,
  ) {}

  /** `position` counts the pictures from 0; beyond the last one means the last. Answers the product's id. */
  execute(ctx: RequestContext, id: string, position: number): Promise<string | Refused<NotFound>> {
    return this.unitOfWork.run<string | Refused<NotFound>>(ctx, async () => {
      const productId = (await this.attachments.findById(ctx, id))?.productId;
      if (!productId) return refuse(new NotFound());
      await this.database.query(ctx, OWNERS.products.lock, [ctx.workspaceId, productId]);
      const images = await this.database.query<{ id: string }>(
        ctx,
        `select id from attachments where workspace_id = $1 and product_id = $2 and content_type = any ($3) order by position, id`,
        [ctx.workspaceId, productId, INLINE_TYPES],
      );
      const order = images.map((image) => image.id).filter((other) => other !== id);
      if (order.length === images.length) return refuse(new NotFound()); // not a picture, or removed meanwhile
      order.splice(position, 0, id);
      await this.database.query(
        ctx,
        `update attachments f set position = o.place - 1 from unnest($2::uuid[]) with ordinality o (id, place)
         where f.workspace_id = $1 and f.id = o.id`,
        [ctx.workspaceId, order],
      );
      this.events.append(ctx, { verb: 'product.images_ordered', subjectKind: 'product', subjectId: productId });
      return productId;
    });
  }
}
