/** One raw response time on either clock. For an open inquiry `tookMs` is the wait so far. */
export interface ResponseSample {
  readonly status: 'answered' | 'open';
  readonly tookMs: number;
  /** As `measureFirstResponse` decides it; null where the target cannot be judged yet. */
  readonly met: boolean | null;
}

/** Response times of a period. Figures without a sample are null, never 0. Durations in milliseconds. */
export interface ResponseSummary {
  readonly answeredCount: number;
  readonly meanMs: number | null;
  readonly medianMs: number | null;
  readonly p90Ms: number | null;
  readonly p95Ms: number | null;
  /** Share, 0 to 1, of decided samples that met the target. An open one past due is decided: waiting longer cannot save it. */
  readonly metShare: number | null;
  readonly unansweredCount: number;
  readonly oldestWaitMs: number | null;
  /** The mean over all samples if every open one were answered this instant (spec sla, rule 8). */
  readonly meanIfAnsweredNowMs: number | null;
}

/**
 * Summarises raw samples of one clock; never feed it averages. Declined and spam inquiries stay out, the caller counts them
 * apart. Percentiles interpolate linearly: type 7 of Hyndman & Fan (1996), Sample Quantiles in Statistical Packages, The
 * American Statistician 50(4); PostgreSQL's `percentile_cont` answers the same.
 */
export function summariseResponses(samples: readonly ResponseSample[]): ResponseSummary {
  const answered = samples.filter((sample) => sample.status === 'answered').map((sample) => sample.tookMs);
  const waits = samples.filter((sample) => sample.status === 'open').map((sample) => sample.tookMs);
  const decided = samples.filter((sample) => sample.met !== null);
  const sorted = answered.toSorted((a, b) => a - b);
  return {
    answeredCount: answered.length,
    meanMs: mean(answered),
    medianMs: percentile(sorted, 0.5),
    p90Ms: percentile(sorted, 0.9),
    p95Ms: percentile(sorted, 0.95),
    metShare: mean(decided.map((sample) => Number(sample.met))),
    unansweredCount: waits.length,
    oldestWaitMs: waits.length > 0 ? waits.reduce((oldest, wait) => Math.max(oldest, wait)) : null,
    meanIfAnsweredNowMs: mean([...answered, ...waits]),
  };
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percentile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null;
  const position = (sorted.length - 1) * share;
  const low = Math.floor(position);
  const lower = sorted[low]!;
  const upper = sorted[Math.min(low + 1, sorted.length - 1)]!;
  return lower + (upper - lower) * (position - low);
}
