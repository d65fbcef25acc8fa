import { existsSync, readFileSync } from 'node:fs';
import type { KeyValueCache } from '@apollo/utils.keyvaluecache';
import { z } from 'zod';

const manifest = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string().min(1));

/** Apollo asks for `apq:<hash>`. */
const KEY_PREFIX = 'apq:';

/**
 * The web client's operations by SHA-256, as codegen wrote them: the client sends the hash alone. Read once at boot and
 * never added to, so callers cannot fill it with documents of their own.
 */
export function persistedOperations(file: string): KeyValueCache {
  const operations = existsSync(file) ? readManifest(file) : {};
  return {
    get: async (key) => operations[key.slice(KEY_PREFIX.length)],
    set: async () => undefined,
    delete: async () => false,
  };
}

function readManifest(file: string): Record<string, string> {
  const parsed = manifest.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is no manifest of persisted operations (hash -> document)`);
  return parsed.data;
}
