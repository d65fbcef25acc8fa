import { runCasesCommand } from './cases.command.ts';

const { exitCode, stdout, stderr } = await runCasesCommand(process.argv.slice(2));
if (stderr) process.stderr.write(`${stderr}\n`);
if (stdout) process.stdout.write(`${stdout}\n`);
// Set, not `process.exit()`: a long report into a pipe must be written to its end.
process.exitCode = exitCode;
