/** What to ask a server for, again and again. */
export interface LoadTarget {
  readonly port: number;
  readonly method: 'GET' | 'POST';
  /** Taken in turn. */
  readonly requests: readonly LoadRequest[];
}

/** One request and about how long its answer is. */
export interface LoadRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Bytes of the answer that was looked at before; a much shorter one is a failure, whatever its status. */
  readonly answerBytes: number;
}

/** An order to the load process: `connections` callers, each asking again as soon as it is answered. */
export interface LoadOrder {
  readonly target: LoadTarget;
  readonly connections: number;
  readonly milliseconds: number;
}

/** What came of it. */
export interface LoadReport {
  readonly milliseconds: number;
  /** Milliseconds from request to the end of the answer, one for each good answer. */
  readonly latencies: Float64Array;
  /** What was wrong with answers that were not good; a bench with any is void. */
  readonly failures: readonly string[];
}
