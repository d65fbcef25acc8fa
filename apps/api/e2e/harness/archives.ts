import { buffer } from 'node:stream/consumers';
import { newId } from '@dangol/db';
import { parse } from 'csv-parse/sync';
import { ZipFile } from 'yazl';
import { eventually } from './channel.ts';
import { ok } from './graphql.ts';
import { newWorkspace, type TestWorkspace } from './people.ts';
import { unzip } from './read-workbook.ts';
import type { TestApp } from './test-app.ts';

/** Who downloads and sends. */
export interface ArchiveSession {
  readonly cookie: string;
  readonly workspace: string;
}

/** Where an archive stands. */
export const ARCHIVE = `query ($id: ID!) { archiveImport(id: $id) { status problemCode problem totalRows doneRows counts { table rows } } }`;
/** What is in the way of one. */
export const READINESS = `{ archiveReadiness { inTheWay { table rows } last { id status } } }`;

/** Answer of ARCHIVE. */
export interface ArchiveAnswer {
  archiveImport: {
    status: string;
    problemCode: string | null;
    problem: string | null;
    totalRows: string;
    doneRows: string;
  } | null;
}
/** What a test reads of a manifest. */
export interface Manifest {
  tables: {
    name: string;
    rows: number;
    sha256: string;
    columns: { name: string; meaning: string; references: string | null }[];
  }[];
  files: { path: string; sha256: string }[];
  missingFiles: string[];
}
/** A row; null is NULL. */
export type Row = Record<string, string | null>;
/** Rows by table. */
export type Tables = Map<string, Row[]>;

/** Everything of a workspace. */
export async function download(app: TestApp, session: ArchiveSession): Promise<Buffer> {
  const answer = await fetch(`${app.url}/exports/workspace.zip?workspace=${session.workspace}`, {
    headers: { cookie: session.cookie },
  });
  if (answer.status !== 200) throw new Error(await answer.text());
  return Buffer.from(await answer.arrayBuffer());
}

/** Sends an archive. */
export function upload(app: TestApp, session: ArchiveSession, id: string, body: Buffer): Promise<Response> {
  return fetch(`${app.url}/archives/${id}?workspace=${session.workspace}&name=all.zip`, {
    method: 'PUT',
    headers: { cookie: session.cookie, 'content-type': 'application/zip' },
    body: new Uint8Array(body),
  });
}

/** A new workspace; its owner has the e-mail, when one is given. */
export async function emptyWorkspace(app: TestApp, email: string | null = null): Promise<TestWorkspace> {
  const made = await newWorkspace(app, 'New Company');
  if (email) await app.sql(`update members set email = $2 where workspace_id = $1`, [made.workspaceId, email]);
  return made;
}

/** Sends an archive and waits for what becomes of it. */
export async function bringIn(app: TestApp, into: TestWorkspace, zip: Buffer) {
  const id = newId();
  const sent = await upload(app, into.owner, id, zip);
  if (sent.status !== 201) throw new Error(`${sent.status} ${await sent.text()}`);
  const answer = await eventually(
    () => ok<ArchiveAnswer>(app, into.owner, ARCHIVE, { id }),
    ({ archiveImport }) => archiveImport?.status === 'DONE' || archiveImport?.status === 'FAILED',
  );
  return { id, ...answer.archiveImport! };
}

/** An archive as its reader finds it. */
export async function readArchive(
  zip: Buffer,
): Promise<{ parts: Map<string, string>; manifest: Manifest; tables: Tables }> {
  const parts = await unzip(zip);
  const manifest = JSON.parse(parts.get('manifest.json')!) as Manifest;
  const tables: Tables = new Map();
  for (const { name } of manifest.tables)
    tables.set(
      name,
      parse(parts.get(`tables/${name}.csv`)!, {
        columns: true,
        relax_quotes: false,
        cast: (value, { quoting, header }) => (header || value !== '' || quoting ? value : null),
      }) as Row[],
    );
  return { parts, manifest, tables };
}

/** A zip of texts. */
export async function zipOf(parts: ReadonlyMap<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, text] of parts) zip.addBuffer(Buffer.from(text), path);
  zip.end();
  return buffer(zip.outputStream as AsyncIterable<Buffer>);
}
