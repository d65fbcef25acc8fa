import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../../..');

/** `DANGOL_E2E=full` runs the sizes that the issues ask for. */
export const FULL = process.env['DANGOL_E2E'] === 'full';

/** The built server in a process of its own, which can be killed; started again, it has the same address and files. */
export interface BuiltServer {
  readonly url: string;
  start(): void;
  /** Resolves when the process is gone. */
  stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Kills it and removes its files. */
  end(): Promise<void>;
}

/** The server as `npm start` runs it, API and worker in one process. */
export async function startBuiltServer(databaseUrl: string): Promise<BuiltServer> {
  const port = await freePort();
  const files = await mkdtemp(join(tmpdir(), 'dangol-files-'));
  let running: ChildProcess | null = null;
  const server: BuiltServer = {
    url: `http://127.0.0.1:${port}`,
    start() {
      running = spawn(process.execPath, [resolve(ROOT, 'dist/apps/api/src/main.js')], {
        cwd: ROOT,
        stdio: 'ignore',
        env: {
          ...process.env,
          NODE_ENV: 'production',
          PORT: String(port),
          HOST: '127.0.0.1',
          DATABASE_URL: databaseUrl,
          DANGOL_SECRET_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
          FILES_DIR: files,
          LOG_LEVEL: 'silent',
        },
      });
    },
    async stop(signal) {
      const gone = new Promise((done) => running?.once('exit', done));
      running?.kill(signal);
      await gone;
    },
    async end() {
      running?.kill('SIGKILL');
      await rm(files, { recursive: true, force: true });
    },
  };
  server.start();
  return server;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
