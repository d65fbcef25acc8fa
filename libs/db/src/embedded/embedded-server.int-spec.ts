import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { makeOpenFolder } from './placement.ts';
import { startEmbeddedServer } from './embedded-server.ts';
import { clusterName, isAlive, orphansOf, readLock } from './server-processes.ts';

const asRoot = process.getuid?.() === 0;
/** The user `nobody` of Linux. */
const NOBODY = 65_534;
let dataDir: string;
const folders: string[] = [];

beforeEach(() => {
  dataDir = path.join(newFolder(), 'data');
});
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), `dangol-test-${process.pid}-embedded-`)); // swept if this run is killed
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

const start = (options: { port?: number; durable?: boolean; onNotice?: (text: string) => void } = {}) =>
  startEmbeddedServer({ dataDir, durable: false, ...options });
const cluster = () => path.join(dataDir, 'cluster');
const serverPid = () => readLock(cluster())?.pid ?? 0;
const ask = async <Row extends object>(url: string, sql: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
};
/** Every process of the cluster, the server itself included. */
const processes = () =>
  readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || !isAlive(Number(pid))) return false;
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return line.includes(cluster()) || line.includes(clusterName(cluster()));
    } catch {
      return false;
    }
  });
const nothingRuns = () =>
  new Promise<void>((resolve) => {
    const look = () => (processes().length ? setImmediate(look) : resolve());
    look();
  });
const ended = (pid: number) =>
  new Promise<void>((resolve) => {
    const look = () => (isAlive(pid) ? setImmediate(look) : resolve());
    look();
  });

test('starts on an empty folder, keeps what was written, and stops without leaving a process', async () => {
  const first = await start();
  await ask(first.url, 'create table kept as select 42 as answer');
  await first.stop();
  expect(processes()).toEqual([]);
  const second = await start();
  expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  await second.stop();
  expect(processes()).toEqual([]);
}, 60_000);

test('is UTF-8 with one locale everywhere, on 127.0.0.1 alone, with fsync unless told otherwise', async () => {
  const careful = await start({ durable: true });
  const settings = (url: string) =>
    ask<{ name: string; setting: string }>(
      url,
      `select name, setting from pg_settings where name in
    ('listen_addresses', 'unix_socket_directories', 'fsync', 'full_page_writes', 'server_encoding', 'TimeZone', 'synchronous_commit') order by name collate "C"`,
    ).then((rows) => Object.fromEntries(rows.map((row) => [row.name, row.setting])));
  expect(await settings(careful.url)).toEqual({
    TimeZone: 'UTC',
    fsync: 'on',
    full_page_writes: 'on',
    listen_addresses: '127.0.0.1',
    server_encoding: 'UTF8',
    synchronous_commit: 'on',
    unix_socket_directories: '',
  });
  expect(
    await ask(
      careful.url,
      `select datlocprovider::text as provider, datlocale as locale, upper('ä단골') as upper from pg_database where datname = current_database()`,
    ),
  ).toEqual([{ provider: 'b', locale: 'C.UTF-8', upper: 'Ä단골' }]);
  expect(new URL(careful.url).hostname).toBe('127.0.0.1');
  await careful.stop();
  const quick = await start();
  expect(await settings(quick.url)).toMatchObject({ fsync: 'off' });
  await quick.stop();
}, 60_000);

