import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from '../steps/problem.mjs';

/**
 * The key that seals channel secrets in the database: from the environment, else made once and kept in `file` (0600).
 * Losing it makes the sealed values unreadable, so it is never made anew while the file is there.
 */
export function secretKeys(env, file) {
  if (env.DANGOL_SECRET_KEYS) return env.DANGOL_SECRET_KEYS;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, `local:${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error.code === 'EACCES')
      throw new Problem(`${file} cannot be written by this user. Run as its owner, or delete .data to start afresh.`);
    if (error.code !== 'EEXIST') throw error;
  }
  const keys = readFileSync(file, 'utf8').trim();
  if (!keys) throw new Problem(`${file} is empty: put the keys back, or delete .data to start afresh.`);
  return keys;
}
