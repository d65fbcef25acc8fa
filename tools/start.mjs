/**
 * npm start: installs and builds what is missing, then runs the whole product on this machine: database, API, worker and
 * pages behind one address. Plain Node 20 with nothing installed is enough to begin.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './steps/build.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { Problem, runMain } from './steps/problem.mjs';
import { childEnvironment, projectNode, root } from './steps/workspace.mjs';
import { ensurePortIsFree, readAddress } from './start/address.mjs';

const HELP = `npm start: runs Dangol on this machine.

  PORT=3001 npm start           another port (default 3000)
  HOST=0.0.0.0 npm start        listen beyond this machine (default 127.0.0.1)
  DATABASE_URL=... npm start    your own PostgreSQL 15+ (default: an embedded one, data in .data/)

Other variables: docs/operations.md. Stop with Ctrl-C. Start afresh by deleting .data/.`;

const announce = (text) => console.log(`${text} ...`);

async function main() {
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    console.log(HELP);
    return 0;
  }
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 11))
    throw new Problem(
      `Node ${process.versions.node} is too old: install Node 20.11 or newer (https://nodejs.org), then run npm start again.`,
    );
  await ensurePortIsFree(readAddress(process.env)); // before the minutes of a first build, not after
  await ensureInstalled(announce);
  await ensureBuilt(announce);
  return run();
}

/**
 * Runs the servers in a session of their own. Ctrl-C reaches every process of the terminal's group at once; this way only
 * this process gets it, and the others are stopped in order. Should this process die, the closed channel tells them.
 */
function run() {
  return new Promise((resolve, reject) => {
    const child = spawn(projectNode(), [join(root, 'tools/start/servers.mjs')], {
      cwd: root,
      env: childEnvironment(),
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

await runMain(main);
