/**
 * Import resolver for eslint-plugin-boundaries (CommonJS: the plugin loads it with require).
 * Relative imports carry their extension and workspace packages have one entry each, so a path is arithmetic: no disk
 * access, and a fixture can be linted as if it sat beside files that do not exist.
 */
const path = require('node:path');

const root = path.resolve(__dirname, '../..');

/** Where each workspace package begins; the same table as `paths` in tsconfig.base.json. */
const entries = {
  '@dangol/crm': 'libs/crm/src/index.ts',
  '@dangol/ai-assistant': 'libs/ai-assistant/src/index.ts',
  '@dangol/db': 'libs/db/src/index.ts',
  '@dangol/db/testing': 'libs/db/src/testing/index.ts',
};

exports.interfaceVersion = 2;
exports.entries = entries;

exports.resolve = (source, file) => {
  if (source.startsWith('.')) return { found: true, path: path.resolve(path.dirname(file), source) };
  if (entries[source]) return { found: true, path: path.join(root, entries[source]) };
  // The web's own alias (`@/features/...`), should it use one.
  if (source.startsWith('@/')) return { found: true, path: path.join(root, 'apps/web/src', source.slice(2)) };
  return { found: true, path: null };
};
