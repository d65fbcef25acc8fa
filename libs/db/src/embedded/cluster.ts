import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { errorCode } from '../error-code.ts';
import type { PostgresBinaries } from './binaries.ts';
import type { ServerAccount } from './server-account.ts';
import { isAlive } from './server-processes.ts';

const run = promisify(execFile);

/** The owner of the cluster and of the database. */
export const SUPERUSER = 'dangol';
const PASSWORD_FILE = 'dangol-password';

/** Where a cluster is, or is to be made, and with what. */
export interface ClusterSpec {
  dataDir: string;
  binaries: PostgresBinaries;
  account: ServerAccount;
  localeFlags: string[];
  durable: boolean;
}

/** A cluster on disk and how to sign in to it. */
export interface Cluster {
  path: string;
  password: string;
}

/** Where the cluster of a data folder is. */
export function clusterFolder(dataDir: string): string {
  return path.join(dataDir, 'cluster');
}

/**
 * The cluster in `dataDir`, made when there is none. It is made aside and moved into place whole, so that a start that is
 * killed half-way or runs twice at once leaves either nothing or a good cluster.
 */
export async function openCluster(spec: ClusterSpec): Promise<Cluster> {
  const target = clusterFolder(spec.dataDir);
  clearHalfMade(spec.dataDir);
  if (!isMade(target)) {
    const draft = path.join(spec.dataDir, `cluster.new-${process.pid}-${randomBytes(4).toString('hex')}`);
    await makeCluster(draft, spec);
    try {
      renameSync(draft, target);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!isMade(target)) throw error; // otherwise another start was faster: use its cluster
    }
  }
  const password = readFileSync(path.join(target, PASSWORD_FILE), 'utf8').trim();
  return { path: target, password };
}

function isMade(cluster: string): boolean {
  if (!existsSync(cluster)) return false;
  try {
    accessSync(path.join(cluster, PASSWORD_FILE));
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EACCES') return false;
    throw new Error(`The database in ${cluster} belongs to another user; start as that user (or root), or remove it`, {
      cause: error,
    });
  }
}

async function makeCluster(draft: string, { binaries, account, localeFlags, durable }: ClusterSpec): Promise<void> {
  const passwordFile = `${draft}.password`;
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  mkdirSync(draft, { mode: 0o700 });
  if (account) for (const file of [draft, passwordFile]) chownSync(file, account.uid, account.gid);
  const flags = [
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...localeFlags,
    ...(durable ? [] : ['--no-sync']),
  ];
  try {
    await run(binaries.initdb, flags, { ...account, cwd: '/' });
    renameSync(passwordFile, path.join(draft, PASSWORD_FILE)); // beside the data that it opens, and moved into place with it
    chmodSync(path.join(draft, PASSWORD_FILE), 0o600);
  } catch (cause) {
    for (const file of [draft, passwordFile]) rmSync(file, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not create its data folder in ${path.dirname(draft)}`, { cause });
  }
}

/** Removes what killed starts left behind; those of living processes are in the making. */
function clearHalfMade(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    const pid = /^cluster\.new-(\d+)-/.exec(name)?.[1];
    if (!pid || isAlive(Number(pid))) continue;
    try {
      rmSync(path.join(dataDir, name), { recursive: true, force: true });
    } catch (error) {
      if (errorCode(error) !== 'ENOTEMPTY') throw error; // the killed start's initdb is still writing: the next start sweeps
    }
  }
}
