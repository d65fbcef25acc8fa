import { Injectable } from '@nestjs/common';
import { recipientObstacle } from '@dangol/crm';
import {
  AnnouncementRecipientsRepository,
  AnnouncementsRepository,
  ConversationsRepository,
  EventLog,
  TenantDatabase,
  UnitOfWork,
  isRefused,
  newId,
  refuse,
  type AnnouncementRecipientEntity,
  type Refused,
} from '@dangol/db';
import { ArrangeConversationUseCase, ChangeDeliveryUseCase, SendReplyUseCase } from '../inbox/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { AnnouncementNotOpen, RecipientsMoved, type SendAnnouncementInput } from './announcement.input.ts';
import { AnnouncementState } from './announcement.model.ts';
import { goesFurther } from './goes-further.query.ts';
import { MAX_RECIPIENTS } from './save-announcement.use-case.ts';
import { querySegment } from './segment.query.ts';

type Outcome = { announcementId: string } | Refused<NotFound | AnnouncementNotOpen | RecipientsMoved>;

/** Sends announcements, each buyer's text as a reply in the buyer's own conversation, and takes them back in time. */
@Injectable()
export class SendAnnouncementUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly announcements: AnnouncementsRepository,
    private readonly recipients: AnnouncementRecipientsRepository,
    private readonly conversations: ConversationsRepository,
    private readonly arrange: ArrangeConversationUseCase,
    private readonly replies: SendReplyUseCase,
    private readonly deliveries: ChangeDeliveryUseCase,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** All or none. Who meanwhile asked something, or said no, is left out; then the sender looks again first. */
  async send(ctx: RequestContext, { id, count }: SendAnnouncementInput): Promise<Outcome> {
    if (await goesFurther(this.database, ctx, id)) return refuse(new NotFound());
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const announcement = await this.announcements.findById(ctx, id, { lock: true });
      if (!announcement) return refuse(new NotFound());
      if (announcement.state === 'sent') return refuse(new AnnouncementNotOpen(AnnouncementState.SENT));
      const now = this.clock.now();
      const ready = await this.recipients.find(ctx, { announcementId: id, state: 'ready' }, { limit: MAX_RECIPIENTS });
      const may = await this.stillAllowed(ctx, ready);
      if (may.size !== ready.length || ready.length !== count) return refuse(new RecipientsMoved(may.size));
      for (const recipient of ready) await this.sendOne(ctx, recipient, may.get(recipient.buyerId)!);
      await this.announcements.update(ctx, id, {
        state: 'sent',
        sentAt: now,
        sentBy: ctx.member?.id ?? null,
        updatedAt: now,
      });
      this.append(ctx, 'announcement.sent', id, { buyers: ready.length });
      return { announcementId: id };
    });
  }

  /** Takes back what has not left yet; the others stay sent. */
  async takeBack(ctx: RequestContext, id: string): Promise<Outcome> {
    if (await goesFurther(this.database, ctx, id)) return refuse(new NotFound());
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const announcement = await this.announcements.findById(ctx, id, { lock: true });
      if (!announcement) return refuse(new NotFound());
      // Locked, so that none of them leaves between here and its own step.
      const queued = await this.database.query<{ id: string }>(
        ctx,
        `select m.id from announcement_recipients r join messages m on m.workspace_id = r.workspace_id and m.id = r.message_id
         where r.workspace_id = $1 and r.announcement_id = $2 and m.delivery_status = 'queued' order by m.id for update of m`,
        [ctx.workspaceId, id],
      );
      if (queued.length === 0) return refuse(new AnnouncementNotOpen(announcement.state as AnnouncementState));
      for (const message of queued) await this.deliveries.withdraw(ctx, message.id);
      const sent = await this.recipients.find(ctx, { announcementId: id, state: 'sent' });
      const all = queued.length === sent.length;
      for (const recipient of sent.filter(({ messageId }) => queued.some((message) => message.id === messageId)))
        await this.recipients.update(ctx, recipient.id, {
          messageId: null,
          ...(all ? { state: 'ready' } : { state: 'skipped', skipReason: 'by_hand' }),
        });
      if (all) await this.announcements.update(ctx, id, { state: 'draft', sentAt: null, sentBy: null });
      this.append(ctx, 'announcement.taken_back', id, { buyers: queued.length });
      return { announcementId: id };
    });
  }

  /** The conversation to write in by buyer, for those whom nothing keeps from it now. */
  private async stillAllowed(
    ctx: RequestContext,
    ready: readonly AnnouncementRecipientEntity[],
  ): Promise<Map<string, string>> {
    const chosen = {
      sql: 'select b.id from buyers b where b.workspace_id = $1 and b.id = any ($2::uuid[])',
      params: [ctx.workspaceId, ready.map(({ buyerId }) => buyerId)],
    };
    const buyers = await querySegment(this.database, ctx, chosen, MAX_RECIPIENTS);
    return new Map(
      buyers.flatMap((buyer) =>
        buyer.conversationId && !recipientObstacle(buyer) ? [[buyer.id, buyer.conversationId]] : [],
      ),
    );
  }

  private async sendOne(
    ctx: RequestContext,
    { id, text }: AnnouncementRecipientEntity,
    conversationId: string,
  ): Promise<void> {
    const conversation = await this.conversations.getById(ctx, conversationId, { lock: true });
    if (conversation.status === 'closed') await this.arrange.reopen(ctx, conversationId);
    const reply = { id: newId(), conversationId, text, revision: conversation.revision, overrideMoved: true };
    const outcome = await this.replies.send(ctx, reply, false);
    if (isRefused(outcome)) throw new Error(`an announcement could not be sent: ${outcome.refusal.code}`);
    await this.recipients.update(ctx, id, { state: 'sent', conversationId, messageId: outcome.messageId });
  }

  private append(ctx: RequestContext, verb: string, subjectId: string, data: Record<string, unknown>): void {
    this.events.append(ctx, { verb, subjectKind: 'announcement', subjectId, data });
  }
}
