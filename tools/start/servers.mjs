/**
 * The running product: database, pages (Next) and API with worker, started in order and stopped in the opposite one.
 * Started by tools/start.mjs with everything installed and built; ends on SIGTERM or when that process is gone.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiMain, webServerFolder } from '../steps/build.mjs';
import { Problem, runMain } from '../steps/problem.mjs';
import { runCommand } from '../steps/run-command.mjs';
import { projectNode, root } from '../steps/workspace.mjs';
import { freePort, readAddress } from './address.mjs';
import { databaseIdentity, openDatabase } from './database.mjs';
import { secretKeys } from './secret-keys.mjs';
import { supervise } from './supervised.mjs';

const dataFolder = join(root, '.data');
const READY_WITHIN_MS = 90_000;

const log = (text) => console.log(text);

/** Aborted at the first SIGTERM or SIGINT, or when the parent has gone. */
const stopping = new AbortController();
process.on('SIGTERM', () => stopping.abort());
process.on('SIGINT', () => stopping.abort());
if (process.connected) process.on('disconnect', () => stopping.abort());

async function main() {
  const startedAt = Date.now();
  /** How to undo what has been started so far; run last to first. */
  const stops = [];
  try {
    await start(stops);
    log(`Ready in ${((Date.now() - startedAt) / 1000).toFixed(1)} s. Stop with Ctrl-C.`);
    await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve, { once: true }));
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
  } finally {
    if (stopping.signal.aborted) log('\nStopping ...');
    for (const stop of stops.reverse()) await stop().catch((error) => console.error(error));
    if (process.connected) process.disconnect(); // an open channel would keep this process alive
  }
  log('Stopped.');
  return 0;
}

/** Starts everything in order; between two steps it gives up when the stop was asked for. */
async function start(stops) {
  const proceed = () => stopping.signal.throwIfAborted();
  /** A server that cannot start at all ends the whole start. */
  const broken = Promise.withResolvers();
  broken.promise.catch(() => {}); // waited for below; it may come while something else is being started
  const address = readAddress(process.env);
  makeDataFolder();
  // First, because it needs nothing of the others: it gets ready while the database starts.
  const webPort = await freePort();
  const web = supervise('The web server', {
    command: projectNode(),
    args: ['server.js'],
    cwd: webServerFolder,
    quiet: true, // Next greets with an address that is not the one to open
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: '--max-old-space-size=320',
      HOSTNAME: '127.0.0.1',
      PORT: String(webPort),
      KEEP_ALIVE_TIMEOUT: '65000', // longer than the proxy keeps a connection, so it never writes to a closed one
    },
    onFirstFailure: (code) =>
      broken.reject(new Problem(`The web server ended at its start (code ${code}); its message is above.`)),
    log,
  });
  stops.push(() => web.stop());

  const database = await openDatabase(process.env);
  stops.push(() => database.stop());
  proceed();
  const apiEnv = {
    ...process.env,
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
    HOST: address.host,
    PORT: String(address.port),
    DATABASE_URL: database.url,
    DATABASE_DIRECT_URL: database.directUrl,
    DANGOL_SECRET_KEYS: secretKeys(process.env, join(dataFolder, 'secrets')),
    FILES_DIR: process.env.FILES_DIR || join(dataFolder, 'files'),
    // A team's own machine: its connectors usually run beside it. Open to a network, addresses inside it stay closed.
    OUTBOUND_PRIVATE_ADDRESSES: process.env.OUTBOUND_PRIVATE_ADDRESSES || (isLoopback(address.host) ? 'allow' : 'deny'),
  };
  const demo = await seedOnce(database, apiEnv);
  proceed();

  const api = supervise('The API', {
    command: projectNode(),
    args: ['--enable-source-maps', apiMain],
    cwd: root,
    env: {
      ...apiEnv,
      WEB_UPSTREAM: `http://127.0.0.1:${webPort}`,
      WEB_STATIC_DIR: join(root, 'apps/web/.next/static'),
    },
    onFirstFailure: (code) =>
      broken.reject(new Problem(`The API ended at its start (code ${code}); its message is above.`)),
    log,
  });
  stops.push(() => api.stop());

  const origin = `http://${localName(address.host)}:${address.port}`;
  const bothAnswer = Promise.all([answers(`${origin}/health/ready`), answers(`http://127.0.0.1:${webPort}/sign-in`)]);
  await Promise.race([bothAnswer, broken.promise]);
  api.markReady();
  web.markReady();
  announceReady(origin, demo);
}

const isLoopback = (host) => host === 'localhost' || host === '::1' || host.startsWith('127.');

/** The name to open in a browser on this machine. */
const localName = (host) => (host === '0.0.0.0' || host === '::' || host === '127.0.0.1' ? 'localhost' : host);

function makeDataFolder() {
  try {
    mkdirSync(dataFolder, { recursive: true });
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
    throw new Problem(
      `${dataFolder} cannot be made by this user. Run as the owner of the folder, or clone the repository again as this user.`,
    );
  }
}

/** Fills a new database with the demo workspace; answers how to sign in. */
async function seedOnce(database, env) {
  const seedMain = join(root, 'dist/apps/api/src/commands/seed.main.js');
  const marker = join(dataFolder, 'seeded');
  const identity = await databaseIdentity(database.directUrl);
  const seeded = () => {
    try {
      return readFileSync(marker, 'utf8').split('\n').includes(identity);
    } catch {
      return false;
    }
  };
  if (!seeded()) {
    log('Filling the demo workspace ...');
    const { code, output } = await runCommand(projectNode(), ['--enable-source-maps', seedMain], {
      env,
      signal: stopping.signal,
    });
    stopping.signal.throwIfAborted();
    if (code !== 0)
      throw new Problem('The demo workspace could not be filled; the output is above.', { details: output });
    writeFileSync(marker, `${identity}\n`, { flag: 'a' });
  }
  const { DEMO } = await import(new URL('../../dist/apps/api/src/demo/demo-accounts.js', import.meta.url).href);
  return { email: DEMO.ownerEmail, password: DEMO.password };
}

/** Waits until an address answers with success. */
async function answers(url) {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000), redirect: 'manual' });
      await response.body?.cancel();
      if (response.status < 400) return;
    } catch {
      // not listening yet
    }
    stopping.signal.throwIfAborted();
    if (Date.now() > deadline)
      throw new Problem(`${url} did not answer within ${READY_WITHIN_MS / 1000} s; what the servers said is above.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function announceReady(origin, demo) {
  log(`\n  Dangol is running at ${origin}\n`);
  log(`  Demo sign-in   ${demo.email}\n  Password       ${demo.password}\n`);
}

await runMain(main);
