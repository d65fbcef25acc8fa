import type { Bench } from '../bench.ts';
import { benchUsage, readBenchArguments } from './bench-arguments.ts';

const bench: Bench = {
  summary: 'a bench',
  scaleOf: 'rows',
  scale: 200,
  smallestScale: 10,
  largestScale: 1_000,
  load: () => Promise.reject(new Error('not run here')),
};
const benches = { rows: bench };

it.each([
  [['rows'], 200],
  [['rows', '--scale', '10'], 10],
  [['--scale', '1000', 'rows'], 1_000],
  [['rows', '--scale=50'], 50],
])('%j runs with scale %d', (args, scale) => {
  expect(readBenchArguments(args, benches)).toEqual({ kind: 'run', name: 'rows', bench, scale });
});

it.each([['--help'], ['-h'], ['rows', '--help'], ['nothing', '--help']])('%j asks for help', (...args) => {
  expect(readBenchArguments(args, benches)).toEqual({ kind: 'help' });
});

it.each<[string[], RegExp]>([
  [[], /name of one bench/],
  [['rows', 'rows'], /name of one bench/],
  [['inbox'], /Unknown bench "inbox". Known: rows/],
  [['toString'], /Unknown bench "toString"/],
  [['rows', '--fast'], /Unknown option --fast/],
  [['rows', '--scale'], /from 10 to 1000/],
  [['rows', '--scale', ''], /from 10 to 1000/],
  [['rows', '--scale', '9'], /from 10 to 1000/],
  [['rows', '--scale', '1001'], /from 10 to 1000/],
  [['rows', '--scale', '-20'], /from 10 to 1000/],
  [['rows', '--scale', '1e2'], /from 10 to 1000/],
  [['rows', '--scale=20.5'], /from 10 to 1000/],
])('%j is wrong', (args, problem) => {
  expect(readBenchArguments(args, benches)).toEqual({ kind: 'wrong', problem: expect.stringMatching(problem) });
});

it('tells every name with its scale', () => {
  expect(benchUsage(benches)).toMatch(/rows +a bench\n +\(scale: rows, 200\)/);
});
