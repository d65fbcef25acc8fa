/** One point where production code and a case file disagree. `path` says which field of the case. */
export interface CaseDifference {
  readonly id: string;
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** The outcome of a case file, in the shape that `--json` prints (CONTRACTS.md). */
export interface CaseReport {
  readonly passed: number;
  readonly failed: number;
  readonly differences: readonly CaseDifference[];
}

/** Runs the content of a case file. Throws UnreadableCasesError when it is no file of the set's format. */
export type CaseRunner = (content: unknown) => CaseReport | Promise<CaseReport>;

/** The input as a whole cannot be used: answered with exit code 2, unlike a single case that fails. */
export class UnreadableCasesError extends Error {
  override readonly name = 'UnreadableCasesError';
}

/** The report as lines for people; the last one is always `N passed, M failed`. */
export function printReport(report: CaseReport): string {
  const show = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  const lines = report.differences.map(
    ({ id, path, expected, actual }) => `${id} ${path}: expected ${show(expected)}, got ${show(actual)}`,
  );
  return [...lines, `${report.passed} passed, ${report.failed} failed`].join('\n');
}
