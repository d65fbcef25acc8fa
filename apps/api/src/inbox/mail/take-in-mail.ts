import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BuyerIdentitiesRepository, newId, type InboundMessageEntity, type TenantContext } from '@dangol/db';
import { RegisterBuyerUseCase } from '../../buyers/index.ts';
import { MailThreads, type MailThread, type MessageMail, type ParsedMail } from '../../channels/index.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { InboundAttachment } from '../inbound-attachments.ts';
import { TakeInMessagesUseCase } from '../take-in-messages.use-case.ts';
import type { MailOutcome } from './apply-mail.use-case.ts';
import { writerOf, writtenAt, type MailWriter } from './mail-writer.ts';

/** Where a mail belongs. */
interface Place {
  readonly thread: MailThread | null;
  readonly direction: 'inbound' | 'outbound';
  readonly automatic: boolean;
}

/** Takes a mail in as a message: of the buyer who wrote it, or of ours that was sent outside of here. */
@Injectable()
export class TakeInMail {
  constructor(
    private readonly identities: BuyerIdentitiesRepository,
    private readonly registerBuyer: RegisterBuyerUseCase,
    private readonly threads: MailThreads,
    private readonly takeIn: TakeInMessagesUseCase,
    private readonly clock: Clock,
  ) {}

  /** In the unit that holds the locks of the mail. `ownAddress` is that of the channel. */
  async execute(
    ctx: TenantContext,
    row: InboundMessageEntity,
    mail: ParsedMail,
    files: readonly InboundAttachment[],
    ownAddress: string,
  ): Promise<MailOutcome> {
    const writer = writerOf(mail, ownAddress);
    if (!writer) return { rejected: 'MAIL_WITHOUT_SENDER', problem: 'The mail names no sender that can be read.' };
    if (writer.address === ownAddress) return this.takeInOwn(ctx, row, mail, files, ownAddress);
    const thread = await this.threadOf(ctx, row.channelId, mail, [writer.address, ...fromOf(mail)]);
    const automatic = mail.automatic !== null && !(writer.passedOn && mail.automatic !== 'list');
    if (automatic && !thread && !(await this.identityOf(ctx, row.channelId, writer.address)))
      return { dismissed: 'AUTOMATIC_MAIL' }; // a machine that nobody knows is no buyer
    const sentAt = writtenAt(mail.date, row.receivedAt);
    const buyerId = await this.buyerOf(ctx, row.channelId, thread, writer, sentAt);
    return this.keep(ctx, row, mail, files, buyerId, { thread, direction: 'inbound', automatic });
  }

  /** Written by one of ours in another program. It is only taken where it answers a buyer: what else we write concerns nobody here. */
  private async takeInOwn(
    ctx: TenantContext,
    row: InboundMessageEntity,
    mail: ParsedMail,
    files: readonly InboundAttachment[],
    ownAddress: string,
  ): Promise<MailOutcome> {
    const others = mail.recipients.filter((address) => address !== ownAddress);
    const thread = await this.threads.find(ctx, row.channelId, mail.references, others);
    if (!thread) return { dismissed: 'OWN_MAIL' };
    const automatic = mail.automatic !== null;
    return this.keep(ctx, row, mail, files, thread.buyerId, { thread, direction: 'outbound', automatic });
  }

  /** By what it answers; by its own Message-ID too, because the answer to it may have come first. */
  private async threadOf(
    ctx: TenantContext,
    channelId: string,
    mail: ParsedMail,
    addresses: readonly string[],
  ): Promise<MailThread | null> {
    const ids = [...(mail.messageId ? [mail.messageId] : []), ...mail.references];
    return this.threads.find(ctx, channelId, ids, addresses);
  }

  private async buyerOf(
    ctx: TenantContext,
    channelId: string,
    thread: MailThread | null,
    { address, name }: MailWriter,
    seenAt: Date,
  ): Promise<string> {
    const now = this.clock.now();
    // Whom the buyer copied in writes for that buyer, unless they are known as somebody else.
    if (thread && !(await this.identityOf(ctx, channelId, address)))
      await this.identities.insert(ctx, {
        ...{ id: newId(), buyerId: thread.buyerId, channelId, externalId: address },
        ...{ displayName: name, seenAt, createdAt: now },
      });
    const described = { channelId, externalId: address, email: address, seenAt, ...(name !== null && { name }) };
    const buyerId = await this.registerBuyer.execute(ctx, described, now);
    return thread?.buyerId ?? buyerId;
  }

  private async identityOf(ctx: TenantContext, channelId: string, address: string) {
    const [identity] = await this.identities.find(ctx, { channelId, externalId: address }, { limit: 1 });
    return identity ?? null;
  }

  private async keep(
    ctx: TenantContext,
    row: InboundMessageEntity,
    mail: ParsedMail,
    files: readonly InboundAttachment[],
    buyerId: string,
    { thread, direction, automatic }: Place,
  ): Promise<MailOutcome> {
    const headers: MessageMail = {
      messageId: mail.messageId,
      references: [...mail.references],
      from: mail.from?.address ?? null,
      replyTo: mail.replyTo?.address ?? null,
      recipients: [...mail.recipients],
    };
    const body = {
      externalId: row.externalId,
      sentAt: writtenAt(mail.date, row.receivedAt).toISOString(),
      direction,
      conversation: {
        externalId: thread?.externalId ?? threadKey(mail, row.externalId),
        ...(mail.subject !== null && { subject: mail.subject }),
      },
      text: mail.text,
      ...(mail.html !== null && { html: mail.html }),
    };
    const arrival = { buyerId, body, files, autoSubmitted: automatic, mail: headers };
    const [threaded] = await this.takeIn.execute(ctx, row.channelId, [arrival], this.clock.now());
    const { conversationId, messageId } = threaded!;
    const ids = [...mail.references, ...(mail.messageId ? [mail.messageId] : [])];
    await this.threads.remember(ctx, row.channelId, conversationId, ids);
    return { messageId };
  }
}

/** Of a new conversation: who writes, and where they say the thread began; so it is the same in whatever order mails come. */
function threadKey(mail: ParsedMail, fallback: string): string {
  const root = mail.references[0] ?? mail.messageId ?? fallback;
  return `mail:${createHash('sha256')
    .update(`${mail.from?.address ?? ''}\n${root}`)
    .digest('hex')}`;
}

function fromOf(mail: ParsedMail): string[] {
  return mail.from ? [mail.from.address] : [];
}
