import { Client } from 'pg';

/** A mailbox that is to be read; its version is another one when it is connected otherwise. */
export interface WantedMailbox {
  readonly workspaceId: string;
  readonly channelId: string;
  readonly version: string;
}

const LOCK_KEY = `hashtextextended('mailbox:' || id, 0)`;

/**
 * Which mailboxes this process reads: it holds an advisory lock for each, which the server drops when the process dies, however
 * it dies. So one process reads a mailbox, and another takes it over. The list is of all workspaces and holds ids only.
 */
export class MailboxLease {
  private constructor(private readonly client: Client) {}

  /** Connects. `onChange` is called when another mailbox is wanted, `onLoss` once when the locks are gone. */
  static async connect(connectionString: string, onChange: () => void, onLoss: (error?: Error) => void) {
    const client = new Client({
      connectionString,
      options: '-c role=dangol_jobs',
      application_name: 'dangol-mail',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    let lost = false;
    const lose = (error?: Error): void => {
      if (lost) return;
      lost = true;
      onLoss(error);
    };
    client.on('error', lose).on('end', () => lose());
    client.on('notification', onChange);
    await client.connect();
    await client.query('listen dangol_mailboxes');
    return new MailboxLease(client);
  }

  async wanted(): Promise<WantedMailbox[]> {
    const { rows } = await this.client.query<WantedMailbox>(
      `select workspace_id as "workspaceId", channel_id as "channelId", version from queue.mailboxes order by channel_id`,
    );
    return rows;
  }

  /** Takes the mailboxes that no other process has; answers which. */
  async take(channelIds: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.client.query<{ id: string }>(
      `select id from unnest($1::text[]) id where pg_try_advisory_lock(${LOCK_KEY})`,
      [channelIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async release(channelId: string): Promise<void> {
    await this.client.query(`select pg_advisory_unlock(${LOCK_KEY}) from (select $1::text as id) m`, [channelId]);
  }

  async end(): Promise<void> {
    await this.client.end();
  }
}
