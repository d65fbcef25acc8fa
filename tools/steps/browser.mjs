import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Problem } from './problem.mjs';
import { runCommand } from './run-command.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];
/** Where installers put a browser without adding it to the path. */
const USUAL_PLACES = [
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The path of a Chromium-family browser on this machine, or null. `CHROME_PATH` wins, and must be right when it is set. */
export function findBrowser(env = process.env) {
  if (env.CHROME_PATH) {
    if (isProgram(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new Problem(
      `CHROME_PATH is "${env.CHROME_PATH}": no program is there. Correct it, or unset it to search the usual places.`,
    );
  }
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...USUAL_PLACES].find(isProgram) ?? null;
}

const isDebian = () => existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
const INSTALL = 'apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk';

/** The browser for the browser tests; installs Debian's one when that is allowed, else stops with the one command. */
export async function ensureBrowser(announce) {
  const found = findBrowser();
  if (found) return found;
  if (!isDebian())
    throw new Problem(
      'The browser tests need Chromium or Chrome: install it, or set CHROME_PATH to its program, then run npm test again.',
    );
  if (process.getuid() !== 0)
    throw new Problem(
      `The browser tests need Chromium. Install it with this command, then run npm test again:\n\n  sudo sh -c '${INSTALL}'`,
    );
  announce('Installing Chromium for the browser tests');
  const { code, output } = await runCommand('sh', ['-c', INSTALL], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  const installed = code === 0 ? findBrowser() : null;
  if (!installed)
    throw new Problem(
      `Chromium could not be installed. Install it with this command, then run npm test again:\n\n  ${INSTALL}`,
      { details: output },
    );
  return installed;
}
