import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Belongings } from './belongings.ts';

/** A program of ours to run in its own process. */
export interface ProcessSpec {
  readonly what: string;
  /** Address of the built module. */
  readonly module: URL;
  readonly env?: Readonly<Record<string, string>>;
  /** Where stdout goes: an open file, or nowhere. Errors go to our stderr. */
  readonly output?: number;
}

const STOP_PATIENCE_MS = 10_000;
const END_WITH_PARENT = new URL('./end-with-parent.js', import.meta.url).href;

/** Starts a program with a channel to it. It ends with the bench, however the bench ends. */
export function startProcess(belongings: Belongings, spec: ProcessSpec): ChildProcess {
  const stdio: StdioOptions = ['ignore', spec.output ?? 'ignore', 'inherit', 'ipc'];
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, fileURLToPath(spec.module)], {
    stdio,
    env: { ...process.env, ...spec.env },
    serialization: 'advanced',
  });
  belongings.add(spec.what, () => stop(child));
  return child;
}

/** The next message of a process. Rejects when it ends before. */
export async function nextMessage<Message>(child: ChildProcess, what: string): Promise<Message> {
  const ended = new AbortController();
  try {
    const [message] = await Promise.race([
      once(child, 'message', { signal: ended.signal }),
      once(child, 'exit', { signal: ended.signal }).then(([code]) => {
        throw new Error(`${what} ended with code ${code}`);
      }),
    ]);
    return message as Message; // both ends of the channel are ours
  } finally {
    ended.abort();
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
  await exit;
  clearTimeout(impatience);
}
