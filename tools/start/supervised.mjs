import { spawn } from 'node:child_process';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A process that lived this long had recovered: the next pause is the first one again. */
const STEADY_MS = 60_000;

/**
 * A child process that is started again when it ends, after a pause that doubles from 0.5 s to 30 s.
 * With `quiet` only what it writes to stderr is shown. `onFirstFailure(code)` is asked when it ends before `markReady()`: a process that cannot start at all is not retried.
 */
export function supervise(name, { command, args, env, cwd, quiet = false, onFirstFailure, log }) {
  let child = null;
  let timer = null;
  let stopping = false;
  let ready = false;
  let pauseMs = FIRST_PAUSE_MS;

  const start = () => {
    timer = null;
    const startedAt = Date.now();
    child = spawn(command, args, { env, cwd, stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'] });
    let ended = false;
    const end = (code, signal) => {
      if (ended) return;
      ended = true;
      child = null;
      if (stopping) return;
      if (!ready) return onFirstFailure(code);
      if (Date.now() - startedAt >= STEADY_MS) pauseMs = FIRST_PAUSE_MS;
      log(`${name} ended (${signal ?? `code ${code}`}); starting it again in ${pauseMs / 1000} s`);
      timer = setTimeout(start, pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    };
    child.once('exit', end);
    child.once('error', (error) => {
      log(`${name} could not be started: ${error.message}`);
      end(1, null);
    });
  };
  start();

  return {
    markReady() {
      ready = true;
    },
    /** Asks it to end, and ends it by force after `graceMs`. */
    async stop(graceMs = 15_000) {
      stopping = true;
      clearTimeout(timer);
      const running = child;
      if (!running) return;
      const ended = new Promise((resolve) => running.once('exit', resolve));
      running.kill('SIGTERM');
      const force = setTimeout(() => running.kill('SIGKILL'), graceMs);
      await ended;
      clearTimeout(force);
    },
  };
}
