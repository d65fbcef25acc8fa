import { Injectable } from '@nestjs/common';
import {
  AttachmentsRepository,
  EventLog,
  TenantDatabase,
  UnitOfWork,
  refuse,
  type Refused,
  type TenantContext,
} from '@dangol/db';
import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { AttachmentContents } from './attachment-contents.ts';
import { OWNERS } from './attachment-owner.ts';
import { eventSubject, ownerOf } from './keep-attachment.use-case.ts';

/** What is removed with all its attachments. */
export type RemovedOwner = { readonly productId: string } | { readonly buyerId: string };

/** So long a file waits for a reply that does not come. */
const PENDING_MS = 7 * 24 * 3_600_000;

/** Removes attachments: the rows now, the contents by a job once that is certain. */
@Injectable()
export class RemoveAttachmentUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly attachments: AttachmentsRepository,
    private readonly contents: AttachmentContents,
    private readonly events: EventLog,
  ) {}

  /** Removes one; of a conversation only what the caller has not sent yet. Throws CodedError without the permission. */
  one(ctx: RequestContext, id: string): Promise<string | Refused<NotFound>> {
    return this.unitOfWork.run<string | Refused<NotFound>>(ctx, async () => {
      const found = await this.attachments.findById(ctx, id, { lock: true });
      if (!found) return refuse(new NotFound());
      const owner = ownerOf(found);
      const { write } = OWNERS[owner.kind];
      if (!ctx.permissions.has(write)) throw new CodedError('FORBIDDEN', `Your role lacks the permission ${write}`);
      const isSent = found.messageId !== null || found.uploadedBy !== (ctx.member?.id ?? null);
      if (owner.kind === 'conversations' && isSent) return refuse(new NotFound());
      await this.attachments.delete(ctx, id);
      await this.contents.removeLater(ctx, [id]);
      this.events.append(ctx, { verb: 'file.removed', subjectKind: 'file', subjectId: id, ...eventSubject(owner) });
      return id;
    });
  }

  /** Removes all of a product, or of a buyer with their conversations; inside the caller's unit. Answers how many. */
  async allOf(ctx: TenantContext, owner: RemovedOwner): Promise<number> {
    const [where, id] =
      'productId' in owner
        ? ['product_id = $2', owner.productId]
        : [
            `(buyer_id = $2 or conversation_id in (select c.id from conversations c where c.workspace_id = $1 and c.buyer_id = $2))`,
            owner.buyerId,
          ];
    return this.removeWhere(ctx, where, id);
  }

  /** Removes what has waited for a week to be sent. */
  sweepPending(ctx: TenantContext, now: Date): Promise<number> {
    const before = new Date(now.getTime() - PENDING_MS);
    const waiting = 'conversation_id is not null and message_id is null and created_at < $2';
    return this.unitOfWork.run(ctx, () => this.removeWhere(ctx, waiting, before));
  }

  private async removeWhere(ctx: TenantContext, where: string, param: string | Date): Promise<number> {
    const gone = await this.database.query<{ id: string }>(
      ctx,
      `delete from attachments where workspace_id = $1 and ${where} returning id`,
      [ctx.workspaceId, param],
    );
    await this.contents.removeLater(
      ctx,
      gone.map(({ id }) => id),
    );
    return gone.length;
  }
}
