import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Cluster, type ClusterSpec, openCluster, SUPERUSER } from './cluster.ts';
import { freePort } from './free-port.ts';
import { ServerLease } from './server-lease.ts';
import { clearCrash, launch, stopServer } from './server-process.ts';
import { isServerOf, readLock, type ServerLock } from './server-processes.ts';

/** A server to run: its data, its programs, and how careful it is. */
export interface ServerSpec extends ClusterSpec {
  port: number | null;
}

/** A server that is running, ours or one that was found running on the same data. */
export interface RunningServer {
  /** Superuser's address of a database of this server. */
  urlOf(database: string): string;
  createDatabase(name: string): Promise<void>;
  /** Ends our use of it; the last user stops it and leaves no process behind. */
  stop(): Promise<void>;
}

/** How long we wait for a server that is there but does not answer yet: recovery after a crash can take a while. */
const PATIENCE_MS = 90_000;
/** Failed starts in a row before we give up; one or two are normal when a crash or another start is in the way. */
const LAUNCHES = 8;

/** Starts the server on `dataDir`, or joins the one that runs on it; clears what a crash left behind. */
export async function startServer(spec: ServerSpec): Promise<RunningServer> {
  const cluster = await openCluster(spec);
  assertSameVersion(cluster, spec);
  let failures = 0;
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await setTimeout(30)) {
    const lock = readLock(cluster.path);
    if (lock && isServerOf(lock.pid, cluster.path)) {
      const lease = lock.ready ? await ServerLease.take(cluster, lock.port) : null;
      if (lease) return running(cluster, lock, lease);
      continue; // it is starting or stopping
    }
    await clearCrash(cluster.path);
    const port = await choosePort(spec);
    const logFile = path.join(spec.dataDir, 'server.log');
    const { failure } = await launch({ ...spec, cluster: cluster.path, port, logFile });
    if (failure === null) continue;
    failures += 1; // the port was taken meanwhile, or another start was faster: look again
    if (failures === LAUNCHES) throw new Error(`PostgreSQL in ${spec.dataDir} does not start: ${failure}`);
    await setTimeout(100 * failures);
  }
  throw new Error(`PostgreSQL in ${spec.dataDir} does not answer; see ${path.join(spec.dataDir, 'server.log')}`);
}

function running(cluster: Cluster, { port, pid }: ServerLock, lease: ServerLease): RunningServer {
  return {
    urlOf: (database) =>
      `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
    createDatabase: (name) => lease.createDatabase(name),
    stop: () => lease.release(() => stopServer(cluster.path, pid)),
  };
}

/** The port asked for, else the one used last time, else any free one, which is then remembered. */
async function choosePort(spec: ServerSpec): Promise<number> {
  if (spec.port !== null) {
    if ((await freePort(spec.port)) === null)
      throw new Error(`Port ${spec.port} of 127.0.0.1 is taken; the embedded PostgreSQL cannot use it`);
    return spec.port;
  }
  const file = path.join(spec.dataDir, 'port');
  const remembered = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = (remembered > 0 && remembered < 65_536 ? await freePort(remembered) : null) ?? (await freePort());
  if (port === null) throw new Error('No port of 127.0.0.1 is free');
  writeFileSync(file, `${port}\n`);
  return port;
}

function assertSameVersion(cluster: Cluster, spec: ServerSpec): void {
  const made = readFileSync(path.join(cluster.path, 'PG_VERSION'), 'utf8').trim();
  const major = spec.binaries.version.split('.')[0];
  if (made !== major)
    throw new Error(
      `The data in ${spec.dataDir} is of PostgreSQL ${made}, the server is ${major}; move the data by dump and restore`,
    );
}
