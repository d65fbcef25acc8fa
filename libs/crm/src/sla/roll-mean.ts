const DAY_MS = 86_400_000;
/** Window of the marketplaces' mean (spec sla). */
export const ROLLING_WINDOW_MS = 30 * DAY_MS;

/** The mean as it stood at an instant. */
export interface RolledMean {
  readonly meanMs: number | null;
  readonly answered: number;
  readonly unanswered: number;
}

/**
 * The rolling 30-day mean at several instants, oldest first. At an instant t the window is (t - 30 d, t]: what opened in it
 * and was answered by then enters the mean, what was not yet answered counts as unanswered.
 */
export class RollingMean {
  private readonly sums: Float64Array;
  private readonly answered: Int32Array;
  private readonly unanswered: Int32Array;

  constructor(private readonly atMs: readonly number[]) {
    // Steps between instants; running sums over them give the state at each.
    this.sums = new Float64Array(atMs.length + 1);
    this.answered = new Int32Array(atMs.length + 1);
    this.unanswered = new Int32Array(atMs.length + 1);
  }

  /** Counts one sample; `respondedAtMs` null while it is open. */
  add(openedAtMs: number, respondedAtMs: number | null, tookMs: number): void {
    const enters = firstAtOrAfter(this.atMs, openedAtMs);
    const leaves = firstAtOrAfter(this.atMs, openedAtMs + ROLLING_WINDOW_MS);
    const turns =
      respondedAtMs === null ? leaves : Math.min(leaves, Math.max(enters, firstAtOrAfter(this.atMs, respondedAtMs)));
    step(this.unanswered, enters, turns, 1);
    step(this.answered, turns, leaves, 1);
    step(this.sums, turns, leaves, tookMs);
  }

  /** The state at every instant. */
  means(): RolledMean[] {
    let [sum, answered, unanswered] = [0, 0, 0];
    return this.atMs.map((_, index) => {
      sum += this.sums[index]!;
      answered += this.answered[index]!;
      unanswered += this.unanswered[index]!;
      return { meanMs: answered === 0 ? null : sum / answered, answered, unanswered };
    });
  }
}

function step(steps: Float64Array | Int32Array, from: number, to: number, by: number): void {
  if (from >= to) return;
  steps[from]! += by;
  steps[to]! -= by;
}

/** Place of the first instant that is not before `ms`. */
function firstAtOrAfter(instants: readonly number[], ms: number): number {
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (instants[middle]! < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}
