import { Inject, Injectable } from '@nestjs/common';
import {
  ConversationsRepository,
  EventLog,
  UnitOfWork,
  UploadLinksRepository,
  refuse,
  type Refused,
  type UploadLinkEntity,
} from '@dangol/db';
import { ENV, type Env } from '../config/env.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { Removed } from '../platform/graphql/removed.type.ts';
import { hashToken, newWorkspaceToken } from '../platform/session/tokens.ts';
import { LINK_LIFE_MS } from './upload-limits.ts';

/** A link and its address. */
export interface MadeLink {
  readonly id: string;
  readonly conversationId: string;
  readonly url: string;
}

/** Makes links through which buyers send files, and takes them back. */
@Injectable()
export class MakeUploadLinkUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly conversations: ConversationsRepository,
    private readonly links: UploadLinksRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Only the hash of the address is stored, so a repeated request is given a fresh one: nobody has seen the one before. */
  make(ctx: RequestContext, id: string, conversationId: string): Promise<MadeLink | Refused<NotFound>> {
    return this.unitOfWork.run<MadeLink | Refused<NotFound>>(ctx, async () => {
      const conversation = await this.conversations.findById(ctx, conversationId);
      if (!conversation) return refuse(new NotFound());
      const now = this.clock.now();
      const token = newWorkspaceToken(ctx.workspaceId);
      const fresh = { tokenHash: hashToken(token), expiresAt: new Date(now.getTime() + LINK_LIFE_MS) };
      const known = await this.links.findById(ctx, id, { lock: true });
      if (known) await this.renew(ctx, known, conversationId, fresh);
      else {
        const createdBy = ctx.member?.id ?? null;
        await this.links.insert(ctx, { id, conversationId, ...fresh, createdBy, createdAt: now });
        this.append(ctx, 'upload_link.made', { id, conversationId });
      }
      return { id, conversationId, url: `${this.env.publicUrl}/u/${token}` };
    });
  }

  /** From now on the link takes nothing. */
  revoke(ctx: RequestContext, id: string): Promise<Removed | Refused<NotFound>> {
    return this.unitOfWork.run<Removed | Refused<NotFound>>(ctx, async () => {
      const link = await this.links.findById(ctx, id, { lock: true });
      if (!link) return refuse(new NotFound());
      if (!link.revokedAt) {
        await this.links.update(ctx, id, { revokedAt: this.clock.now() });
        this.append(ctx, 'upload_link.revoked', link);
      }
      return new Removed(id);
    });
  }

  private async renew(
    ctx: RequestContext,
    known: UploadLinkEntity,
    conversationId: string,
    fresh: Pick<UploadLinkEntity, 'tokenHash' | 'expiresAt'>,
  ): Promise<void> {
    const others = known.conversationId !== conversationId || known.createdBy !== (ctx.member?.id ?? null);
    if (others || known.revokedAt || known.usedCount > 0)
      throw new CodedError('CONFLICT', 'The id belongs to another link');
    await this.links.update(ctx, known.id, fresh);
  }

  private append(ctx: RequestContext, verb: string, link: Pick<UploadLinkEntity, 'id' | 'conversationId'>): void {
    const { id, conversationId } = link;
    this.events.append(ctx, { verb, subjectKind: 'upload_link', subjectId: id, conversationId });
  }
}