test('has a password of its own that only its user may read, and nobody gets in without it', async () => {
  const server = await start();
  const file = path.join(cluster(), 'dangol-password');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const url = new URL(server.url);
  expect(readFileSync(file, 'utf8')).toBe(url.password);
  expect(url.password.length).toBeGreaterThanOrEqual(32);
  url.password = 'wrong';
  await expect(ask(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  url.password = '';
  await expect(ask(url.href, 'select 1')).rejects.toThrow();
  await server.stop();
}, 60_000);

test('uses the same port again, and another one when that is taken', async () => {
  const first = await start();
  const port = new URL(first.url).port;
  await first.stop();
  const second = await start();
  expect(new URL(second.url).port).toBe(port);
  await second.stop();
  const squatter = createServer().listen(Number(port), '127.0.0.1');
  await new Promise((resolve) => squatter.once('listening', resolve));
  try {
    await expect(start({ port: Number(port) })).rejects.toThrow(port);
    const third = await start();
    expect(new URL(third.url).port).not.toBe(port);
    await third.stop();
  } finally {
    squatter.close();
  }
}, 60_000);

test('runs in a session of its own, so that a Ctrl-C meant for us does not reach it first', async () => {
  const server = await start();
  const pid = serverPid();
  const [, , , session] = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? '').split(' ');
  await server.stop();
  expect(Number(session)).toBe(pid);
}, 60_000);

describe('a second start', () => {
  test('joins the running server, and the last one to stop stops it', async () => {
    const first = await start();
    const second = await start();
    expect(second.url).toBe(first.url);
    await first.stop();
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(processes()).toEqual([]);
  }, 60_000);

  test('at the same moment ends with one server for all', async () => {
    const servers = await Promise.all([start(), start(), start()]);
    expect(new Set(servers.map((server) => server.url)).size).toBe(1);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('cluster.new'))).toEqual([]);
    await Promise.all(servers.map((server) => server.stop()));
    expect(processes()).toEqual([]);
  }, 60_000);

  test('while the first one stops gets a server that answers', async () => {
    const first = await start();
    const [, second] = await Promise.all([first.stop(), start()]);
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(processes()).toEqual([]);
  }, 60_000);
});

describe('after kill -9', () => {
  test('of us, the next start joins the server that was left, and its stop ends it', async () => {
    const { child, url } = await startInChild();
    const pid = serverPid();
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(isAlive(pid)).toBe(true);
    const next = await start();
    expect([next.url, serverPid()]).toEqual([url, pid]);
    await next.stop();
    expect(processes()).toEqual([]);
  }, 60_000);

  test('of us while the data folder is being made, the next start makes it', async () => {
    const child = childProcess();
    await new Promise<void>((resolve) => {
      const look = () =>
        existsSync(dataDir) && readdirSync(dataDir).some((name) => name.startsWith('cluster.new'))
          ? resolve()
          : setImmediate(look);
      look();
    });
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const next = await start();
    expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await next.stop();
    await nothingRuns(); // the killed start's initdb goes on by itself for a moment
    await (await start()).stop();
    expect(readdirSync(dataDir).sort()).toEqual(['cluster', 'port', 'server.log']);
  }, 60_000);

  test('of the server, the next start recovers what was committed', async () => {
    const first = await start({ durable: true });
    await ask(first.url, 'create table kept as select 42 as answer');
    const pid = serverPid();
    process.kill(pid, 'SIGKILL');
    await ended(pid);
    expect(existsSync(path.join(cluster(), 'postmaster.pid'))).toBe(true);
    const second = await start({ durable: true });
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await first.stop(); // its server is gone; the one that runs now is not its to stop
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await second.stop();
    expect(processes()).toEqual([]);
  }, 60_000);

  test('of the server while one of its processes is stuck, the next start gets rid of that one', async () => {
    const first = await start();
    const stuck = new pg.Client({ connectionString: first.url });
    stuck.on('error', () => undefined);
    await stuck.connect();
    // A frozen process stands for one that is too busy to notice that its server died; it still holds the shared memory.
    const [row] = (await stuck.query<{ pid: number }>('select pg_backend_pid() as pid')).rows;
    process.kill(row?.pid ?? 0, 'SIGSTOP');
    const pid = serverPid();
    process.kill(pid, 'SIGKILL');
    await ended(pid);
    expect(orphansOf(cluster())).toContain(row?.pid);
    const second = await start();
    expect(isAlive(row?.pid ?? 0)).toBe(false);
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
    await stuck.end().catch(() => undefined);
    expect(processes()).toEqual([]);
  }, 60_000);

  test('a lock file whose process number another program has now is not in the way', async () => {
    await (await start()).stop();
    const lock = `${process.pid}\n${cluster()}\n1700000000\n5432\n\n127.0.0.1\n1234 5678\nready\n`; // this very process is alive
    writeFileSync(path.join(cluster(), 'postmaster.pid'), lock, { mode: 0o600 });
    const server = await start();
    expect(serverPid()).not.toBe(process.pid);
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(processes()).toEqual([]);
  }, 60_000);
});

