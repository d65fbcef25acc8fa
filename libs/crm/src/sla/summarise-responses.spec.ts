import { summariseResponses } from './summarise-responses.ts';
import type { ResponseSample } from './summarise-responses.ts';

const answered = (tookMs: number, met: boolean | null = true): ResponseSample => ({ status: 'answered', tookMs, met });
const open = (tookMs: number, met: boolean | null = null): ResponseSample => ({ status: 'open', tookMs, met });

describe('summariseResponses', () => {
  it('interpolates percentiles over raw samples as percentile_cont does', () => {
    const summary = summariseResponses([40, 10, 30, 20].map((ms) => answered(ms)));
    expect(summary).toMatchObject({ answeredCount: 4, meanMs: 25, medianMs: 25 });
    expect(summary.p90Ms).toBeCloseTo(37, 9);
    expect(summary.p95Ms).toBeCloseTo(38.5, 9);
  });

  it('never hides the unanswered behind a mean', () => {
    expect(summariseResponses([answered(10), answered(20), open(300), open(90)])).toMatchObject({
      meanMs: 15,
      unansweredCount: 2,
      oldestWaitMs: 300,
      meanIfAnsweredNowMs: 105,
    });
  });

  it('shares out decided samples only: an open one past due is missed, one still in time is left out', () => {
    const samples = [answered(10), answered(20, false), answered(5), open(500, false), open(1)];
    expect(summariseResponses(samples).metShare).toBe(0.5);
  });

  it('shows nothing rather than zero without samples', () => {
    expect(summariseResponses([])).toEqual({
      answeredCount: 0,
      meanMs: null,
      medianMs: null,
      p90Ms: null,
      p95Ms: null,
      metShare: null,
      unansweredCount: 0,
      oldestWaitMs: null,
      meanIfAnsweredNowMs: null,
    });
    expect(summariseResponses([answered(7)])).toMatchObject({ medianMs: 7, p95Ms: 7 });
  });
});
