import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';
import { runCommand } from './run-command.mjs';
import { projectNode, root } from './workspace.mjs';

/** Everything a build reads. */
const SOURCES = [
  'apps/api/src',
  'apps/api/schema.graphql',
  'apps/web',
  'libs/crm/src',
  'libs/db/src',
  'libs/ai-assistant/src',
  '.swcrc',
  'tsconfig.base.json',
  'package-lock.json',
];
/** Below a source folder: results of a build, and files that no build reads. */
const NOT_A_SOURCE =
  /^(\.next|node_modules|generated|e2e|test-results)$|\.(spec|int-spec|e2e-spec)\.tsx?$|^next-env\.d\.ts$|^persisted-operations\.json$/;

/** The folder of the standalone Next server inside its build. */
export const webServerFolder = join(root, 'apps/web/.next/standalone/apps/web');
export const apiMain = join(root, 'dist/apps/api/src/main.js');

const stampFile = join(root, 'dist/.built');

function* filesBelow(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) return yield path;
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (NOT_A_SOURCE.test(entry.name)) continue;
    if (entry.isDirectory()) yield* filesBelow(join(path, entry.name));
    else if (entry.isFile()) yield join(path, entry.name);
  }
}

/** A hash of the names and contents of every source file (about 50 ms; a checkout changes times, not contents). */
export function hashSources(folder = root, sources = SOURCES) {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of filesBelow(join(folder, source)))
      hash.update(file.slice(folder.length)).update(readFileSync(file));
  return hash.digest('hex');
}

const results = [apiMain, join(webServerFolder, 'server.js')];

/** Builds every project when a source has changed since the last build. */
export async function ensureBuilt(announce) {
  const hash = hashSources();
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8').trim() : '';
  if (stamp === hash && results.every((file) => existsSync(file))) return;
  announce('Building');
  const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
  const args = ['run-many', '-t', 'build', '--output-style=stream'];
  const { code, output } = await runCommand(projectNode(), [nx, ...args], { env: { NODE_ENV: 'production' } });
  if (code !== 0) throw new Problem('The build failed; its output is above.', { details: output });
  completeStandaloneServer();
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile, `${hash}\n`);
}

/** Next leaves out of its standalone folder what a CDN could serve; `public` has no other server here. */
function completeStandaloneServer() {
  const publicFolder = join(root, 'apps/web/public');
  const target = join(webServerFolder, 'public');
  rmSync(target, { recursive: true, force: true });
  if (existsSync(publicFolder)) cpSync(publicFolder, target, { recursive: true });
}
