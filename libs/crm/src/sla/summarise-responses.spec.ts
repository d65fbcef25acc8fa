import { summariseResponses } from './summarise-responses.ts';
import type { ResponseSample } from './summarise-responses.ts';

const HOUR = 3_600_000;
const answered = (tookMs: number, met: boolean | null = true, more: Partial<ResponseSample> = {}): ResponseSample => ({
  status: 'answered',
  tookMs,
  met,
  wallMs: tookMs,
  automaticMs: null,
  inADayMs: tookMs,
  ...more,
});
const open = (tookMs: number, met: boolean | null = null, more: Partial<ResponseSample> = {}): ResponseSample => ({
  ...answered(tookMs, met),
  status: 'open',
  inADayMs: tookMs + 24 * HOUR,
  ...more,
});

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

  it('calls 24 hours to the millisecond timely, and counts an open one against it only once it is older', () => {
    const day = 24 * HOUR;
    const samples = [answered(day), answered(day + 1), open(day), open(day + 1)];
    expect(summariseResponses(samples).timelyShare).toBe(1 / 3);
    expect(summariseResponses([answered(12 * HOUR), answered(12 * HOUR + 1), open(HOUR)]).within12HoursShare).toBe(0.5);
    // elapsed time decides, also when the report is of business time
    expect(summariseResponses([answered(HOUR, true, { wallMs: day + 1 })]).timelyShare).toBe(0);
  });

  it('says what answering now and tomorrow would make of the mean', () =>
    expect(
      summariseResponses([answered(2 * HOUR), open(4 * HOUR), open(0, null, { inADayMs: 9 * HOUR })]),
    ).toMatchObject({
      meanIfAnsweredNowMs: 2 * HOUR,
      meanIfAnsweredTomorrowMs: 13 * HOUR,
    }));

  it('shows apart what automatic acknowledgements would make of the mean: the earlier one counts', () =>
    expect(
      summariseResponses([
        answered(10, true, { automaticMs: 2 }),
        answered(6),
        answered(3, true, { automaticMs: 8 }),
        open(50, null, { automaticMs: 1 }),
        open(70),
      ]),
    ).toMatchObject({ meanMs: 19 / 3, meanWithAutomaticMs: (2 + 6 + 3 + 1) / 4, automaticOnlyCount: 1 }));

  it('shows nothing rather than zero without samples', () => {
    expect(summariseResponses([])).toEqual({
      answeredCount: 0,
      answeredTotalMs: 0,
      meanMs: null,
      medianMs: null,
      p90Ms: null,
      p95Ms: null,
      metShare: null,
      unansweredCount: 0,
      oldestWaitMs: null,
      timelyShare: null,
      within12HoursShare: null,
      meanIfAnsweredNowMs: null,
      meanIfAnsweredTomorrowMs: null,
      meanWithAutomaticMs: null,
      automaticOnlyCount: 0,
    });
    expect(summariseResponses([answered(7)])).toMatchObject({ medianMs: 7, p95Ms: 7 });
  });
});
