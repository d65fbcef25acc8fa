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
  testResults: [],
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
    expect(sumTallies(folder)).toEqual({ runs: 2, passed: 7, failed: 2, skipped: 2, failures: [] });
  });

  it('names what failed, without colours and without the whole stack', () => {
    const failed = {
      status: 'failed',
      fullName: 'the clock stops',
      failureMessages: ['\u001b[31mexpected 1\u001b[39m\n' + '  at x\n'.repeat(40)],
    };
    const testFilePath = join(process.cwd(), 'libs/crm/clock.spec.ts');
    report({ numFailedTests: 1, testResults: [{ testFilePath, testResults: [failed, { status: 'passed' }] }] });
    const unloaded = { testFilePath, testExecError: { message: 'no such module' }, testResults: [] };
    report({ numRuntimeErrorTestSuites: 1, testResults: [unloaded] });

    const { failures } = sumTallies(folder);
    expect(failures).toHaveLength(2);
    const ofTest = failures.find(({ test }) => test === 'the clock stops');
    expect(ofTest.file).toBe('libs/crm/clock.spec.ts');
    expect(ofTest.message.split('\n')).toHaveLength(12);
    expect(ofTest.message).toMatch(/^expected 1\n/);
    expect(failures).toContainEqual({
      file: 'libs/crm/clock.spec.ts',
      test: 'could not be loaded',
      message: 'no such module',
    });
  });

  it('counts a file that could not be loaded as a failure', () => {
    report({ numPassedTests: 3, numRuntimeErrorTestSuites: 1 });
    expect(sumTallies(folder)).toMatchObject({ passed: 3, failed: 1 });
  });
});
