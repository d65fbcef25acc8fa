import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainInstallFailure, refuseLinkedModules } from './install.mjs';

describe('a failed npm ci is explained in one sentence', () => {
  it.each([
    [
      'npm error code ENOTFOUND\nnpm error request to https://registry.npmjs.org/nx failed',
      /registry cannot be reached/,
    ],
    ['npm error code EAI_AGAIN', /registry cannot be reached/],
    ['npm error code ECONNREFUSED', /registry cannot be reached/],
    ["npm error code EACCES\nnpm error path '/srv/dangol/node_modules'", /this user may not write there/],
    ['npm error code ENOSPC', /disk is full/],
    ['npm error code EINTEGRITY', /its output is above/],
  ])('%s', (output, sentence) => {
    expect(explainInstallFailure(output)).toMatch(sentence);
  });
});

describe('a node_modules that is a link', () => {
  let folder;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'dangol-install-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is refused: npm ci would empty the folder behind it', () => {
    const shared = join(folder, 'shared');
    mkdirSync(shared);
    writeFileSync(join(shared, 'precious'), '');
    symlinkSync(shared, join(folder, 'node_modules'));
    expect(() => refuseLinkedModules(folder)).toThrow(/is a link to .*shared, and installing would empty that folder/);
    expect(readdirSync(shared)).toEqual(['precious']);
  });

  it('is refused even when it points nowhere', () => {
    symlinkSync(join(folder, 'gone'), join(folder, 'node_modules'));
    expect(() => refuseLinkedModules(folder)).toThrow(/a folder that is gone/);
  });

  it('is fine when it is missing or a folder of its own', () => {
    refuseLinkedModules(folder);
    mkdirSync(join(folder, 'node_modules'));
    refuseLinkedModules(folder);
  });
});
