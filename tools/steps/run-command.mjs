import { spawn } from 'node:child_process';
import { childEnvironment, root } from './workspace.mjs';

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 };

/**
 * Runs a command in the repository and answers `{ code, output }`. With `show` the output goes to the terminal as it comes
 * (and is kept all the same); without, it is only kept. A signal to this process is passed on, and this process ends when
 * the command has: an install or a test run is never left behind. With `signal` the caller decides instead.
 */
export function runCommand(command, args, { env = {}, show = false, signal } = {}) {
  return new Promise((resolve, reject) => {
    const options = { cwd: root, env: childEnvironment(env), stdio: ['ignore', 'pipe', 'pipe'], signal };
    const child = spawn(command, args, options);
    let output = '';
    let asked = null;
    const keep = (stream) => (chunk) => {
      output += chunk;
      if (show) stream.write(chunk);
    };
    const passOn = (name) => {
      asked = name;
      child.kill(name);
    };
    if (!signal) for (const name of Object.keys(SIGNALS)) process.on(name, passOn);
    child.stdout.setEncoding('utf8').on('data', keep(process.stdout));
    child.stderr.setEncoding('utf8').on('data', keep(process.stderr));
    child.on('error', reject);
    child.on('close', (code, endedBy) => {
      for (const name of Object.keys(SIGNALS)) process.off(name, passOn);
      if (asked) process.exit(128 + SIGNALS[asked]);
      resolve({ code: code ?? (endedBy ? 1 : 0), output });
    });
  });
}
