import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { supervise } from './supervised.mjs';

/** Leaves one line per start in a file, then does what `script` says. */
const program = (file, script, prelude = '') => ({
  command: process.execPath,
  args: ['-e', `${prelude} require('node:fs').appendFileSync(${JSON.stringify(file)}, process.pid + '\\n'); ${script}`],
  env: process.env,
  cwd: tmpdir(),
});
const STAY = 'setInterval(() => {}, 1000);';

describe('supervise', () => {
  let folder;
  let file;
  const pids = () => {
    try {
      return readFileSync(file, 'utf8').trim().split('\n').filter(Boolean).map(Number);
    } catch {
      return [];
    }
  };
  /** Waits for a state of the outside world; the limit is jest's own. */
  const until = async (condition) => {
    while (!condition()) await new Promise((resolve) => setImmediate(resolve));
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dangol-supervise-'));
    file = join(folder, 'pids');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('starts a killed process again, and ends it on stop', async () => {
    const lines = [];
    const child = supervise('It', {
      ...program(file, STAY),
      log: (text) => lines.push(text),
      onFirstFailure: () => {},
    });
    await until(() => pids().length === 1);
    child.markReady();
    process.kill(pids()[0], 'SIGKILL');
    await until(() => pids().length === 2);
    expect(lines).toEqual(['It ended (SIGKILL); starting it again in 0.5 s']);
    await child.stop();
    expect(() => process.kill(pids()[1], 0)).toThrow(/ESRCH/);
    expect(pids()).toHaveLength(2);
  });

  it('does not retry what cannot start at all', async () => {
    const code = await new Promise((onFirstFailure) =>
      supervise('It', { ...program(file, 'process.exit(7);'), log: () => {}, onFirstFailure }),
    );
    expect(code).toBe(7);
    expect(pids()).toHaveLength(1);
  });

  it('ends by force what does not end when asked', async () => {
    const child = supervise('It', {
      ...program(file, STAY, `process.on('SIGTERM', () => {});`),
      log: () => {},
      onFirstFailure: () => {},
    });
    await until(() => pids().length === 1);
    await child.stop(50);
    expect(() => process.kill(pids()[0], 0)).toThrow(/ESRCH/);
  });
});
