import { ARCHIVE_FORMAT, MAX_ARCHIVED_FILES, assertFits, manifestBytes, type Manifest } from './manifest.ts';

const MANIFEST: Manifest = {
  format: ARCHIVE_FORMAT,
  madeAt: '2026-06-15T10:00:00.000Z',
  workspace: { id: '00000000-0000-7000-8000-000000000000', slug: 'demo', name: '데모' },
  tables: [],
  files: [],
  missingFiles: [],
  leftOut: [],
};

test('nothing is written that the reader would refuse', () => {
  const bytes = manifestBytes(MANIFEST);
  expect(JSON.parse(bytes.toString())).toEqual(MANIFEST);
  expect(() => manifestBytes(MANIFEST, bytes.length - 1)).toThrow('too long');
  expect(() => assertFits(MAX_ARCHIVED_FILES)).not.toThrow();
  expect(() => assertFits(MAX_ARCHIVED_FILES + 1)).toThrow('at most');
});
