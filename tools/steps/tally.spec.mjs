import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import TallyReporter from '../jest-tally-reporter.mjs';
import { sumTallies } from './tally.mjs';

const results = (over) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  ...over,
});

describe('the tally of jest runs', () => {
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dangol-tally-spec-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const report = (over) => new TallyReporter(undefined, { folder }).onRunComplete(undefined, results(over));

  it('adds up every run', () => {
    report({ numPassedTests: 3, numPendingTests: 1 });
    report({ numPassedTests: 4, numFailedTests: 2, numTodoTests: 1 });
    expect(sumTallies(folder)).toEqual({ runs: 2, passed: 7, failed: 2, skipped: 2 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    report({ numPassedTests: 3, numRuntimeErrorTestSuites: 1 });
    expect(sumTallies(folder)).toMatchObject({ passed: 3, failed: 1 });
  });
});
