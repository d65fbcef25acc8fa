import { BENCHES } from './benches.ts';
import { runBenchCommand } from './run/bench.command.ts';

const stop = new AbortController();
// Once: while everything is being ended, further signals change nothing.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => stop.abort(new Error(`stopped by ${signal}`)));

const exitCode = await runBenchCommand(process.argv.slice(2), BENCHES, {
  print: (line) => process.stdout.write(`${line}\n`),
  log: (text) => process.stderr.write(`${text}\n`),
  stopped: stop.signal,
});
// Work that was stopped half-way may still hold a connection; lines in a pipe are written to their end first.
process.stdout.write('', () => process.exit(exitCode));
