import { Injectable } from '@nestjs/common';
import { detectLanguage } from '@dangol/ai-assistant';
import { businessSecondsBetween, decideAcknowledgement, withAutomaticDisclosure } from '@dangol/crm';
import {
  EventLog,
  JobQueue,
  MessagesRepository,
  TenantDatabase,
  UnitOfWork,
  newId,
  type TenantContext,
} from '@dangol/db';
import { canSend } from '../../channels/index.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Task, type TaskHandler } from '../../platform/jobs/task.decorator.ts';
import { RefreshClocksUseCase, SlaSettings } from '../../sla/index.ts';
import { nextRevision } from '../next-revision.ts';
import { queueDelivery } from '../queue-delivery.ts';
import { ACKNOWLEDGE_INQUIRY } from './acknowledge-inquiry.task-name.ts';
import { queryAcknowledgementFacts, type AcknowledgementFacts } from './acknowledgement-facts.query.ts';

interface Payload extends Record<string, unknown> {
  workspaceId: string;
  messageId: string;
}

/**
 * Answers a buyer's message with the channel's automatic acknowledgement, by the way that every reply takes but without undo
 * window. It stops no clock: the inquiry goes on waiting for a person, who sees that only a machine has answered (002-23).
 */
@Task(ACKNOWLEDGE_INQUIRY)
@Injectable()
export class AcknowledgeInquiryJob implements TaskHandler<Payload> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly messages: MessagesRepository,
    private readonly settings: SlaSettings,
    private readonly refreshClocks: RefreshClocksUseCase,
    private readonly jobs: JobQueue,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  async run({ workspaceId, messageId }: Payload): Promise<void> {
    const ctx: TenantContext = { workspaceId, actor: { kind: 'assistant', id: null } };
    await this.unitOfWork.run(ctx, async () => {
      const now = this.clock.now();
      const facts = await queryAcknowledgementFacts(this.database, ctx, messageId, now);
      if (!facts) return;
      const decided = await this.decide(ctx, facts, now);
      if ('text' in decided) await this.send(ctx, facts, decided, now);
      else if (decided.reason === 'too_many')
        this.append(ctx, 'acknowledgement.held_back', messageId, facts.conversationId, decided);
    });
  }

  private async decide(ctx: TenantContext, facts: AcknowledgementFacts, now: Date) {
    const { calendar } = await this.settings.current(ctx, facts.channelId);
    const read = detectLanguage(facts.text);
    return decideAcknowledgement({
      ...facts,
      channelCanSend: canSend(facts.channel),
      officeOpen: businessSecondsBetween(calendar, now.getTime(), now.getTime() + 1) > 0,
      ageMs: now.getTime() - facts.sentAt.getTime(),
      language: facts.knownLanguage ?? (read.certain ? read.code : null),
    });
  }

  private async send(
    ctx: TenantContext,
    { conversationId, channelId }: AcknowledgementFacts,
    { text, language }: { text: string; language: string },
    now: Date,
  ): Promise<void> {
    const id = newId();
    await this.messages.insert(ctx, {
      id,
      conversationId,
      channelId,
      direction: 'outbound',
      authorKind: 'assistant',
      authorMemberId: null,
      revision: await nextRevision(this.database, ctx, conversationId),
      text: withAutomaticDisclosure(text, language),
      sentAt: now,
      createdAt: now,
      deliveryStatus: 'queued',
      deliverAt: now,
    });
    await queueDelivery(this.jobs, ctx, id, now);
    await this.refreshClocks.execute(ctx, conversationId, now);
    this.append(ctx, 'acknowledgement.queued', id, conversationId, { language });
  }

  private append(ctx: TenantContext, verb: string, id: string, conversationId: string, data: object): void {
    this.events.append(ctx, { verb, subjectKind: 'message', subjectId: id, conversationId, data: { ...data } });
  }
}
