import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { errorCode } from '../error-code.ts';
import type { PostgresBinaries } from './binaries.ts';
import type { ServerAccount } from './server-account.ts';
import { clusterName, isServerOf, orphansOf, readLock } from './server-processes.ts';

/** How a server process is run. */
export interface ServerLaunch {
  cluster: string;
  binaries: PostgresBinaries;
  account: ServerAccount;
  port: number;
  logFile: string;
  /** False: no fsync, for data that a crash may take. */
  durable: boolean;
}

/** How long a server may take to start (recovery after a crash included) or to stop before we act. */
const START_MS = 60_000;
const STOP_MS = 10_000;
const POLL_MS = 10;

/** Starts the server and resolves when it accepts connections, or with the end of its log when it ended instead. */
export async function launch(server: ServerLaunch): Promise<{ failure: string | null }> {
  mkdirSync(path.dirname(server.logFile), { recursive: true });
  const log = openSync(server.logFile, 'w');
  // Its own session and no pipes: it must survive a kill of this process and not hear the terminal's Ctrl-C, which would
  // take the database away from under our own shutdown.
  const child = spawn(server.binaries.postgres, flagsOf(server), {
    ...server.account,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  child.unref();
  for (const deadline = Date.now() + START_MS; ; await setTimeout(POLL_MS)) {
    if (ended) return { failure: readFileSync(server.logFile, 'utf8').slice(-2_000) || 'it could not be run' };
    const lock = readLock(server.cluster);
    if (lock?.ready && lock.pid === child.pid) return { failure: null };
    if (Date.now() > deadline) return { failure: `it was not ready after ${START_MS / 1000} s` };
  }
}

function flagsOf(server: ServerLaunch): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: server.port,
    unix_socket_directories: '',
    cluster_name: clusterName(server.cluster),
    timezone: 'UTC',
    max_connections: 200,
    shared_buffers: '256MB',
    random_page_cost: 1.1,
    max_parallel_workers_per_gather: 0, // containers give 64 MB of /dev/shm, which parallel plans outgrow
    max_parallel_maintenance_workers: 0,
    ...(server.durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  return ['-D', server.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Stops the server `pid` in order; when it does not follow, at once; resolves when no process of it is left. */
export async function stopServer(cluster: string, pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isServerOf(pid, cluster)) break;
    sendSignal(pid, signal);
    await until(() => !isServerOf(pid, cluster), STOP_MS);
  }
  await clearOrphans(cluster);
}

/** Makes way for a start after a crash: orphans end, and a lock file whose number another program has now is removed. */
export async function clearCrash(cluster: string): Promise<void> {
  await clearOrphans(cluster);
  const lock = readLock(cluster);
  if (!lock || isServerOf(lock.pid, cluster)) return;
  // PostgreSQL itself replaces the file of a dead process, but takes any living one (or a zombie) for a server.
  rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
}

async function clearOrphans(cluster: string): Promise<void> {
  if (await until(() => orphansOf(cluster).length === 0, STOP_MS / 2)) return;
  for (const pid of orphansOf(cluster)) sendSignal(pid, 'SIGKILL'); // stuck in a query, so that they do not notice
  await until(() => orphansOf(cluster).length === 0, STOP_MS);
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

async function until(done: () => boolean, withinMs: number): Promise<boolean> {
  for (const deadline = Date.now() + withinMs; !done(); await setTimeout(POLL_MS))
    if (Date.now() > deadline) return false;
  return true;
}
