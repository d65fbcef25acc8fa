import type { ImapFlow } from 'imapflow';
import type { TenantContext } from '@dangol/db';
import { MAX_MAIL_BYTES } from '../parsing/parse-mail.ts';
import type { FetchedMail, MailPosition, StoreMailUseCase } from './store-mail.use-case.ts';

/** So many mails, of so many bytes together, are stored in one transaction. */
const MAX_TOGETHER = 20;
const MAX_TOGETHER_BYTES = 8 * 1024 * 1024;
/** The folder is looked at this often even when the server says nothing. */
const LOOK_AGAIN_MS = 4 * 60_000;
/** The server's clock may be so far behind ours when a mailbox is connected. */
const SKEW_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

/** A mail in the folder that has not been fetched yet. */
interface Listed {
  readonly uid: number;
  readonly size: number;
  readonly arrivedAt: Date;
}

/** What is read, and for whom. */
export interface MailboxToRead {
  readonly ctx: TenantContext;
  readonly channelId: string;
  readonly folder: string;
  /** Mail that came before is not read: it belongs to a time without us. */
  readonly since: Date;
}

/** One connection to a folder: reads what is new, then whatever comes, until the connection ends or `signal` does. */
export class MailboxSession {
  private position: MailPosition | null = null;
  private wake: () => void = () => undefined;

  constructor(
    private readonly client: ImapFlow,
    private readonly mailbox: MailboxToRead,
    private readonly store: StoreMailUseCase,
  ) {}

  /** Calls `onRead` each time the folder has been read to its end. Throws what ended the connection. */
  async run(signal: AbortSignal, onRead: () => Promise<void>): Promise<void> {
    const { ctx, channelId, folder } = this.mailbox;
    let changed = true;
    let ended: Error | null = null;
    const notice = (): void => {
      changed = true;
      this.wake();
    };
    this.client.on('exists', notice).on('mailboxOpen', notice);
    this.client.on('error', (error) => (ended = error));
    this.client.on('close', () => {
      ended ??= Object.assign(new Error('the server ended the connection'), { code: 'EConnectionClosed' });
      this.wake();
    });
    // What was fetched is stored to its end; a command that waits for the server is not waited for.
    signal.addEventListener('abort', () => this.client.close(), { once: true });
    if (signal.aborted) return;
    await this.client.connect();
    await this.client.mailboxOpen(folder, { readOnly: true });
    this.position = await this.store.position(ctx, channelId, folder);
    while (!signal.aborted) {
      if (ended) throw ended as Error;
      if (changed) {
        changed = false;
        await this.readOn();
        await onRead();
        continue;
      }
      await this.somethingNew();
      changed = true;
    }
  }

  private async somethingNew(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.wake = resolve;
    const timer = setTimeout(resolve, LOOK_AGAIN_MS);
    await promise;
    clearTimeout(timer);
    this.wake = () => undefined;
  }

  /** Reads everything behind the cursor; from the beginning when the folder is another one than it was (UIDVALIDITY). */
  private async readOn(): Promise<void> {
    const { mailbox } = this.client;
    if (!mailbox) return;
    const { uidValidity, uidNext } = mailbox; // as it was before it is looked through: later mail has a higher UID
    const known = this.position?.uidValidity === uidValidity ? this.position : null;
    const listed = known ? await this.listBehind(known.lastUid) : await this.listSince(this.mailbox.since);
    let lastUid = known?.lastUid ?? 0n;
    for (const mails of together(listed)) {
      const fetched = await this.fetch(mails);
      lastUid = BigInt(mails.at(-1)!.uid);
      await this.keep(fetched, { uidValidity, lastUid });
    }
    // Of an empty or new folder: what is in it now was decided about; what comes next has this UID or a higher one.
    if (!known && listed.length === 0 && uidNext > 0) lastUid = BigInt(uidNext - 1);
    await this.keep([], { uidValidity, lastUid });
  }

  private async keep(mails: readonly FetchedMail[], position: MailPosition): Promise<void> {
    const { ctx, channelId, folder } = this.mailbox;
    await this.store.execute(ctx, channelId, folder, mails, position);
    this.position = position;
  }

  private async listBehind(lastUid: bigint): Promise<Listed[]> {
    const listed = await this.list(`${lastUid + 1n}:*`);
    return listed.filter(({ uid }) => BigInt(uid) > lastUid); // `*` is the last mail, also when it is not behind
  }

  private async listSince(since: Date): Promise<Listed[]> {
    const from = new Date(since.getTime() - SKEW_MS);
    const uids = await this.client.search({ since: new Date(from.getTime() - DAY_MS) }, { uid: true });
    if (!uids || uids.length === 0) return [];
    const listed = await this.list(uids.join(','));
    return listed.filter(({ arrivedAt }) => arrivedAt >= from);
  }

  private async list(range: string): Promise<Listed[]> {
    if (!this.client.mailbox || this.client.mailbox.exists === 0) return [];
    const found = await this.client.fetchAll(range, { uid: true, size: true, internalDate: true }, { uid: true });
    return found
      .map(({ uid, size, internalDate }) => ({ uid, size: size ?? 0, arrivedAt: new Date(internalDate ?? Date.now()) }))
      .toSorted((one, other) => one.uid - other.uid);
  }

  private async fetch(mails: readonly Listed[]): Promise<FetchedMail[]> {
    const [only] = mails;
    const tooLarge = only && only.size > MAX_MAIL_BYTES ? only.size : null;
    const query = tooLarge === null ? { uid: true, source: true } : { uid: true, headers: true };
    const found = await this.client.fetchAll(mails.map(({ uid }) => uid).join(','), query, { uid: true });
    const byUid = new Map(found.map((mail) => [mail.uid, mail.source ?? mail.headers]));
    return mails.flatMap(({ uid, arrivedAt }) => {
      const raw = byUid.get(uid);
      return raw ? [{ raw, arrivedAt, tooLarge }] : []; // it may have been removed meanwhile
    });
  }
}

/** Mails in the portions in which they are stored; one that is too large comes alone. */
function together(listed: readonly Listed[]): Listed[][] {
  const portions: Listed[][] = [];
  let bytes = Infinity;
  for (const mail of listed) {
    const portion = portions.at(-1);
    bytes += mail.size;
    if (portion && portion.length < MAX_TOGETHER && bytes <= MAX_TOGETHER_BYTES) portion.push(mail);
    else {
      portions.push([mail]);
      bytes = mail.size;
    }
  }
  return portions;
}
