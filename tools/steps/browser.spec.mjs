import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';

describe('findBrowser', () => {
  let folder;
  const program = (name, mode = 0o755) => {
    const path = join(folder, name);
    writeFileSync(path, '');
    chmodSync(path, mode);
    return path;
  };
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'dangol-browser-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes CHROME_PATH before anything on the path', () => {
    program('chromium');
    const given = program('my-chrome');
    expect(findBrowser({ CHROME_PATH: given, PATH: folder })).toBe(given);
  });

  it('says so when CHROME_PATH is wrong, rather than testing with another browser', () => {
    program('chromium');
    expect(() => findBrowser({ CHROME_PATH: join(folder, 'none'), PATH: folder })).toThrow(
      /CHROME_PATH is .*no program is there/,
    );
  });

  it('finds Chrome on the path', () => {
    const chrome = program('google-chrome');
    expect(findBrowser({ PATH: `/nowhere:${folder}` })).toBe(chrome);
  });
});
