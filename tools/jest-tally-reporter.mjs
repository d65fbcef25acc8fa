import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Jest reporter that leaves the counts of a run in a folder, one JSON file per run; npm test adds them up. A test file that could not be loaded counts as one failed test: it ran none of those inside.
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
    };
    writeFileSync(join(this.folder, `${randomUUID()}.json`), JSON.stringify(tally));
  }
}
