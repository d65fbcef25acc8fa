import { Injectable } from '@nestjs/common';
import { fillAnnouncement, recipientObstacle, visibleLine } from '@dangol/crm';
import {
  AnnouncementProductsRepository,
  AnnouncementRecipientsRepository,
  AnnouncementsRepository,
  EventLog,
  TenantDatabase,
  UnitOfWork,
  newId,
  refuse,
  type AnnouncementEntity,
  type Refused,
} from '@dangol/db';
import { buyersStatement } from '../buyers/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { Removed } from '../platform/graphql/removed.type.ts';
import { InvalidField, LimitReached } from '../platform/graphql/shared-refusals.ts';
import { AnnouncementNotOpen, type ChangeRecipientInput, type SaveAnnouncementInput } from './announcement.input.ts';
import { AnnouncementState } from './announcement.model.ts';
import { goesFurther } from './goes-further.query.ts';
import { querySegment, type SegmentBuyer } from './segment.query.ts';

/** Buyers of one announcement: as many as a person can look through before it leaves. */
export const MAX_RECIPIENTS = 300;

interface NamedProduct {
  id: string;
  names: Record<string, string>;
  code: string;
}

type Saved = { announcementId: string } | Refused<NotFound | InvalidField | LimitReached | AnnouncementNotOpen>;
type Changed = { recipientId: string } | Refused<NotFound | InvalidField | AnnouncementNotOpen>;

