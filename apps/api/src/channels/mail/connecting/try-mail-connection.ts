import { Injectable } from '@nestjs/common';
import { connectionFailure, type ConnectionFailure } from '../connection-failure.ts';
import type { MailConnectionSettings } from '../mail-connection.ts';
import { MailHosts } from '../mail-hosts.ts';
import { mailboxClient } from '../reading/open-mailbox.ts';
import { withSmtp } from '../sending/smtp-session.ts';

/** Tries both servers of a mailbox: signs in, opens the folder, sends nothing. */
@Injectable()
export class TryMailConnection {
  constructor(private readonly hosts: MailHosts) {}

  /** Answers what is wrong first, the mailbox before the way out; null when all is well. */
  async execute(
    settings: MailConnectionSettings,
    password: string,
    signal: AbortSignal,
  ): Promise<ConnectionFailure | null> {
    return (await this.imap(settings, password, signal)) ?? (await this.smtp(settings, password, signal));
  }

  private async imap(
    { imap, folder }: MailConnectionSettings,
    password: string,
    signal: AbortSignal,
  ): Promise<ConnectionFailure | null> {
    const found = await this.hosts.resolve(imap);
    if ('problem' in found) return { server: 'imap', reason: 'UNREACHABLE', message: found.problem };
    const client = mailboxClient(imap, found.address, password);
    client.on('error', () => undefined); // the step that waits is told
    const giveUp = (): void => client.close();
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      await client.connect();
      await client.mailboxOpen(folder, { readOnly: true });
      return null;
    } catch (error) {
      return connectionFailure('imap', imap, error);
    } finally {
      signal.removeEventListener('abort', giveUp);
      client.close();
    }
  }

  private async smtp(
    { smtp }: MailConnectionSettings,
    password: string,
    signal: AbortSignal,
  ): Promise<ConnectionFailure | null> {
    const found = await this.hosts.resolve(smtp);
    if ('problem' in found) return { server: 'smtp', reason: 'UNREACHABLE', message: found.problem };
    try {
      await withSmtp(smtp, found.address, password, signal, () => Promise.resolve());
      return null;
    } catch (error) {
      return connectionFailure('smtp', smtp, error);
    }
  }
}
