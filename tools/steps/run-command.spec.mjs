import { spawn } from 'node:child_process';
import { runCommand } from './run-command.mjs';

const here = new URL('./run-command.mjs', import.meta.url).href;
const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('runCommand', () => {
  it('answers the exit code and everything that was printed', async () => {
    const script = "console.log('out'); console.error('err'); process.exit(5);";
    const { code, output } = await runCommand(process.execPath, ['-e', script]);
    expect(code).toBe(5);
    expect(output).toMatch(/out\n/);
    expect(output).toMatch(/err\n/);
  });

  it('does not count a command that was killed as a success', async () => {
    const { code } = await runCommand(process.execPath, ['-e', "process.kill(process.pid, 'SIGKILL')"]);
    expect(code).toBe(1);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'])('passes %s on and leaves nothing behind', async (signal) => {
    // Written, not logged: where colours are forced, console.log would paint the number.
    const inner = 'process.stdout.write(String(process.pid)); setInterval(() => {}, 1000);';
    const outer = `import { runCommand } from '${here}'; await runCommand(process.execPath, ['-e', '${inner}'], { show: true });`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', outer], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = Number(await new Promise((resolve) => parent.stdout.once('data', (chunk) => resolve(String(chunk)))));
    const alive = isAlive(pid);
    parent.kill(signal); // before anything may fail: a parent left running would keep this run from ending
    expect(alive).toBe(true);
    const code = await new Promise((resolve) => parent.once('exit', resolve));
    expect(code).toBe(128 + { SIGTERM: 15, SIGINT: 2, SIGHUP: 1 }[signal]);
    expect(isAlive(pid)).toBe(false);
  });
});
