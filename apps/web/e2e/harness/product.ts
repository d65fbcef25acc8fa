import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createFilledDatabase } from '@dangol/db/testing';
import pg from 'pg';

const ROOT = resolve(import.meta.dirname, '../../../..');
const API_MAIN = join(ROOT, 'dist/apps/api/src/main.js');
const SEED_MAIN = join(ROOT, 'dist/apps/api/src/commands/seed.main.js');
const WEB_FOLDER = join(ROOT, 'apps/web/.next/standalone/apps/web');
const READY_WITHIN_MS = 90_000;
const LOOK_AGAIN_MS = 100;

/** The built product with the demo workspace, as `npm start` runs it, on a database and ports of its own. */
export interface Product {
  /** The one address: pages and API. */
  readonly origin: string;
  /** Runs a statement as the superuser: to arrange and to look. */
  sql<Row>(statement: string, params?: readonly unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

/** Starts pages and API on a copy of the seeded database. Call `stop` in afterAll. */
export async function startProduct(): Promise<Product> {
  const database = await createFilledDatabase('demo', seedDemo);
  const [port, webPort] = [await freePort(), await freePort()];
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    ...settingsFor(database.url),
    OUTBOUND_PRIVATE_ADDRESSES: 'allow',
    RATE_LIMIT_PER_MINUTE: '100000',
    PUBLIC_URL: origin,
  };
  const servers = [
    run('server.js', WEB_FOLDER, {
      ...process.env,
      NODE_ENV: 'production',
      HOSTNAME: '127.0.0.1',
      PORT: String(webPort),
    }),
    run(API_MAIN, ROOT, {
      ...env,
      HOST: '127.0.0.1',
      PORT: String(port),
      WEB_UPSTREAM: `http://127.0.0.1:${webPort}`,
      WEB_STATIC_DIR: join(ROOT, 'apps/web/.next/static'),
    }),
  ];
  await Promise.all([answers(`${origin}/health/ready`), answers(`http://127.0.0.1:${webPort}/sign-in`)]);
  const admin = new pg.Pool({ connectionString: database.url, max: 1 });
  return {
    origin,
    async sql<Row>(statement: string, params: readonly unknown[] = []) {
      return (await admin.query(statement, [...params])).rows as Row[];
    },
    async stop() {
      await Promise.all(
        servers.map(async (server) => {
          const ended = once(server, 'exit');
          server.kill('SIGTERM');
          await ended;
        }),
      );
      await admin.end();
      await database.drop();
    },
  };
}

async function seedDemo(url: string): Promise<void> {
  const [seeded] = (await once(run(SEED_MAIN, ROOT, settingsFor(url)), 'exit')) as [number];
  if (seeded !== 0) throw new Error(`the demo seed ended with code ${seeded}`);
}

const settingsFor = (databaseUrl: string) => ({
  ...process.env,
  NODE_ENV: 'production',
  DATABASE_URL: databaseUrl,
  FILES_DIR: join(tmpdir(), 'dangol-browser-tests'), // the demo's, whichever process filled the database
  DANGOL_SECRET_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
  LOG_LEVEL: 'error',
});

/** Whatever a test leaves running ends with it. */
const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

function run(program: string, cwd: string, env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(process.execPath, [program], { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

async function answers(url: string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const status = await fetch(url).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    if (Date.now() > until) throw new Error(`${url} never answered; the last status was ${status}`);
    await pause(LOOK_AGAIN_MS);
  }
}
