import type { Bench, BenchLine } from '../bench.ts';
import { Belongings } from './belongings.ts';
import { benchUsage, readBenchArguments } from './bench-arguments.ts';

/** Where a command writes and what can stop it. */
export interface CommandSurroundings {
  readonly print: (line: string) => void;
  readonly log: (text: string) => void;
  /** Aborted when somebody wants the command to end. */
  readonly stopped: AbortSignal;
}

/** No run may take longer, whatever hangs. */
const LONGEST_RUN_MS = 15 * 60_000;

/** Runs `bench` with the arguments after the command's name and answers with its exit code; see `--help`. */
export async function runBenchCommand(
  args: readonly string[],
  benches: Readonly<Record<string, Bench>>,
  { print, log, stopped }: CommandSurroundings,
): Promise<0 | 1 | 2> {
  const request = readBenchArguments(args, benches);
  if (request.kind === 'help') {
    print(benchUsage(benches));
    return 0;
  }
  if (request.kind === 'wrong') {
    log(`${request.problem}\n\n${benchUsage(benches)}`);
    return 2;
  }
  const belongings = new Belongings();
  try {
    const { run } = await request.bench.load();
    const limit = AbortSignal.any([stopped, AbortSignal.timeout(LONGEST_RUN_MS)]);
    const measurements = await unlessAborted(limit, run({ scale: request.scale, belongings, log }));
    let missed = 0;
    for (const { line, goal } of measurements) {
      print(JSON.stringify(line satisfies BenchLine));
      if (line.ratio >= goal) continue;
      missed += 1;
      log(`${line.name}: the goal is a ratio of at least ${goal}, it was ${line.ratio}`);
    }
    return missed === 0 ? 0 : 1;
  } catch (error) {
    log(`The bench did not finish: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return 1;
  } finally {
    await belongings.end(log);
  }
}

/** The result of `work`, or the reason of the abort as soon as it comes; what the work does then is of no interest. */
async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const aborted = new Promise<never>((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  work.catch(() => undefined); // its parts fail when they are ended under it
  return Promise.race([work, aborted]);
}
