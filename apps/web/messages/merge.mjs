/**
 * Merges one feature's texts into both catalogues: node apps/web/messages/merge.mjs texts.json
 * texts.json: { "ko": { "inbox": {...} }, "en": { "inbox": {...} } }. Namespaces are merged deeply; null removes a key.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const [, , source] = process.argv;
if (!source) throw new Error('Usage: node apps/web/messages/merge.mjs texts.json');

const isBranch = (value) => typeof value === 'object' && value !== null;

function merge(into, from) {
  const result = { ...into };
  for (const [key, value] of Object.entries(from)) {
    if (value === null) delete result[key];
    else result[key] = isBranch(value) ? merge(isBranch(result[key]) ? result[key] : {}, value) : value;
  }
  return result;
}

const texts = JSON.parse(readFileSync(source, 'utf8'));
for (const locale of ['ko', 'en']) {
  const file = new URL(`./${locale}.json`, import.meta.url);
  const merged = merge(JSON.parse(readFileSync(file, 'utf8')), texts[locale] ?? {});
  const draft = new URL(`./.${locale}.${process.pid}.json`, import.meta.url);
  writeFileSync(draft, `${JSON.stringify(merged, null, 2)}\n`);
  renameSync(draft, file);
}
