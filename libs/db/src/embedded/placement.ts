import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { binariesIn, type PostgresBinaries } from './binaries.ts';
import { barrierFor, type ServerAccount } from './server-account.ts';

/** Where root keeps what the server's user cannot reach inside the repository. */
const SHARED_HOME = '/var/lib/dangol';

/** The data folder to use: `wanted`, or one that the server's user can reach when a folder above is closed to it. */
export function placeData(wanted: string, account: ServerAccount, notice: (text: string) => void): string {
  const target = path.resolve(wanted);
  const barrier = barrierFor(account, target);
  if (!barrier) return target;
  const name = createHash('sha256').update(target).digest('hex').slice(0, 12);
  const fallback = path.join(SHARED_HOME, `data-${name}`);
  notice(
    `The database is kept in ${fallback}: PostgreSQL does not run as root, and its user cannot pass through ${barrier}`,
  );
  return fallback;
}

/** The binaries to use: themselves, or a copy when a folder above is closed to the server's user. */
export function placeBinaries(
  binaries: PostgresBinaries,
  account: ServerAccount,
  sharedHome = SHARED_HOME,
): PostgresBinaries {
  if (!barrierFor(account, binaries.home)) return binaries;
  const home = path.join(sharedHome, `postgresql-${binaries.version}`);
  if (!existsSync(home)) {
    makeOpenFolder(sharedHome);
    const partial = `${home}.${process.pid}`;
    rmSync(partial, { recursive: true, force: true }); // of a copy that was killed half-way
    cpSync(binaries.home, partial, { recursive: true, verbatimSymlinks: true });
    if (existsSync(home)) rmSync(partial, { recursive: true });
    else renameSync(partial, home);
  }
  return binariesIn(home, binaries.version);
}

/** Makes a folder, and those above it that are missing, so that others may pass through whatever the umask says. */
export function makeOpenFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (!first) return;
  for (let made = folder; made.startsWith(first); made = path.dirname(made)) chmodSync(made, 0o755);
}
