import {
  forecastResponses,
  ResponseTally,
  type OpenResponse,
  type ResponseForecast,
  type ResponseSample,
} from '@dangol/crm';
import type { ResponseFigures } from './sla-report.model.ts';

/** One sample as it is counted. */
export type CountedSample =
  { readonly status: 'declined' | 'spam' } | (ResponseSample & { readonly conversationId: string | null });

/** Counts the samples of one group: all, a person's, a channel's. Home's headline and the report are made of it. */
export class ResponseCount {
  private readonly tally = new ResponseTally();
  private readonly apart = { declined: 0, spam: 0 };
  private readonly open: OpenResponse[] = [];
  samples = 0;

  add(sample: CountedSample): void {
    this.samples += 1;
    if (!('tookMs' in sample)) {
      this.apart[sample.status] += 1;
      return;
    }
    this.tally.add(sample);
    if (sample.status === 'open' && sample.conversationId !== null)
      this.open.push({ conversationId: sample.conversationId, waitedMs: sample.tookMs });
  }

  figures(): ResponseFigures {
    const summary = this.tally.summary();
    return {
      answered: summary.answeredCount,
      unanswered: summary.unansweredCount,
      ...this.apart,
      oldestWaitMinutes: minutes(summary.oldestWaitMs),
      meanMinutes: minutes(summary.meanMs),
      medianMinutes: minutes(summary.medianMs),
      p90Minutes: minutes(summary.p90Ms),
      p95Minutes: minutes(summary.p95Ms),
      metShare: summary.metShare,
      timelyShare: summary.timelyShare,
      within12HoursShare: summary.within12HoursShare,
      ifAnsweredNowMinutes: minutes(summary.meanIfAnsweredNowMs),
      ifAnsweredTomorrowMinutes: minutes(summary.meanIfAnsweredTomorrowMs),
      withAutomaticMeanMinutes: minutes(summary.meanWithAutomaticMs),
      automaticOnly: summary.automaticOnlyCount,
    };
  }

  /** What it takes to keep the mean under a target; null when nothing is open. */
  forecast(targetMinutes: number): ResponseForecast | null {
    const { answeredCount: count, answeredTotalMs: sumMs } = this.tally.summary();
    return forecastResponses({ count, sumMs }, this.open, targetMinutes);
  }
}

/** Counts per key; the groups that there are, the largest first. */
export class ResponseCounts {
  private readonly byKey = new Map<string | null, ResponseCount>();

  of(key: string | null): ResponseCount {
    const known = this.byKey.get(key);
    if (known) return known;
    const count = new ResponseCount();
    this.byKey.set(key, count);
    return count;
  }

  largestFirst(): [key: string | null, count: ResponseCount][] {
    return [...this.byKey].toSorted(
      ([a, one], [b, other]) => other.samples - one.samples || ((a ?? '') < (b ?? '') ? -1 : 1),
    );
  }
}

/** Milliseconds as minutes. */
export function minutes(ms: number | null): number | null {
  return ms === null ? null : ms / 60_000;
}
