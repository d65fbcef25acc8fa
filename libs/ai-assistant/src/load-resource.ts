import { readFileSync } from 'node:fs';

const loaded = new Map<string, unknown>();

/** Reads an authored data file of `resources/` once per process; the files are meant to be extended without code. */
export function loadResource<T>(name: string): T {
  if (!loaded.has(name)) {
    loaded.set(name, JSON.parse(readFileSync(new URL(`./resources/${name}.json`, import.meta.url), 'utf8')));
  }
  return loaded.get(name) as T;
}
