import { Injectable } from '@nestjs/common';
import { EventLog, MessagesRepository, type MessageEntity, type TenantContext } from '@dangol/db';
import {
  MailSuppressions,
  MailThreads,
  isAddressGone,
  readMessageMail,
  withoutAddresses,
  type MailReport,
} from '../../channels/index.ts';
import { RefreshClocksUseCase } from '../../sla/index.ts';
import type { MailOutcome } from './apply-mail.use-case.ts';

/** Why no more mail goes to an address, by the kind of a report. */
const EVENTS = { failed: 'reply.bounced', delayed: 'reply.delayed', complaint: 'reply.complained' } as const;

/**
 * Applies what a mail system says of one of our mails. Only a report that returns the Message-ID of a mail we sent counts:
 * anybody can write that an address does not exist.
 */
@Injectable()
export class ApplyMailReport {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly threads: MailThreads,
    private readonly suppressions: MailSuppressions,
    private readonly refreshClocks: RefreshClocksUseCase,
    private readonly events: EventLog,
  ) {}

  async execute(ctx: TenantContext, channelId: string, report: MailReport, now: Date): Promise<MailOutcome> {
    const own = await this.threads.ownMessage(ctx, channelId, report.about);
    const message = own && (await this.messages.findById(ctx, own.id, { lock: true }));
    if (!message) return { dismissed: 'UNKNOWN_REPORT' };
    const [address] = readMessageMail(message.mail)?.recipients ?? [];
    const { kind, status } = report;
    const words = withoutAddresses([status, report.detail].filter((part) => part !== null).join(' '));
    if (address !== undefined && (kind === 'complaint' || isAddressGone(report))) {
      const reason = kind === 'complaint' ? 'complained' : 'bounced';
      await this.suppressions.add(ctx, { address, reason, detail: words || null, channelId });
    }
    await this.mark(ctx, message, kind, words);
    this.events.append(ctx, {
      verb: EVENTS[kind],
      subjectKind: 'message',
      subjectId: message.id,
      conversationId: message.conversationId,
      data: { ...(status !== null && { status }) },
    });
    await this.refreshClocks.execute(ctx, message.conversationId, now);
    return { messageId: message.id };
  }

  /** What did not arrive was not taken after all, so the clock runs on from where it was. One that waits may still arrive. */
  private async mark(
    ctx: TenantContext,
    message: MessageEntity,
    kind: MailReport['kind'],
    words: string,
  ): Promise<void> {
    if (kind === 'complaint' || message.deliveryStatus === 'failed') return;
    if (kind === 'failed')
      await this.messages.update(ctx, message.id, {
        deliveryStatus: 'failed',
        deliveryError: `The mail came back: ${words || 'it could not be delivered.'}`,
        acceptedAt: null,
      });
    else await this.messages.update(ctx, message.id, { deliveryError: `The mail is still on its way: ${words}` });
  }
}
