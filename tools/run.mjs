/**
 * Runs a command of the product: `node tools/run.mjs <module path below the repository, without extension> [arguments]`.
 * Builds what is stale first, then hands over to the pinned Node. Only the command writes to stdout, so that its output can
 * be piped; exit code 3 means that the build failed, every other code is the command's own.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const pinnedNode = join(root, 'node_modules', 'node', 'bin', 'node');
const node = existsSync(pinnedNode) ? pinnedNode : process.execPath;

const fail = (message, exitCode) => {
  process.stderr.write(`${message}\n`);
  process.exit(exitCode);
};

const [module, ...args] = process.argv.slice(2);
if (!module) fail('Usage: node tools/run.mjs MODULE [ARGUMENTS]', 2);
if (!existsSync(join(root, `${module}.ts`))) fail(`No such module: ${module}.ts`, 2);

// The first `node` on the path is the pinned one, also for nx itself and for the compilers it starts.
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
const build = spawnSync(join(bin, 'nx'), ['run', 'api:build', '--outputStyle=static'], {
  cwd: root,
  env: { ...env, NX_DAEMON: 'false', NX_TUI: 'false' },
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
if (build.status !== 0) {
  fail(`${build.stdout ?? ''}${build.stderr ?? ''}${build.error?.message ?? ''}\nThe build failed.`, 3);
}

const command = spawn(node, ['--enable-source-maps', join(root, 'dist', `${module}.js`), ...args], {
  stdio: 'inherit',
  env: process.env,
});
// A terminal sends its signals to both; anyone else signals this process, and the command must hear of it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => command.kill(signal));
command.on('error', (error) => fail(`${node}: ${error.message}`, 3));
command.on('exit', (code, signal) => {
  if (!signal) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
