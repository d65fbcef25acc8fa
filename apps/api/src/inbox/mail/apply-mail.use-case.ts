import { Injectable } from '@nestjs/common';
import {
  ChannelsRepository,
  InboundMessagesRepository,
  TenantDatabase,
  UnitOfWork,
  type InboundMessageEntity,
  type TenantContext,
} from '@dangol/db';
import { MailThreads, parseMail, readMailConnection, type ParsedMail } from '../../channels/index.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { InboundAttachments, type InboundAttachment } from '../inbound-attachments.ts';
import { ApplyMailReport } from './apply-mail-report.ts';
import { TakeInMail } from './take-in-mail.ts';

/** What became of a mail: a message, known or new, or the reason why it is none. */
export type MailOutcome =
  | { readonly messageId: string }
  | { readonly dismissed: 'AUTOMATIC_MAIL' | 'OWN_MAIL' | 'UNKNOWN_REPORT' }
  | { readonly rejected: string; readonly problem: string };

/**
 * Turns one raw mail into what it is: a message of a buyer, a copy of our own, a report of a mail system, or something that
 * concerns nobody. Exactly once in effect: the raw row says whether it was done, and Message-IDs whether it is known.
 */
@Injectable()
export class ApplyMailUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly inbound: InboundMessagesRepository,
    private readonly channels: ChannelsRepository,
    private readonly attachments: InboundAttachments,
    private readonly threads: MailThreads,
    private readonly reports: ApplyMailReport,
    private readonly takeIn: TakeInMail,
    private readonly clock: Clock,
  ) {}

  async execute(ctx: TenantContext, row: InboundMessageEntity): Promise<void> {
    const parsed = await parseMail(row.body);
    let files: InboundAttachment[] = [];
    try {
      if (parsed.ok) files = await this.putFiles(ctx, row.id, parsed.mail);
      await this.unitOfWork.run(ctx, async () => {
        const waiting = await this.inbound.findById(ctx, row.id, { lock: true });
        if (!waiting || waiting.status === 'applied' || waiting.status === 'dismissed') return;
        const outcome: MailOutcome = parsed.ok
          ? await this.apply({ ...ctx, actor: { kind: 'channel', id: row.channelId } }, waiting, parsed.mail, files)
          : { rejected: parsed.code, problem: parsed.message };
        await this.note(ctx, waiting, outcome);
      });
    } finally {
      await this.attachments.drop(ctx, files); // of a mail that was known, or that did not come about
    }
  }

  private async apply(
    ctx: TenantContext,
    row: InboundMessageEntity,
    mail: ParsedMail,
    files: readonly InboundAttachment[],
  ): Promise<MailOutcome> {
    const { channelId } = row;
    const channel = await this.channels.getById(ctx, channelId);
    const { address } = readMailConnection(channel.mail);
    await this.lock(ctx, channelId, mail);
    const own = await this.threads.ownMessage(ctx, channelId, mail.messageId);
    if (own && mail.from?.address === address) return { messageId: own.id };
    if (mail.report) return this.reports.execute(ctx, channelId, mail.report, this.clock.now());
    return this.takeIn.execute(ctx, row, mail, files, address);
  }

  private async putFiles(ctx: TenantContext, id: string, mail: ParsedMail): Promise<InboundAttachment[]> {
    if (mail.report || mail.files.length === 0) return [];
    const attachments = mail.files.map(({ name, contentType, content }) => ({
      name,
      contentType,
      base64: content.toString('base64'),
    }));
    const put = await this.attachments.put(ctx, id, { attachments });
    return put.map(({ entry, stored }, index) => {
      const contentId = mail.files[index]!.contentId;
      return { entry: contentId === null ? entry : { ...entry, contentId }, stored };
    });
  }

  /** Mails that name each other, or of one sender, wait for each other; taken in one order, so that none blocks another. */
  private async lock(ctx: TenantContext, channelId: string, mail: ParsedMail): Promise<void> {
    const ids = [mail.messageId, ...mail.references].filter((id) => id !== null);
    const people = [mail.from?.address, mail.replyTo?.address].filter((address) => address !== undefined);
    const keys = [...ids.map((id) => `mail:${channelId}:${id}`), ...people.map((one) => `sender:${channelId}:${one}`)];
    await this.database.query(
      ctx,
      `select pg_advisory_xact_lock(k) from (select distinct hashtextextended($1 || key, 0) as k from unnest($2::text[]) key order by 1) keys`,
      [`${ctx.workspaceId}:`, keys],
    );
  }

  private async note(ctx: TenantContext, row: InboundMessageEntity, outcome: MailOutcome): Promise<void> {
    const attempts = row.attempts + 1;
    if ('rejected' in outcome) {
      const { rejected: problemCode, problem } = outcome;
      await this.inbound.update(ctx, row.id, { status: 'rejected', problemCode, problem, attempts });
      return;
    }
    const applied = 'messageId' in outcome;
    await this.inbound.update(ctx, row.id, {
      status: applied ? 'applied' : 'dismissed',
      appliedAt: applied ? this.clock.now() : null,
      messageId: applied ? outcome.messageId : null,
      problemCode: applied ? null : outcome.dismissed,
      problem: null,
      attempts,
    });
  }
}