/** Writes drafts of announcements: who would get them, and what each would read. */
@Injectable()
export class SaveAnnouncementUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly announcements: AnnouncementsRepository,
    private readonly products: AnnouncementProductsRepository,
    private readonly recipients: AnnouncementRecipientsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Chooses the buyers anew; what somebody wrote for one of them, or left out by hand, stays so. */
  async compose(ctx: RequestContext, input: SaveAnnouncementInput): Promise<Saved> {
    if (await goesFurther(this.database, ctx, input.id)) return refuse(new NotFound());
    return this.unitOfWork.run<Saved>(ctx, async () => {
      const stored = await this.announcements.findById(ctx, input.id, { lock: true });
      if (stored?.state === 'sent') return refuse(new AnnouncementNotOpen(AnnouncementState.SENT));
      const name = visibleLine(input.name);
      if (!name || name.length > 120) return refuse(new InvalidField('name', '1 to 120 characters'));
      if (!input.text.trim()) return refuse(new InvalidField('text', 'is empty'));
      const products = await this.namedProducts(ctx, input.productIds);
      if (products.length === 0 || products.length < new Set(input.productIds).size)
        return refuse(new InvalidField('productIds', 'name 1 to 20 products of the catalogue'));
      const now = this.clock.now();
      const wanted = { filter: input.filter, search: input.search ?? null };
      const chosen = await buyersStatement(this.database, ctx, wanted, now);
      const segment = await querySegment(this.database, ctx, chosen, MAX_RECIPIENTS + 1);
      if (segment.length > MAX_RECIPIENTS) return refuse(new LimitReached(MAX_RECIPIENTS));
      await this.store(ctx, { ...input, name }, stored, now);
      await this.storeRecipients(ctx, input, stored, products, segment);
      return { announcementId: input.id };
    });
  }

  changeRecipient(ctx: RequestContext, { id, text, included }: ChangeRecipientInput): Promise<Changed> {
    return this.unitOfWork.run<Changed>(ctx, async () => {
      const known = await this.recipients.findById(ctx, id);
      if (!known) return refuse(new NotFound());
      const announcement = await this.announcements.getById(ctx, known.announcementId, { lock: true });
      if (announcement.state === 'sent') return refuse(new AnnouncementNotOpen(AnnouncementState.SENT));
      if (typeof text === 'string' && !text.trim()) return refuse(new InvalidField('text', 'is empty'));
      if (included === true && known.state === 'skipped' && known.skipReason !== 'by_hand')
        return refuse(new InvalidField('included', `the buyer cannot be written to: ${known.skipReason}`));
      await this.recipients.update(ctx, id, {
        ...(typeof text === 'string' && { text }),
        ...(included === false && known.state === 'ready' && { state: 'skipped', skipReason: 'by_hand' }),
        ...(included === true && { state: 'ready', skipReason: null }),
      });
      return { recipientId: id };
    });
  }

  async remove(ctx: RequestContext, id: string): Promise<Removed | Refused<NotFound>> {
    if (await goesFurther(this.database, ctx, id)) return refuse(new NotFound());
    return this.unitOfWork.run<Removed | Refused<NotFound>>(ctx, async () => {
      const stored = await this.announcements.findById(ctx, id, { lock: true });
      if (stored?.state !== 'draft') return refuse(new NotFound()); // what was sent is history
      await this.clear(ctx, id);
      await this.announcements.delete(ctx, id);
      this.events.append(ctx, { verb: 'announcement.removed', subjectKind: 'announcement', subjectId: id });
      return new Removed(id);
    });
  }

  private namedProducts(ctx: RequestContext, ids: readonly string[]): Promise<NamedProduct[]> {
    return this.database.query<NamedProduct>(
      ctx,
      `select id, names, code from products where workspace_id = $1 and id = any ($2::uuid[]) and status <> 'discontinued' order by code`,
      [ctx.workspaceId, ids],
    );
  }

  /** What it named when it was saved last. */
  private announcedProducts(ctx: RequestContext, id: string): Promise<NamedProduct[]> {
    return this.database.query<NamedProduct>(
      ctx,
      `select p.id, p.names, p.code from announcement_products l join products p on p.workspace_id = l.workspace_id and p.id = l.product_id
       where l.workspace_id = $1 and l.announcement_id = $2 order by p.code`,
      [ctx.workspaceId, id],
    );
  }

  private async store(
    ctx: RequestContext,
    { id, name, text, search, filter }: SaveAnnouncementInput,
    stored: AnnouncementEntity | null,
    now: Date,
  ): Promise<void> {
    const row = { name, text, segment: { search: search ?? null, filter: { ...filter } }, updatedAt: now };
    if (stored) return this.announcements.update(ctx, id, row);
    await this.announcements.insert(ctx, {
      id,
      ...row,
      state: 'draft',
      createdBy: ctx.member?.id ?? null,
      createdAt: now,
    });
    this.events.append(ctx, { verb: 'announcement.drafted', subjectKind: 'announcement', subjectId: id });
  }

  private async storeRecipients(
    ctx: RequestContext,
    { id, text }: SaveAnnouncementInput,
    stored: AnnouncementEntity | null,
    products: readonly NamedProduct[],
    segment: readonly SegmentBuyer[],
  ): Promise<void> {
    const before = await this.recipients.find(ctx, { announcementId: id });
    const announced = stored ? await this.announcedProducts(ctx, id) : [];
    await this.clear(ctx, id);
    await this.products.insert(
      ctx,
      products.map((product) => ({ id: newId(), announcementId: id, productId: product.id })),
    );
    const rows = segment.map((buyer) => {
      const known = before.find(({ buyerId }) => buyerId === buyer.id);
      // Only what somebody wrote for this buyer differs from what the text as it stood would have said of what it named then.
      const byHand = known && stored && known.text !== filled(stored.text, buyer, announced) ? known.text : null;
      // Whom somebody left out stays out when what else is in the way has gone.
      const obstacle = known?.skipReason === 'by_hand' ? ('by_hand' as const) : recipientObstacle(buyer);
      return {
        id: known?.id ?? newId(),
        announcementId: id,
        buyerId: buyer.id,
        conversationId: buyer.conversationId,
        text: byHand ?? filled(text, buyer, products),
        state: obstacle ? ('skipped' as const) : ('ready' as const),
        skipReason: obstacle,
      };
    });
    if (rows.length > 0) await this.recipients.insert(ctx, rows);
  }

  private async clear(ctx: RequestContext, id: string): Promise<void> {
    for (const table of ['announcement_recipients', 'announcement_products'])
      await this.database.query(ctx, `delete from ${table} where workspace_id = $1 and announcement_id = $2`, [
        ctx.workspaceId,
        id,
      ]);
  }
}

/** The text as a buyer reads it. */
function filled(text: string, { name, language }: SegmentBuyer, products: readonly NamedProduct[]): string {
  return fillAnnouncement(text, { name, products: products.map((product) => nameFor(language, product)) });
}

/** Korean buyers read Korean names; everybody else the English one. */
function nameFor(language: string | null, { names, code }: NamedProduct): string {
  return (language === 'ko' ? names['ko'] : undefined) ?? names['en'] ?? names['ko'] ?? code;
}
