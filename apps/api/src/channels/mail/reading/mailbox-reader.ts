import type { ChannelsRepository, TenantContext } from '@dangol/db';
import type { Log } from '../../../platform/logging/log.ts';
import type { SecretBox } from '../../../platform/secrets/secret-box.ts';
import { connectionFailure, type ConnectionFailure } from '../connection-failure.ts';
import { readMailConnection } from '../mail-connection.ts';
import type { MailHosts } from '../mail-hosts.ts';
import { MailboxSession } from './mailbox-session.ts';
import type { MailboxStanding } from './mailbox-standing.ts';
import { mailboxClient } from './open-mailbox.ts';
import type { StoreMailUseCase } from './store-mail.use-case.ts';

/** Pauses before a mailbox is tried again; they double up to the longest. */
export interface ReadingPauses {
  readonly firstMs: number;
  readonly longestMs: number;
  /** A password that is tried too often locks the account. */
  readonly afterRefusedPasswordMs: number;
}

export const READING_PAUSES: ReadingPauses = { firstMs: 1_000, longestMs: 300_000, afterRefusedPasswordMs: 60_000 };

/** What a reader works with. */
export interface ReaderParts {
  readonly channels: ChannelsRepository;
  readonly secrets: SecretBox;
  readonly hosts: MailHosts;
  readonly store: StoreMailUseCase;
  readonly standing: MailboxStanding;
  readonly log: Log;
  readonly pauses: ReadingPauses;
}

/** Reads one mailbox for as long as it is let: connects again after every loss, and says on the channel when it cannot. */
export class MailboxReader {
  private readonly stopping = new AbortController();
  private readonly ctx: TenantContext;
  private failures = 0;
  private ended: Promise<void> | null = null;

  constructor(
    workspaceId: string,
    private readonly channelId: string,
    private readonly parts: ReaderParts,
  ) {
    this.ctx = { workspaceId, actor: { kind: 'channel', id: channelId } };
  }

  start(): void {
    this.ended ??= this.readOn();
  }

  /** Resolves when nothing of it runs any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
  }

  private async readOn(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        const failure = await this.session(signal);
        if (failure) await this.failed(failure, signal);
      } catch (error) {
        // Not of the mailbox: the database is away, say. Nothing can be written on the channel then.
        this.parts.log.warn({ err: error, channelId: this.channelId }, 'a mailbox could not be read');
        await pause(this.pauseMs(this.parts.pauses.firstMs), signal);
      }
    }
  }

  /** One connection; answers why it ended, null when it was to end. */
  private async session(signal: AbortSignal): Promise<ConnectionFailure | null> {
    const { channels, secrets, hosts, store, standing } = this.parts;
    const channel = await channels.findById(this.ctx, this.channelId);
    if (!channel?.mail || !channel.mailPassword)
      return { server: 'imap', reason: 'PASSWORD_REFUSED', message: 'The password has to be entered again.' };
    const { imap, folder } = readMailConnection(channel.mail);
    const found = await hosts.resolve(imap);
    if ('problem' in found) return { server: 'imap', reason: 'UNREACHABLE', message: found.problem };
    const client = mailboxClient(imap, found.address, secrets.open(channel.mailPassword));
    const mailbox = { ctx: this.ctx, channelId: channel.id, folder, since: channel.createdAt };
    const session = new MailboxSession(client, mailbox, store);
    try {
      let isTold = false;
      await session.run(signal, async () => {
        this.failures = 0;
        if (!isTold) await standing.well(this.ctx, channel.id);
        isTold = true;
      });
      return null;
    } catch (error) {
      if (isOurs(error)) throw error;
      return signal.aborted ? null : connectionFailure('imap', imap, error);
    } finally {
      client.close();
    }
  }

  /** A connection that was only lost is taken up again before anybody is told. */
  private async failed(failure: ConnectionFailure, signal: AbortSignal): Promise<void> {
    const { standing, pauses, log } = this.parts;
    const lost = failure.reason === 'UNREACHABLE' || failure.reason === 'PROTOCOL';
    log.info({ channelId: this.channelId, reason: failure.reason, failures: this.failures + 1 }, 'a mailbox is away');
    if (!lost || this.failures > 0) await standing.failing(this.ctx, this.channelId, failure);
    const refused = failure.reason === 'PASSWORD_REFUSED';
    await pause(this.pauseMs(refused ? pauses.afterRefusedPasswordMs : pauses.firstMs), signal);
  }

  private pauseMs(firstMs: number): number {
    const ms = Math.min(firstMs * 2 ** this.failures, Math.max(firstMs, this.parts.pauses.longestMs));
    this.failures += 1;
    return ms;
  }
}

/** Errors of the database carry an SQLSTATE; those of mail servers do not. */
function isOurs(error: unknown): boolean {
  const { code, name } = Object(error) as { code?: unknown; name?: unknown };
  return (
    (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]+$/.test(code)) || name === 'QueryFailedError'
  );
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  signal.addEventListener('abort', () => resolve(), { once: true });
  if (signal.aborted) resolve();
  return promise.finally(() => clearTimeout(timer));
}
