import type { LoadReport } from '../load/load.protocol.ts';
import { percentile, rounded } from './statistics.ts';

/** What both were measured at, one after the other. */
export interface Round {
  readonly ours: LoadReport;
  readonly reference: LoadReport;
}

/** Rounds of both, one after the other; who begins alternates too, so that what changes slowly favours neither. */
export async function alternate(
  rounds: number,
  { ours, reference }: { ours: () => Promise<LoadReport>; reference: () => Promise<LoadReport> },
): Promise<Round[]> {
  const reports: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await ours();
      reports.push({ ours: first, reference: await reference() });
    } else {
      const first = await reference();
      reports.push({ ours: await ours(), reference: first });
    }
  }
  return reports;
}

/** Requests per second. */
export function rateOf({ latencies, milliseconds }: LoadReport): number {
  return latencies.length / (milliseconds / 1000);
}

/** Percentiles over all rounds, in milliseconds. */
export function latenciesOf(reports: readonly LoadReport[]): { p50: number; p99: number; n: number } {
  const all = reports.flatMap(({ latencies }) => [...latencies]);
  return { p50: rounded(percentile(all, 0.5)), p99: rounded(percentile(all, 0.99)), n: all.length };
}
