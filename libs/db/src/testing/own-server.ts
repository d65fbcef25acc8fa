import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { binariesIn, embeddedBinaries, type PostgresBinaries } from '../embedded/binaries.ts';
import { type RunningServer, startServer } from '../embedded/postgres-server.ts';
import { serverAccount } from '../embedded/server-account.ts';

/** A PostgreSQL that a test can have for itself. */
export interface AvailableServer {
  name: string;
  binaries: PostgresBinaries;
  localeFlags: string[];
}

/** The embedded server, and PostgreSQL 15 where Debian's package (or any other, found by pg_config) has put it. */
export function availableServers(): AvailableServer[] {
  const embedded = { name: 'embedded', binaries: embeddedBinaries(), localeFlags: ['--locale=C'] };
  const installed = installedServer();
  return installed ? [embedded, installed] : [embedded];
}

/** The installed PostgreSQL 15; null, with the reason on the console, when there is none. */
function installedServer(): AvailableServer | null {
  try {
    const bin = execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim();
    const version =
      /(\d+)/.exec(execFileSync(path.join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }))?.[1] ?? '';
    if (version !== '15') throw new Error(`it is version ${version}`);
    return {
      name: 'PostgreSQL 15',
      binaries: binariesIn(path.dirname(bin), version),
      localeFlags: ['--locale=C.UTF-8'],
    };
  } catch (error) {
    console.warn(`PostgreSQL 15 is not installed here, so nothing was tried on it: ${String(error)}`);
    return null;
  }
}

/** Starts a server of its own in a new folder; `stop` removes both. */
export async function startOwnServer({ binaries, localeFlags }: AvailableServer): Promise<RunningServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), `dangol-test-${process.pid}-own-`)); // swept like a run's own server;
  chmodSync(dataDir, 0o755);
  const server = await startServer({
    dataDir,
    binaries,
    localeFlags,
    account: await serverAccount(),
    port: null,
    durable: false,
  });
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...server, stop };
}
