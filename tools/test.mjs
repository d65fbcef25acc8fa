/**
 * npm test: everything that CI runs, from a fresh clone. Every stage runs even when one before it failed (what depends on
 * a failed build is said to be skipped), and the exit code is 0 only when all of them passed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './steps/browser.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { Problem, runMain } from './steps/problem.mjs';
import { runCommand } from './steps/run-command.mjs';
import { sumTallies } from './steps/tally.mjs';
import { projectNode, root } from './steps/workspace.mjs';

const HELP = `npm test: format, lint, types, unit and integration tests, build, API end-to-end, browser end-to-end.

  npm test                      everything
  npm test -- lint test         only these stages
  CHROME_PATH=... npm test      the browser for the browser tests (default: Chromium or Chrome of this machine)

The last line is "N passed, M failed" over all tests; a stage that fails without a failed test counts as one.`;

const nx = (target, ...more) => [
  join(root, 'node_modules/nx/dist/bin/nx.js'),
  'run-many',
  '-t',
  target,
  '--output-style=stream',
  ...more,
];

/** Stages in order. `tests`: must leave at least one jest tally. `needs`: not run when that one failed. */
const STAGES = [
  { name: 'format', args: [join(root, 'node_modules/prettier/bin/prettier.cjs'), '--check', '.', '--log-level=warn'] },
  { name: 'lint', args: nx('lint', '--parallel=2') },
  { name: 'typecheck', args: nx('typecheck', '--parallel=2') },
  { name: 'test', args: nx('test', '--parallel=2'), tests: true },
  { name: 'build', args: nx('build', '--parallel=2'), env: { NODE_ENV: 'production' } },
  { name: 'e2e-api', args: nx('e2e', '--parallel=1', '--projects=api'), tests: true, needs: 'build' },
  { name: 'e2e-web', args: nx('e2e', '--parallel=1', '--projects=web'), tests: true, needs: 'build', browser: true },
];

const announce = (text) => console.log(`\n== ${text} ...`);

async function runStage(stage, browser) {
  const startedAt = Date.now();
  announce(stage.name);
  const folder = mkdtempSync(join(tmpdir(), 'dangol-tally-'));
  try {
    const env = { ...stage.env, DANGOL_TEST_TALLY: folder, ...(browser && { CHROME_PATH: browser }) };
    const { code } = await runCommand(projectNode(), stage.args, { env, show: true });
    const tally = sumTallies(folder);
    const ranNothing = stage.tests && tally.passed + tally.failed === 0;
    if (ranNothing) console.error(`${stage.name}: no test ran.`);
    const ok = code === 0 && tally.failed === 0 && !ranNothing;
    // A crash, a lint error or an empty run is a failure even though no test says so.
    return { ...tally, failed: tally.failed || (ok ? 0 : 1), ok, seconds: (Date.now() - startedAt) / 1000 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main() {
  const wanted = process.argv.slice(2);
  if (wanted.includes('--help') || wanted.includes('-h')) {
    console.log(HELP);
    return 0;
  }
  const unknown = wanted.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0)
    throw new Problem(`No stage is called "${unknown[0]}". Stages: ${STAGES.map(({ name }) => name).join(', ')}.`);
  const stages = STAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

  await ensureInstalled(announce);
  const browser = stages.some((stage) => stage.browser) ? await ensureBrowser(announce) : null;

  const results = new Map();
  for (const stage of stages) {
    const blocked = stage.needs && results.get(stage.needs)?.ok === false;
    results.set(
      stage.name,
      blocked
        ? { ok: false, passed: 0, failed: 1, skipped: 0, failures: [], seconds: 0, blocked }
        : await runStage(stage, browser),
    );
  }
  return report(results);
}

function report(results) {
  console.log('');
  for (const [name, { ok, passed, failed, skipped, seconds, blocked }] of results) {
    const counts =
      passed + skipped > 0 || failed > 1
        ? `  ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
        : '';
    const state = blocked ? 'not run, the build failed' : `${seconds.toFixed(1).padStart(6)} s`;
    console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(10)} ${state}${counts}`);
  }
  // Again at the end: the places above are lost among thousands of lines.
  for (const [name, { failures }] of results)
    for (const { file, test, message } of failures)
      console.log(`\n${name}: ${file}\n  ${test}\n${message.replaceAll(/^/gm, '    ')}`);
  const sum = (key) => [...results.values()].reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 && [...results.values()].every(({ ok }) => ok) ? 0 : 1;
}

await runMain(main);
