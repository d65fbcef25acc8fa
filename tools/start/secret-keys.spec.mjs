import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretKeys } from './secret-keys.mjs';

describe('secretKeys', () => {
  let folder;
  let file;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dangol-secrets-'));
    file = join(folder, 'data', 'secrets');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes 32 bytes once, readable by their owner only', () => {
    const made = secretKeys({}, file);
    expect(Buffer.from(/^local:(.+)$/.exec(made)[1], 'base64')).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(secretKeys({}, file)).toBe(made);
  });

  it('leaves the file alone when the environment has keys', () => {
    expect(secretKeys({ DANGOL_SECRET_KEYS: 'a:b' }, file)).toBe('a:b');
    expect(() => readFileSync(file)).toThrow(/ENOENT/);
  });

  it('does not replace an emptied file: the sealed values would be lost', () => {
    secretKeys({}, file);
    writeFileSync(file, '');
    expect(() => secretKeys({}, file)).toThrow(/is empty: put the keys back/);
  });
});
