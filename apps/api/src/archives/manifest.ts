import { z } from 'zod';
import { CodedError } from '../platform/errors/coded-error.ts';

/** What this version writes and reads. */
export const ARCHIVE_FORMAT = 'dangol-workspace/1';

/** A manifest is read as one piece of JSON: more than this would cost the reader its memory. */
export const MAX_MANIFEST_BYTES = 32 * 1024 ** 2;
/** Contents whose names fit into a manifest of that size. */
export const MAX_ARCHIVED_FILES = 200_000;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const name = z.string().regex(/^[a-z][a-z_0-9]{0,62}$/);

const column = z.object({
  name,
  type: z.string().max(100),
  nullable: z.boolean(),
  references: name.nullable(),
  meaning: z.string().max(500),
});

const table = z.object({
  name,
  file: z.string().max(200),
  meaning: z.string().max(500),
  rows: count,
  bytes: count,
  sha256,
  columns: z.array(column).min(1).max(200),
  omitted: z.array(z.object({ name, reason: z.string().max(500) })).max(200),
});

const file = z.object({
  path: z.string().regex(/^files\/(attachments|imports)\/[0-9a-f-]{36}$/),
  bytes: count,
  sha256,
});

/** What an archive holds: `manifest.json` of the zip. */
export const MANIFEST = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  madeAt: z.iso.datetime(),
  workspace: z.object({ id: z.uuid(), slug: z.string().max(200), name: z.string().max(200) }),
  tables: z.array(table).max(500),
  files: z.array(file).max(MAX_ARCHIVED_FILES),
  /** Files whose content was not in the store. */
  missingFiles: z.array(z.string().max(200)).max(MAX_ARCHIVED_FILES),
  /** Tables that are not in the archive. */
  leftOut: z.array(z.object({ name, reason: z.string().max(500) })).max(500),
});

export type Manifest = z.infer<typeof MANIFEST>;
export type ManifestTable = Manifest['tables'][number];
export type ManifestFile = Manifest['files'][number];

/** Told before the first byte, where it can be. Throws CodedError. */
export function assertFits(files: number): void {
  if (files > MAX_ARCHIVED_FILES)
    throw new CodedError('OPERATION_TOO_LARGE', `An archive holds ${MAX_ARCHIVED_FILES} files at most`);
}

/** The manifest as it is written. Throws CodedError rather than write what no reader takes. */
export function manifestBytes(manifest: Manifest, maxBytes = MAX_MANIFEST_BYTES): Buffer {
  const bytes = Buffer.from(JSON.stringify(manifest));
  if (bytes.length > maxBytes) throw new CodedError('OPERATION_TOO_LARGE', 'The manifest of the archive is too long');
  return bytes;
}
