import { Client } from 'pg';
import type { Log } from '../logging/log.ts';

/** First key of the advisory locks; the second is the hash of the worker's id. */
const LOCK_CLASS = 7_306_002;
const RETRY_MS = 1_000;

/**
 * Holds an advisory lock for each worker of this process for as long as the process lives. The server drops the lock when
 * the process dies, however it dies: that is how the others know that its jobs will never be finished.
 */
export class WorkerLease {
  private readonly workerIds = new Set<string>();
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly connectionString: string,
    private readonly log: Log,
  ) {}

  /** Connects; every lock taken so far is taken again after a lost connection. */
  async start(): Promise<void> {
    const client = new Client({
      connectionString: this.connectionString,
      options: '-c role=dangol_jobs',
      application_name: 'dangol-lease',
      keepAlive: true,
    });
    client.on('error', (error) => this.lose(client, error));
    await client.connect();
    this.client = client;
    for (const workerId of this.workerIds) await this.lock(client, workerId);
  }

  /** Takes the lock of a worker; call before it takes its first job. */
  async hold(workerId: string): Promise<void> {
    if (this.workerIds.has(workerId)) return;
    this.workerIds.add(workerId);
    if (this.client) await this.lock(this.client, workerId);
  }

  /** Unlocks the jobs of workers that hold no lock, so that they run again. Answers how many workers were dead. */
  async freeJobsOfTheDead(): Promise<number> {
    const { client } = this;
    if (!client) return 0;
    const { rows } = await client.query<{ id: string }>(
      `select distinct locked_by as id from jobs.jobs where locked_by is not null and locked_by <> all ($1)`,
      [[...this.workerIds]],
    );
    let dead = 0;
    for (const { id } of rows) {
      const { rows: taken } = await client.query<{ free: boolean }>(
        'select pg_try_advisory_lock($1::integer, hashtext($2)) as free',
        [LOCK_CLASS, id],
      );
      if (!taken[0]?.free) continue;
      try {
        await client.query('select jobs.force_unlock_workers($1)', [[id]]);
        dead += 1;
      } finally {
        await client.query('select pg_advisory_unlock($1::integer, hashtext($2))', [LOCK_CLASS, id]);
      }
    }
    return dead;
  }

  /** Lets go of everything; call after the worker has stopped. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.retry) clearTimeout(this.retry);
    const { client } = this;
    this.client = null;
    await client?.end();
  }

  private async lock(client: Client, workerId: string): Promise<void> {
    await client.query('select pg_advisory_lock($1::integer, hashtext($2))', [LOCK_CLASS, workerId]);
  }

  private lose(client: Client, error: Error): void {
    if (this.client === client) this.client = null;
    client.end().catch(() => undefined);
    if (this.stopped || this.retry) return;
    this.log.warn({ err: error }, 'the connection that holds the worker locks is down');
    this.retry = setTimeout(() => {
      this.retry = null;
      this.start().catch((again: Error) => this.lose(client, again));
    }, RETRY_MS);
  }
}
