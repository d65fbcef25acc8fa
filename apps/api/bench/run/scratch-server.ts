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
  /** The superuser's address of a database that was made. */
  urlOf(name: string): string;
}

/** Starts an empty server, as durable as the product's own, beside which nothing of it is left after the run. */
export async function startScratchServer({ belongings, log }: BenchRun): Promise<ScratchServer> {
  // Named like those of tests: after a kill -9 of the bench, the next test run stops the server and removes the folder.
  const folder = mkdtempSync(join(tmpdir(), `dangol-test-${process.pid}-bench-`));
  belongings.add(folder, () => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755); // the server does not run as root
  const starting = startEmbeddedServer({ dataDir: folder, durable: true, onNotice: log });
  // Before it has started: a bench that is stopped meanwhile still has to wait for it and stop it.
  belongings.add('the database server', async () => {
    const started = await starting.catch(() => null);
    await started?.stop();
    if (started) rmSync(started.dataDir, { recursive: true, force: true }); // it may lie elsewhere
  });
  const server = await starting;
  return {
    folder,
    urlOf: (name) => server.urlOf(name),
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
