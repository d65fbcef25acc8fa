import type { Bench, BenchRun, Measurement } from '../bench.ts';
import { runBenchCommand } from './bench.command.ts';

const measured = (ratio: number): Measurement => ({
  line: { name: 'rows', ours: 600, reference: 1_000, ratio, unit: 'requests/s', p50: 1, p99: 2, n: 100 },
  goal: 0.6,
});
const benchOf = (run: (run: BenchRun) => Promise<Measurement[]>): Bench => ({
  summary: 'a bench',
  scaleOf: 'rows',
  scale: 200,
  smallestScale: 10,
  largestScale: 1_000,
  load: () => Promise.resolve({ run }),
});

async function runWith(bench: Bench, args = ['rows'], stopped = new AbortController().signal) {
  const printed: string[] = [];
  const logged: string[] = [];
  const exitCode = await runBenchCommand(
    args,
    { rows: bench },
    { print: (line) => printed.push(line), log: (text) => logged.push(text), stopped },
  );
  return { exitCode, printed, logged: logged.join('\n') };
}

it('prints what was measured, a line each, and ends with 0', async () => {
  const bench = benchOf(({ scale }) => Promise.resolve([measured(0.6), measured(scale)]));
  const { exitCode, printed, logged } = await runWith(bench, ['rows', '--scale', '20']);
  expect(exitCode).toBe(0);
  expect(printed.map((line): unknown => JSON.parse(line))).toEqual([measured(0.6).line, measured(20).line]);
  expect(logged).toBe('');
});

it('ends with 1 when one goal of several is missed, and says which', async () => {
  const { exitCode, printed, logged } = await runWith(benchOf(() => Promise.resolve([measured(0.599), measured(1)])));
  expect(exitCode).toBe(1);
  expect(printed).toHaveLength(2);
  expect(logged).toMatch(/rows: the goal is a ratio of at least 0.6, it was 0.599/);
});

it('prints help with 0, and answers wrong arguments with 2 and nothing on stdout', async () => {
  const bench = benchOf(() => Promise.resolve([]));
  expect(await runWith(bench, ['--help'])).toMatchObject({ exitCode: 0, printed: [expect.stringMatching(/^Usage/)] });
  expect(await runWith(bench, ['none'])).toMatchObject({ exitCode: 2, printed: [] });
});

describe('ends what was started, newest first', () => {
  const ended: string[] = [];
  const start = ({ belongings }: BenchRun) => {
    belongings.add('server', () => void ended.push('server'));
    belongings.add('fragile', () => Promise.reject(new Error('it is stuck')));
    belongings.add('load', () => void ended.push('load'));
  };
  beforeEach(() => (ended.length = 0));

  it('after a good run', async () => {
    const bench = benchOf((run) => (start(run), Promise.resolve([measured(1)])));
    expect(await runWith(bench)).toMatchObject({ exitCode: 0, logged: expect.stringMatching(/fragile.*it is stuck/) });
    expect(ended).toEqual(['load', 'server']);
  });

  it('after a failure', async () => {
    const bench = benchOf((run) => (start(run), Promise.reject(new Error('no rows'))));
    expect(await runWith(bench)).toMatchObject({ exitCode: 1, printed: [], logged: expect.stringMatching(/no rows/) });
    expect(ended).toEqual(['load', 'server']);
  });

  it('when it is stopped, without waiting for the bench', async () => {
    const stop = new AbortController();
    const bench = benchOf((run) => {
      start(run);
      stop.abort(new Error('stopped by SIGINT'));
      return new Promise(() => undefined);
    });
    expect(await runWith(bench, ['rows'], stop.signal)).toMatchObject({
      exitCode: 1,
      printed: [],
      logged: expect.stringMatching(/stopped by SIGINT/),
    });
    expect(ended).toEqual(['load', 'server']);
  });

  it('also what a stopped bench goes on to start', async () => {
    const stop = new AbortController();
    const goOn = Promise.withResolvers<void>();
    const lateStart = Promise.withResolvers<unknown>();
    const bench = benchOf(async (run) => {
      stop.abort(new Error('stopped by SIGINT'));
      await goOn.promise;
      try {
        run.belongings.add('late', () => void ended.push('late'));
      } catch (error) {
        lateStart.resolve(error);
      }
      return [];
    });
    await runWith(bench, ['rows'], stop.signal);
    goOn.resolve();
    expect(await lateStart.promise).toEqual(new Error('the bench has ended, nobody needs late'));
    expect(ended).toEqual(['late']);
  });
});
