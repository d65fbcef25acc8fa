import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Adds up the tallies that jest runs have left in a folder; `failures` names each failed test. */
export function sumTallies(folder) {
  const total = { runs: 0, passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const name of readdirSync(folder)) {
    const { passed, failed, skipped, failures } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    total.runs += 1;
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    total.failures.push(...failures);
  }
  return total;
}
