import type { Bench } from '../bench.ts';

/** What the command line asks for. */
export type BenchRequest =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string }
  | { readonly kind: 'run'; readonly name: string; readonly bench: Bench; readonly scale: number };

/** Reads the arguments after the command's name. */
export function readBenchArguments(args: readonly string[], benches: Readonly<Record<string, Bench>>): BenchRequest {
  if (args.includes('--help') || args.includes('-h')) return { kind: 'help' };
  const words: string[] = [];
  let scaleText: string | undefined;
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (arg === '--scale') {
      i += 1;
      scaleText = args[i] ?? '';
    } else if (arg.startsWith('--scale=')) scaleText = arg.slice('--scale='.length);
    else if (arg.startsWith('-')) return wrong(`Unknown option ${arg}.`);
    else words.push(arg);
  }
  const [name, ...rest] = words;
  if (name === undefined || rest.length > 0) return wrong('Expected the name of one bench.');
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (!bench) return wrong(`Unknown bench "${name}". Known: ${Object.keys(benches).join(', ')}.`);
  const scale = scaleText === undefined ? bench.scale : wholeNumber(scaleText);
  if (scale === null || scale < bench.smallestScale || scale > bench.largestScale)
    return wrong(`--scale of ${name} is a whole number from ${bench.smallestScale} to ${bench.largestScale}.`);
  return { kind: 'run', name, bench, scale };
}

/** The text of `--help`. */
export function benchUsage(benches: Readonly<Record<string, Bench>>): string {
  const names = Object.entries(benches).map(
    ([name, bench]) =>
      `  ${name.padEnd(9)}${bench.summary}\n${' '.repeat(11)}(scale: ${bench.scaleOf}, ${bench.scale})`,
  );
  return `Usage: npm run bench -- NAME [--scale N]

Measures a part of the product against a reference in the same run, on a database of its own that is thrown away.
${names.join('\n')}
  --scale N  size of the data
  --help     print this text
Prints JSON lines {name, ours, reference, ratio, unit, p50, p99, n} on stdout; ratio is better when larger.
Exit code: 0 every goal reached, 1 a goal missed or the bench failed, 2 bad arguments.`;
}

function wholeNumber(text: string): number | null {
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
}

function wrong(problem: string): BenchRequest {
  return { kind: 'wrong', problem };
}
