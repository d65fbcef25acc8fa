import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hashSources } from './build.mjs';

describe('hashSources', () => {
  let folder;
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const hash = () => hashSources(folder, ['apps/api', '.swcrc']);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dangol-sources-'));
    write('apps/api/src/main.ts', 'a');
    write('.swcrc', '{}');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['a changed file', 'apps/api/src/main.ts', 'b'],
    ['a new file', 'apps/api/src/other.ts', ''],
    ['a file given by name', '.swcrc', '{ }'],
  ])('changes with %s', (_what, path, text) => {
    const before = hash();
    write(path, text);
    expect(hash()).not.toBe(before);
  });

  it('tells apart the same contents under another name', () => {
    const before = hash();
    rmSync(join(folder, 'apps/api/src/main.ts'));
    write('apps/api/src/mainline.ts', 'a');
    expect(hash()).not.toBe(before);
  });

  it.each([
    'apps/api/src/main.spec.ts',
    'apps/api/.next/server.js',
    'apps/api/e2e/job.e2e-spec.ts',
    'apps/api/src/generated/graphql.ts',
  ])('stays with %s, which no build reads', (path) => {
    const before = hash();
    write(path, 'x');
    expect(hash()).toBe(before);
  });

  it('stays when only a time changes, as after a checkout', () => {
    const before = hash();
    utimesSync(join(folder, 'apps/api/src/main.ts'), 1, 1);
    expect(hash()).toBe(before);
  });
});
