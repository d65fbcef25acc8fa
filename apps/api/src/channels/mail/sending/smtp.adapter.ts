import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { TenantContext } from '@dangol/db';
import type {
  ChannelAdapter,
  ChannelEndpoint,
  ChannelHealth,
  DeliveryOutcome,
  OutgoingReply,
} from '../../channel-adapter.ts';
import { connectionFailure } from '../connection-failure.ts';
import { TryMailConnection } from '../connecting/try-mail-connection.ts';
import { MailHosts } from '../mail-hosts.ts';
import { readMailConnection } from '../mail-connection.ts';
import { MailSuppressions } from '../suppression/mail-suppressions.ts';
import { composeMail } from './compose-mail.ts';
import { readRefusal, type SmtpRefusal } from './smtp-refusal.ts';
import { withSmtp } from './smtp-session.ts';

const REASONS = {
  bounced: 'an earlier mail to it came back',
  complained: 'its owner reported an earlier mail as unwanted',
  unsubscribed: 'its owner asked for no more mail',
  by_hand: 'somebody of the team put it on the list',
} as const;

/** Sends replies by mail. */
@Injectable()
export class SmtpAdapter implements ChannelAdapter {
  constructor(
    private readonly hosts: MailHosts,
    private readonly suppressions: MailSuppressions,
    private readonly tryConnection: TryMailConnection,
  ) {}

  async deliver(reply: OutgoingReply, channel: ChannelEndpoint, signal: AbortSignal): Promise<DeliveryOutcome> {
    const { mail } = reply;
    if (!mail) return onlyThis('No address of the buyer is known.');
    if (!channel.mail || channel.mailPassword === null) return refused('This channel has no mailbox.');
    const ctx: TenantContext = { workspaceId: channel.workspaceId, actor: { kind: 'system', id: null } };
    const suppressed = await this.suppressions.find(ctx, mail.to);
    if (suppressed) return onlyThis(`No mail is sent to this address: ${REASONS[suppressed.reason]}.`);
    const settings = readMailConnection(channel.mail);
    const found = await this.hosts.resolve(settings.smtp);
    if ('problem' in found) return later(`SMTP UNREACHABLE: ${found.problem}`);
    const bytes = await composeMail({ ...reply, mail }, settings);
    let handedOver = false;
    const raw = Readable.from([bytes], { objectMode: false }).once('end', () => (handedOver = true));
    try {
      const envelope = { from: settings.address, to: [mail.to], size: bytes.length };
      await withSmtp(settings.smtp, found.address, channel.mailPassword, signal, (smtp) => smtp.send(envelope, raw));
      return { accepted: true };
    } catch (error) {
      const refusal = readRefusal(error);
      if (refusal) return await this.answer(ctx, channel.channelId, mail.to, refusal);
      if (handedOver)
        return {
          ...later(
            'The connection was cut after the mail was handed over, so it may have arrived. It is sent again under the same Message-ID, which mail programs show once.',
          ),
          onlyThisReply: true,
        };
      const { reason, message } = connectionFailure('smtp', settings.smtp, error);
      return later(`SMTP ${reason}: ${message}`);
    }
  }

  async check(channel: ChannelEndpoint, signal: AbortSignal): Promise<ChannelHealth> {
    if (!channel.mail || channel.mailPassword === null) return { well: false, problem: 'This channel has no mailbox.' };
    const failure = await this.tryConnection.execute(readMailConnection(channel.mail), channel.mailPassword, signal);
    if (!failure) return { well: true };
    return { well: false, problem: `${failure.server.toUpperCase()} ${failure.reason}: ${failure.message}` };
  }

  /** What the server said about this mail; an address that does not exist is not written to again. */
  private async answer(
    ctx: TenantContext,
    channelId: string,
    address: string,
    { about, permanent, gone, words }: SmtpRefusal,
  ): Promise<DeliveryOutcome> {
    if (gone) await this.suppressions.add(ctx, { address, reason: 'bounced', detail: words, channelId });
    const problem = `The mail server ${permanent ? 'refused it' : 'puts it off'}: ${words}`;
    return { accepted: false, retry: !permanent, problem, ...(about !== 'sender' && { onlyThisReply: true as const }) };
  }
}

function later(problem: string) {
  return { accepted: false as const, retry: true, problem };
}

function refused(problem: string) {
  return { accepted: false as const, retry: false, problem };
}

function onlyThis(problem: string) {
  return { ...refused(problem), onlyThisReply: true as const };
}
