import { readFile } from 'node:fs/promises';
import { printReport, UnreadableCasesError } from './case-report.ts';
import type { CaseRunner } from './case-report.ts';
import { runSlaCases } from './sla-cases.ts';

/** The case sets that can be run, by the name on the command line. */
const RUNNERS: Readonly<Record<string, CaseRunner>> = { sla: runSlaCases };

/** What the process prints and ends with: 0 all passed, 1 differences, 2 bad arguments or unreadable input. */
export interface CommandOutcome {
  readonly exitCode: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

const SETS = Object.keys(RUNNERS).join(', ');
const USAGE = `Usage: npm run cases -- SET FILE [--json]

Runs a case file through production code and compares the results.
  SET      one of: ${SETS}
  FILE     JSON case file; its own "format" and "doc" describe it
  --json   print only {passed, failed, differences: [{id, path, expected, actual}]}
  --help   print this text
Exit code: 0 all passed, 1 differences, 2 bad arguments or unreadable input.`;

/** Runs `cases` with the arguments after the command's name. Never throws for bad input: that is exit code 2. */
export async function runCasesCommand(args: readonly string[]): Promise<CommandOutcome> {
  if (args.includes('--help') || args.includes('-h')) return { exitCode: 0, stdout: USAGE, stderr: '' };
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--json');
  if (unknown !== undefined) return refuse(`Unknown option ${unknown}.\n${USAGE}`);
  const [set, path, ...rest] = args.filter((arg) => arg !== '--json');
  if (set === undefined || path === undefined || rest.length > 0)
    return refuse(`Expected a set and one file.\n${USAGE}`);
  const runner = Object.hasOwn(RUNNERS, set) ? RUNNERS[set] : undefined;
  if (!runner) return refuse(`Unknown case set "${set}". Known sets: ${SETS}.`);

  try {
    const report = await runner(await readJson(path));
    const stdout = args.includes('--json') ? JSON.stringify(report, null, 2) : printReport(report);
    return { exitCode: report.failed > 0 ? 1 : 0, stdout, stderr: '' };
  } catch (error) {
    if (error instanceof UnreadableCasesError) return refuse(`${path}: ${error.message}`);
    throw error;
  }
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new UnreadableCasesError(error instanceof Error ? error.message : String(error));
  }
}

function refuse(message: string): CommandOutcome {
  return { exitCode: 2, stdout: '', stderr: message };
}