test('a server that cannot start says why', async () => {
  await (await start()).stop();
  writeFileSync(path.join(cluster(), 'postgresql.auto.conf'), 'no_such_setting = 1\n');
  await expect(start()).rejects.toThrow('no_such_setting');
  expect(processes()).toEqual([]);
}, 60_000);

// Who is not root has nobody else to run the server as.
if (asRoot)
  describe('as root', () => {
    test('runs the server as another user', async () => {
      const server = await start();
      expect(statSync(`/proc/${serverPid()}`).uid).not.toBe(0);
      await server.stop();
    }, 60_000);

    test('keeps the data elsewhere, and says so, when a folder above is closed to that user', async () => {
      const closed = newFolder();
      chmodSync(closed, 0o700);
      dataDir = path.join(closed, 'data');
      const notices: string[] = [];
      const server = await start({ onNotice: (text) => notices.push(text) });
      folders.push(server.dataDir);
      try {
        expect(server.dataDir.startsWith(closed)).toBe(false);
        expect(notices).toEqual([expect.stringContaining(server.dataDir)]);
        expect(notices[0]).toContain(closed);
        expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      } finally {
        await server.stop();
      }
      const again = await start({ onNotice: () => undefined });
      expect(again.dataDir).toBe(server.dataDir); // the same data every time
      await again.stop();
    }, 60_000);

    test('runs the server on data that a normal user has made as that user', async () => {
      makeOpenFolder(dataDir);
      chownSync(dataDir, NOBODY, NOBODY);
      const { child, url } = await startInChild({ uid: NOBODY, gid: NOBODY });
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      const joined = await start();
      expect(joined.url).toBe(url);
      await joined.stop();
      const server = await start();
      expect(statSync(`/proc/${serverPid()}`).uid).toBe(NOBODY);
      await server.stop();
    }, 60_000);

    test('a normal user is told whose data it is that root has made', async () => {
      await (await start()).stop();
      const said = await new Promise<string>((resolve) => {
        const child = childProcess({ uid: NOBODY, gid: NOBODY }, 'pipe');
        const parts: string[] = [];
        child.stderr?.on('data', (part: Buffer) => parts.push(part.toString()));
        child.once('close', () => resolve(parts.join('')));
      });
      expect(said).toContain('belongs to another user');
    }, 60_000);
  });

/** A process of its own that starts the server and then does nothing. */
function childProcess(
  account: { uid?: number; gid?: number } = {},
  stderr: 'inherit' | 'pipe' = 'inherit',
): ChildProcess {
  const module = new URL('./embedded-server.ts', import.meta.url).href;
  const program = `
    import { startEmbeddedServer } from ${JSON.stringify(module)};
    const server = await startEmbeddedServer({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
    process.stdout.write(server.url + '\\n');
    setInterval(() => undefined, 1000);`;
  return spawn(process.execPath, ['--no-warnings', '--input-type=module-typescript', '--eval', program], {
    stdio: ['ignore', 'pipe', stderr],
    ...account,
  });
}

async function startInChild(
  account: { uid?: number; gid?: number } = {},
): Promise<{ child: ChildProcess; url: string }> {
  const child = childProcess(account);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (line: Buffer) => resolve(line.toString().trim()));
    child.once('exit', () => reject(new Error('the child ended')));
  });
  return { child, url };
}
