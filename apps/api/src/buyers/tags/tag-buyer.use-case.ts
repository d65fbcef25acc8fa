import { Injectable } from '@nestjs/common';
import { visibleLine } from '@dangol/crm';
import {
  BuyerTagsRepository,
  BuyersRepository,
  EventLog,
  TagsRepository,
  TenantDatabase,
  UnitOfWork,
  newId,
  refuse,
} from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { InvalidField, LimitReached } from '../../platform/graphql/shared-refusals.ts';
import type { BuyerOutcome } from '../record/answer-buyer.ts';
import type { AddTagInput } from './tag.input.ts';

/** Tags of one workspace: more of them nobody can tell apart. */
export const MAX_TAGS = 200;
/** Free tags of one buyer. */
export const MAX_TAGS_OF_BUYER = 30;
/** Longest name of a tag. */
export const MAX_TAG_NAME = 40;

type Outcome = BuyerOutcome<NotFound | InvalidField | LimitReached>;

/** Gives buyers the team's own tags. Those by rule (first order, repeat) follow paid orders and nobody sets them. */
@Injectable()
export class TagBuyerUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly buyers: BuyersRepository,
    private readonly tags: TagsRepository,
    private readonly buyerTags: BuyerTagsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  add(ctx: RequestContext, { buyerId, name: entered }: AddTagInput): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const name = visibleLine(entered);
      if (!name || name.length > MAX_TAG_NAME)
        return refuse(new InvalidField('name', `A tag has 1 to ${MAX_TAG_NAME} characters that can be seen`));
      const buyer = await this.buyers.findById(ctx, buyerId, { lock: true });
      if (!buyer || buyer.erasedAt) return refuse(new NotFound());
      const tag = await this.findOrMake(ctx, name);
      if (tag instanceof LimitReached) return refuse(tag);
      const given = await this.buyerTags.find(ctx, { buyerId });
      if (given.some(({ tagId }) => tagId === tag)) return { buyerId };
      if (given.length >= MAX_TAGS_OF_BUYER) return refuse(new LimitReached(MAX_TAGS_OF_BUYER));
      await this.buyerTags.insert(ctx, { id: newId(), buyerId, tagId: tag, createdAt: this.clock.now() });
      this.append(ctx, 'buyer.tag_added', buyerId, tag);
      return { buyerId };
    });
  }

  remove(ctx: RequestContext, buyerId: string, tagId: string): Promise<BuyerOutcome<NotFound>> {
    return this.unitOfWork.run<BuyerOutcome<NotFound>>(ctx, async () => {
      if (!(await this.buyers.findById(ctx, buyerId, { lock: true }))) return refuse<NotFound>(new NotFound());
      const [given] = await this.buyerTags.find(ctx, { buyerId, tagId }, { limit: 1 });
      if (!given) return { buyerId };
      await this.buyerTags.delete(ctx, given.id);
      this.append(ctx, 'buyer.tag_removed', buyerId, tagId);
      return { buyerId };
    });
  }

  /** One at a time makes tags of a workspace, so that two people who think of one name make one tag, and 200 are 200. */
  private async findOrMake(ctx: RequestContext, name: string): Promise<string | LimitReached> {
    const found = await this.findByName(ctx, name);
    if (found) return found;
    await this.database.query(ctx, `select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `${ctx.workspaceId}:tags`,
    ]);
    const again = await this.findByName(ctx, name);
    if (again) return again;
    const [{ n } = { n: 0 }] = await this.database.query<{ n: number }>(
      ctx,
      `select count(*)::int as n from tags where workspace_id = $1`,
      [ctx.workspaceId],
    );
    if (n >= MAX_TAGS) return new LimitReached(MAX_TAGS);
    const id = newId();
    const createdBy = ctx.actor.kind === 'member' ? ctx.actor.id : null;
    await this.tags.insert(ctx, { id, name, createdBy, createdAt: this.clock.now() });
    return id;
  }

  private async findByName(ctx: RequestContext, name: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      ctx,
      `select id from tags where workspace_id = $1 and lower(name) = lower($2)`,
      [ctx.workspaceId, name],
    );
    return row?.id ?? null;
  }

  private append(ctx: RequestContext, verb: string, buyerId: string, tagId: string): void {
    this.events.append(ctx, { verb, subjectKind: 'buyer', subjectId: buyerId, buyerId, data: { tagId } });
  }
}
