const HOUR_MS = 3_600_000;

/** One raw response time. Declined and spam samples stay out; the caller counts them apart. Durations in milliseconds. */
export interface ResponseSample {
  readonly status: 'answered' | 'open';
  /** On the clock of the report; of an open one the wait so far. */
  readonly tookMs: number;
  /** As `measureFirstResponse` decides it; null where the target cannot be judged yet. */
  readonly met: boolean | null;
  /** Elapsed time, whatever the clock of the report: the timely shares are of it. */
  readonly wallMs: number;
  /** Until the first automatic acknowledgement, on the clock of the report; null without one. */
  readonly automaticMs: number | null;
  /** What an open one will have taken in 24 hours, on the clock of the report; the same as tookMs for an answered one. */
  readonly inADayMs: number;
}

/** Response times of a period. Figures without a sample are null, never 0. Durations in milliseconds. */
export interface ResponseSummary {
  readonly answeredCount: number;
  /** Sum of the durations of the answered. */
  readonly answeredTotalMs: number;
  readonly meanMs: number | null;
  readonly medianMs: number | null;
  readonly p90Ms: number | null;
  readonly p95Ms: number | null;
  /** Share, 0 to 1, of decided samples that met the target. An open one past due is decided: waiting longer cannot save it. */
  readonly metShare: number | null;
  readonly unansweredCount: number;
  readonly oldestWaitMs: number | null;
  /** Share, 0 to 1, answered within 24 h of elapsed time. An open one counts against it from the moment it is older. */
  readonly timelyShare: number | null;
  /** The same within 12 h (AliExpress). */
  readonly within12HoursShare: number | null;
  /** The mean over all samples if every open one were answered this instant (spec sla, rule 8). */
  readonly meanIfAnsweredNowMs: number | null;
  /** The same in 24 hours. */
  readonly meanIfAnsweredTomorrowMs: number | null;
  /** Mean with automatic acknowledgements counted as answers (spec sla, rule 1); an open one enters by its acknowledgement. */
  readonly meanWithAutomaticMs: number | null;
  /** Open ones that an automatic message has acknowledged. */
  readonly automaticOnlyCount: number;
}

/**
 * Takes raw samples of one clock as they come, and keeps of each no more than its duration: percentiles come from raw samples,
 * never from averages. They interpolate linearly: type 7 of Hyndman & Fan (1996), Sample Quantiles in Statistical Packages, The
 * American Statistician 50(4); PostgreSQL's `percentile_cont` answers the same.
 */
export class ResponseTally {
  private readonly answered = new Durations();
  private readonly open = { count: 0, now: 0, tomorrow: 0, oldest: 0, acknowledged: 0 };
  private readonly automatic = { count: 0, sum: 0 };
  private readonly met = new Share();
  private readonly timely = new Share();
  private readonly within12Hours = new Share();

  /** Counts one sample. */
  add({ status, tookMs, met, wallMs, automaticMs, inADayMs }: ResponseSample): void {
    if (met !== null) this.met.count(met);
    this.countWithin(this.timely, 24 * HOUR_MS, status, wallMs);
    this.countWithin(this.within12Hours, 12 * HOUR_MS, status, wallMs);
    const automatic = status === 'answered' ? Math.min(tookMs, automaticMs ?? tookMs) : automaticMs;
    if (automatic !== null) {
      this.automatic.count += 1;
      this.automatic.sum += automatic;
    }
    if (status === 'answered') {
      this.answered.add(tookMs);
      return;
    }
    this.open.count += 1;
    this.open.now += tookMs;
    this.open.tomorrow += inADayMs;
    this.open.oldest = Math.max(this.open.oldest, tookMs);
    if (automaticMs !== null) this.open.acknowledged += 1;
  }

  /** The figures of what was counted so far. */
  summary(): ResponseSummary {
    const { answered, open } = this;
    const all = answered.count + open.count;
    const sorted = answered.sorted();
    return {
      answeredCount: answered.count,
      answeredTotalMs: answered.sum,
      meanMs: ratio(answered.sum, answered.count),
      medianMs: percentile(sorted, 0.5),
      p90Ms: percentile(sorted, 0.9),
      p95Ms: percentile(sorted, 0.95),
      metShare: this.met.value(),
      unansweredCount: open.count,
      oldestWaitMs: open.count > 0 ? open.oldest : null,
      timelyShare: this.timely.value(),
      within12HoursShare: this.within12Hours.value(),
      meanIfAnsweredNowMs: ratio(answered.sum + open.now, all),
      meanIfAnsweredTomorrowMs: ratio(answered.sum + open.tomorrow, all),
      meanWithAutomaticMs: ratio(this.automatic.sum, this.automatic.count),
      automaticOnlyCount: open.acknowledged,
    };
  }

  private countWithin(share: Share, limitMs: number, status: ResponseSample['status'], wallMs: number): void {
    if (status === 'answered') share.count(wallMs <= limitMs);
    else if (wallMs > limitMs) share.count(false);
  }
}

/** Summarises raw samples of one clock; never feed it averages. */
export function summariseResponses(samples: Iterable<ResponseSample>): ResponseSummary {
  const tally = new ResponseTally();
  for (const sample of samples) tally.add(sample);
  return tally.summary();
}

/** Durations without a box around each: half a million of them are four megabytes. */
class Durations {
  count = 0;
  sum = 0;
  private values = new Float64Array(16);

  add(value: number): void {
    if (this.count === this.values.length) {
      const grown = new Float64Array(this.count * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.count] = value;
    this.count += 1;
    this.sum += value;
  }

  sorted(): Float64Array {
    return this.values.slice(0, this.count).sort();
  }
}

class Share {
  private readonly counted = { yes: 0, all: 0 };

  count(yes: boolean): void {
    this.counted.all += 1;
    if (yes) this.counted.yes += 1;
  }

  value(): number | null {
    return ratio(this.counted.yes, this.counted.all);
  }
}

function ratio(sum: number, count: number): number | null {
  return count === 0 ? null : sum / count;
}

function percentile(sorted: Float64Array, share: number): number | null {
  if (sorted.length === 0) return null;
  const position = (sorted.length - 1) * share;
  const low = Math.floor(position);
  const lower = sorted[low]!;
  const upper = sorted[Math.min(low + 1, sorted.length - 1)]!;
  return lower + (upper - lower) * (position - low);
}
