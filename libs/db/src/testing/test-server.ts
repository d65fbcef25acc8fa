import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedServer } from '../embedded/embedded-server.ts';
import { errorCode } from '../error-code.ts';
import { stopServer } from '../embedded/server-process.ts';
import { isAlive, readLock } from '../embedded/server-processes.ts';

/** The server of a jest run, as its workers find it. */
export interface TestServer {
  /** Superuser's address of the maintenance database. */
  url: string;
  /** Part of the name of every database of this run. */
  run: string;
  stop(): Promise<void>;
}

/** Folders of servers that tests have started, with the process that did. */
const FOLDER = /^dangol-test-(\d+)(-|$)/;

/** One server for a jest run: the one of TEST_DATABASE_URL, or an embedded one that forgets everything. */
export async function startTestServer(given: string | undefined): Promise<TestServer> {
  const run = `${process.pid}_${Date.now().toString(36)}`;
  if (given) return { url: given, run, stop: () => dropDatabases(given, run) };
  const home = tmpdir();
  await sweep(home);
  const dataDir = path.join(home, `dangol-test-${process.pid}`);
  mkdirSync(dataDir, { recursive: true });
  const server = await startEmbeddedServer({ dataDir, durable: false });
  const stop = async () => {
    await server.stop();
    for (const folder of new Set([dataDir, server.dataDir])) rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.urlOf('postgres'), run, stop };
}

/** Stops and removes the servers of runs that were killed before they could. */
export async function sweep(home: string): Promise<void> {
  for (const name of readdirSync(home)) {
    const pid = FOLDER.exec(name)?.[1];
    if (!pid || isAlive(Number(pid))) continue;
    const cluster = path.join(home, name, 'cluster');
    try {
      const lock = readLock(cluster);
      if (lock) await stopServer(cluster, lock.pid);
      rmSync(path.join(home, name), { recursive: true, force: true });
    } catch (error) {
      if (!['EACCES', 'EPERM'].includes(errorCode(error) ?? '')) throw error; // another user's
    }
  }
}

/** A server that is not ours keeps running; only this run's databases go. */
async function dropDatabases(url: string, run: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where datname like $1',
      [`dangol\\_${run.replaceAll('_', '\\_')}\\_%`],
    );
    for (const { name } of rows) await client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
  } finally {
    await client.end();
  }
}
