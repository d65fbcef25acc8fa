import { z } from 'zod';

/** What this version writes and reads. */
export const ARCHIVE_FORMAT = 'dangol-workspace/1';

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
  files: z.array(file).max(10_000_000),
  /** Files whose content was not in the store. */
  missingFiles: z.array(z.string().max(200)).max(10_000_000),
  /** Tables that are not in the archive. */
  leftOut: z.array(z.object({ name, reason: z.string().max(500) })).max(500),
});

export type Manifest = z.infer<typeof MANIFEST>;
export type ManifestTable = Manifest['tables'][number];
export type ManifestFile = Manifest['files'][number];
