import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** Lines of a failure that are repeated at the end of npm test: what was expected, not the whole stack. */
const LINES_OF_A_FAILURE = 12;

/**
 * Jest reporter that leaves the counts of a run and its failures in a folder, one JSON file per run; npm test adds them up. A
 * test file that could not be loaded counts as one failed test: it ran none of those inside.
 */
export default class TallyReporter {
  constructor(_config, { folder }) {
    this.folder = folder;
  }

  onRunComplete(_contexts, results) {
    const tally = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
      failures: results.testResults.flatMap(failuresOf),
    };
    writeFileSync(join(this.folder, `${randomUUID()}.json`), JSON.stringify(tally));
  }
}

function failuresOf({ testFilePath, testExecError, testResults }) {
  const file = relative(process.cwd(), testFilePath);
  const unloaded = testExecError
    ? [{ file, test: 'could not be loaded', message: shorten(testExecError.message) }]
    : [];
  const failed = testResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => ({ file, test: fullName, message: shorten(failureMessages.join('\n')) }));
  return [...unloaded, ...failed];
}

const shorten = (message = '') => stripVTControlCharacters(message).split('\n').slice(0, LINES_OF_A_FAILURE).join('\n');
