import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { errorCode } from '../error-code.ts';

/** What `postmaster.pid` says about the server that wrote it. */
export interface ServerLock {
  pid: number;
  port: number;
  ready: boolean;
}

/** Reads a cluster's lock file; null when there is none or it is not written yet. */
export function readLock(cluster: string): ServerLock | null {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return null;
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** A short name of a cluster; PostgreSQL puts it into the titles of its processes, which is how orphans are found. */
export function clusterName(cluster: string): string {
  return `dangol-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`;
}

/** True while `pid` runs; a zombie, which some containers never clear away, does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
  const stat = readProc(pid, 'stat');
  return stat === null || !/\) [ZX] /.test(stat);
}

/** True when `pid` is the server of this cluster, and not another program that was given its number after a crash. */
export function isServerOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (!existsSync('/proc/self/cmdline')) return true; // no /proc: the connection that follows will tell
  return (readProc(pid, 'cmdline') ?? '').split('\0').includes(cluster);
}

/** Processes that outlived their killed server; they end by themselves as soon as they notice. */
export function orphansOf(cluster: string): number[] {
  const title = `postgres: ${clusterName(cluster)}: `;
  return pids().filter((pid) => {
    if (!(readProc(pid, 'cmdline') ?? '').startsWith(title) || !isAlive(pid)) return false;
    const parent = Number(/\) \S (\d+) /.exec(readProc(pid, 'stat') ?? '')?.[1]);
    return !isServerOf(parent, cluster); // those of a server that has started meanwhile have a living parent
  });
}

function pids(): number[] {
  return existsSync('/proc/self') ? readdirSync('/proc').map(Number).filter(Number.isInteger) : [];
}

function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return null; // it has just ended, or this is not Linux
  }
}
