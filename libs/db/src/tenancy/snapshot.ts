import type { Readable } from 'node:stream';
import type { Socket } from 'node:net';
import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { inlineParameters } from './inline-parameters.ts';
import { statementOf } from './pool.ts';

/** Rows that a cursor fetches at once. */
const BATCH = 2_000;

/** How an exported file is written by COPY. */
export type CopyFormat = 'csv' | 'csv with header';

/**
 * One read-only transaction that stays open while somebody reads: all statements see the same moment of the workspace. One
 * statement at a time, since there is one connection.
 */
export class Snapshot {
  private copying: Readable | null = null;

  constructor(private readonly client: PoolClient) {}

  /** Runs a statement and answers all its rows. */
  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.client.query(statementOf(sql, params, null));
    return result.rows as Row[]; // the row type is the caller's word about its own statement
  }

  /**
   * The rows of a statement as bytes, in the server's own CSV: NULL is nothing, an empty text is `""`. COPY knows no parameters,
   * so they are written into the text as literals. Read it to its end before the next statement, or let the work fail.
   */
  copyOut(sql: string, params: readonly unknown[], format: CopyFormat): Readable {
    const options = format === 'csv' ? 'format csv' : 'format csv, header true';
    const statement = inlineParameters(sql, params, (text) => this.client.escapeLiteral(text));
    const stream = this.client.query(copyTo(`copy (${statement}) to stdout (${options})`));
    this.copying = stream;
    void finished(stream, { writable: false }).then(
      () => (this.copying = null),
      () => undefined, // whoever reads it is told; the connection is in the middle of a COPY and cannot be used again
    );
    return stream;
  }

  /** The rows of a statement in batches, each row an array of the server's texts in the order of the columns; null is NULL. */
  async *rows(sql: string, params: readonly unknown[] = []): AsyncGenerator<(string | null)[][]> {
    await this.client.query(statementOf(`declare reading no scroll cursor for ${sql}`, params, null));
    for (;;) {
      const { rows } = await this.client.query<(string | null)[]>({
        text: `fetch ${BATCH} from reading`,
        rowMode: 'array',
        types: { getTypeParser: () => (text: string) => text },
      });
      if (rows.length > 0) yield rows;
      if (rows.length < BATCH) break;
    }
    await this.client.query('close reading');
  }

  /** Ends the transaction, or the connection when it cannot be used any more. Answers whether to throw the client away. */
  async end(outcome: 'commit' | 'rollback'): Promise<boolean> {
    if (this.copying) {
      // The server waits for us to read on and would not hear a polite goodbye.
      socketOf(this.client).destroy();
      return true;
    }
    await this.client.query(outcome).catch(() => undefined);
    return this.client.getTransactionStatus() !== 'I';
  }
}

function socketOf(client: PoolClient): Socket {
  const { connection } = client as unknown as { connection: { stream: Socket } }; // pg's types leave its connection out
  return connection.stream;
}
