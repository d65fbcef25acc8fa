import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';
import { runCommand } from './run-command.mjs';
import { root } from './workspace.mjs';

const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules/.dangol-installed');

const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex');

/** True when node_modules is what package-lock.json says. */
export function isInstalled() {
  const hash = lockHash();
  if (existsSync(stampFile)) return readFileSync(stampFile, 'utf8').trim() === hash;
  // Installed by hand: npm leaves its own copy of the lock, newer than the lock it was made from.
  const npmCopy = join(root, 'node_modules/.package-lock.json');
  return existsSync(npmCopy) && statSync(npmCopy).mtimeMs >= statSync(lockFile).mtimeMs;
}

/** What npm prints when the registry cannot be reached. */
const OFFLINE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/** The sentence for a failed `npm ci`. */
export function explainInstallFailure(output) {
  if (OFFLINE.test(output))
    return 'The packages could not be downloaded: the npm registry cannot be reached. Connect to the network (or set a proxy or mirror with "npm config set registry ..."), then run the command again.';
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output))
    return `The packages could not be written into ${join(root, 'node_modules')}: this user may not write there. Run as the owner of the folder, or clone the repository again as this user.`;
  if (/\bENOSPC\b/.test(output))
    return 'The packages could not be written: the disk is full. Free about 2 GB, then run the command again.';
  return '"npm ci" failed; its output is above. Correct what it names, then run the command again.';
}

/**
 * `npm ci` begins by deleting what is in node_modules, and follows a link there: it would empty a folder that other
 * checkouts share. Throws when node_modules of `folder` is not this checkout's own.
 */
export function refuseLinkedModules(folder = root) {
  const modules = join(folder, 'node_modules');
  if (!lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const target = existsSync(modules) ? realpathSync(modules) : 'a folder that is gone';
  throw new Problem(
    `${modules} is a link to ${target}, and installing would empty that folder. Remove the link (rm ${modules}), then run the command again.`,
  );
}

/** Installs the packages with `npm ci` when they are missing or the lock has changed. */
export async function ensureInstalled(announce) {
  if (isInstalled()) return;
  refuseLinkedModules();
  announce('Installing packages (about a minute)');
  // The npm that runs us, else the one on the path.
  const npm = process.env.npm_execpath;
  const args = [
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--fetch-retries=1',
    '--fetch-timeout=60000',
  ];
  const { code, output } = npm ? await runCommand(process.execPath, [npm, ...args]) : await runCommand('npm', args);
  if (code !== 0) throw new Problem(explainInstallFailure(output), { details: output });
  writeFileSync(stampFile, `${lockHash()}\n`);
}
