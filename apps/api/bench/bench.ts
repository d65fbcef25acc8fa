import type { Belongings } from './run/belongings.ts';

/** One line of the output (CONTRACTS.md, `bench`). */
export interface BenchLine {
  readonly name: string;
  readonly ours: number;
  readonly reference: number;
  /** Better when larger: the median over rounds that alternate the two. */
  readonly ratio: number;
  readonly unit: string;
  /** Of ours, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Requests of ours that were measured. */
  readonly n: number;
}

/** A line and the smallest ratio that is good enough. */
export interface Measurement {
  readonly line: BenchLine;
  readonly goal: number;
}

/** What a bench is run with. */
export interface BenchRun {
  /** What `--scale` said, or the bench's own size. */
  readonly scale: number;
  /** Everything that is started or made goes in here, so that nothing of it is left. */
  readonly belongings: Belongings;
  /** For people who wait. */
  readonly log: (text: string) => void;
}

/** A bench that can be run by name. */
export interface Bench {
  readonly summary: string;
  /** What the scale counts. */
  readonly scaleOf: string;
  readonly scale: number;
  readonly smallestScale: number;
  readonly largestScale: number;
  /** Loaded when it is run: `--help` should not start the house. */
  readonly load: () => Promise<{ run: (run: BenchRun) => Promise<Measurement[]> }>;
}
