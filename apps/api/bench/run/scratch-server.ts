import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, startEmbeddedServer } from '@dangol/db';
import pg from 'pg';
import type { BenchRun } from '../bench.ts';

/** A PostgreSQL server of one run, in a folder that goes with it. */
export interface ScratchServer {
  /** For other files of the run. */
  readonly folder: string;
  /** Makes a migrated database and answers with the superuser's address of it. */
  makeDatabase(name: string): Promise<string>;
}

/** Starts an empty server, as durable as the product's own, beside which nothing of it is left after the run. */
export async function startScratchServer({ belongings, log }: BenchRun): Promise<ScratchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'dangol-bench-'));
  belongings.add(folder, () => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755); // the server does not run as root
  const server = await startEmbeddedServer({ dataDir: join(folder, 'database'), durable: true, onNotice: log });
  belongings.add(server.dataDir, () => rmSync(server.dataDir, { recursive: true, force: true })); // it may lie elsewhere
  belongings.add('the database server', () => server.stop());
  return {
    folder,
    makeDatabase: async (name) => {
      const admin = new pg.Client(server.url);
      await admin.connect();
      await admin.query(`create database ${pg.escapeIdentifier(name)}`);
      await admin.end();
      const url = server.urlOf(name);
      await migrate(url);
      return url;
    },
  };
}
