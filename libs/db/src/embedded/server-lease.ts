import pg from 'pg';
import { errorCode } from '../error-code.ts';
import type { Cluster } from './cluster.ts';
import { SUPERUSER } from './cluster.ts';

/** pg's client with what its types leave out. */
class LeaseClient extends pg.Client {
  declare ref: () => void;
  declare unref: () => void;
}

/** Any number that is not used elsewhere: every process that uses the server holds this lock shared. */
const USE_LOCK = 7_306_002;

/**
 * Our use of a running server, as an advisory lock on a connection: it ends with this process however that ends, and who
 * can take it alone knows that nobody else uses the server.
 */
export class ServerLease {
  private readonly client: LeaseClient;

  private constructor(client: LeaseClient) {
    this.client = client;
  }

  /** Signs in; null while the server is starting, stopping or gone. Throws when it answers and will not have us. */
  static async take(cluster: Cluster, port: number): Promise<ServerLease | null> {
    const client: LeaseClient = new LeaseClient({
      host: '127.0.0.1',
      port,
      user: SUPERUSER,
      password: cluster.password,
      database: 'postgres',
    });
    client.on('error', () => undefined); // the server ended; the next query tells
    try {
      await client.connect();
      await client.query('select pg_advisory_lock_shared($1)', [USE_LOCK]);
      const { rows } = await client.query<{ path: string }>(`select current_setting('data_directory') as path`);
      if (rows[0]?.path !== cluster.path) throw new Error(`Another PostgreSQL answers on port ${port}`);
      client.unref(); // holding the lease alone must not keep the process running
      return new ServerLease(client);
    } catch (error) {
      await client.end().catch(() => undefined);
      if (isPassing(error)) return null;
      throw error;
    }
  }

  /** Creates the database unless it exists. */
  async createDatabase(name: string): Promise<void> {
    this.client.ref();
    try {
      const { rowCount } = await this.client.query('select from pg_database where datname = $1', [name]);
      if (!rowCount) await this.client.query(`create database ${pg.escapeIdentifier(name)}`);
    } catch (error) {
      if (!['42P04', '23505'].includes(errorCode(error) ?? '')) throw error; // otherwise another start has just made it
    } finally {
      this.client.unref();
    }
  }

  /** Ends our use, and calls `stop` when nobody else uses the server; no newcomer can join it between the two. */
  async release(stop: () => Promise<void>): Promise<void> {
    this.client.ref();
    try {
      if (await this.isLast()) await stop();
    } finally {
      await this.client.end().catch(() => undefined);
    }
  }

  private async isLast(): Promise<boolean> {
    try {
      await this.client.query('select pg_advisory_unlock_shared($1)', [USE_LOCK]);
      const { rows } = await this.client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
        USE_LOCK,
      ]);
      return rows[0]?.alone === true;
    } catch (error) {
      if (isPassing(error)) return true; // the server is gone or going: see to it that nothing of it is left
      throw error;
    }
  }
}

/** Errors of a server that is starting, stopping or not there; anything else would not pass by waiting. */
function isPassing(error: unknown): boolean {
  const code = errorCode(error);
  if (code !== null) return ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'].includes(code);
  return /connection (was )?(terminated|closed|ended)|not queryable/i.test(String(error)); // pg's own, which have no code
}
