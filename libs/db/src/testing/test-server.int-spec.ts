import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { isAlive, readLock } from '../embedded/server-processes.ts';
import { createTestDatabase, seedTwoWorkspaces } from './index.ts';
import { sweep } from './test-server.ts';

test('the server of a run that was killed is stopped and removed, that of a living run is not', async () => {
  const home = mkdtempSync(path.join(tmpdir(), `dangol-test-${process.pid}-sweep-`));
  chmodSync(home, 0o755);
  const module = new URL('../embedded/embedded-server.ts', import.meta.url).href;
  const program = `
    import { startEmbeddedServer } from ${JSON.stringify(module)};
    await startEmbeddedServer({ dataDir: ${JSON.stringify(home)} + '/dangol-test-' + process.pid, durable: false });
    process.stdout.write('started');
    setInterval(() => undefined, 1000);`;
  try {
    const child = spawn(process.execPath, ['--no-warnings', '--input-type=module-typescript', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const folder = path.join(home, `dangol-test-${child.pid}`);
    const server = readLock(path.join(folder, 'cluster'))?.pid ?? 0;
    mkdirSync(path.join(home, 'of-somebody-else'));

    await sweep(home);
    expect(isAlive(server)).toBe(true);

    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    await sweep(home);
    expect(isAlive(server)).toBe(false);
    expect([existsSync(folder), existsSync(path.join(home, 'of-somebody-else'))]).toEqual([false, true]);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}, 60_000);

test('test databases are apart from each other and gone when dropped', async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const { a } = await seedTwoWorkspaces(one);
  expect(await two.database.query(a, 'select * from workspaces')).toEqual([]);
  await one.drop();
  await expect(new pg.Client({ connectionString: one.url }).connect()).rejects.toMatchObject({ code: '3D000' });
  await two.drop();
});
