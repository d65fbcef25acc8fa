import { Injectable } from '@nestjs/common';
import { EventLog, TenantDatabase, UnitOfWork, type Snapshot } from '@dangol/db';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StreamedZip } from '../../exports/index.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { CodedError } from '../../platform/errors/coded-error.ts';
import { FileMissing, fileKey, FileStore } from '../../platform/files/file-store.ts';
import { ARCHIVED_TABLES, LEFT_OUT_TABLES } from '../catalogue/archived-tables.ts';
import { columnMeaning } from '../catalogue/column-meanings.ts';
import { readCatalogue, type CatalogueTable } from '../catalogue/read-catalogue.ts';
import { HashedStream } from '../hashed-stream.ts';
import { ARCHIVE_FORMAT, assertFits, manifestBytes, type Manifest, type ManifestTable } from '../manifest.ts';
import { readmeOf } from './readme.ts';

/** Contents that an archive holds beside the tables. */
const CONTENTS = `
  select 'attachments' as kind, id from attachments where workspace_id = $1
  union all select 'imports', id from imports where workspace_id = $1 and content_at is not null
  order by 1, 2`;

/** Each holds a connection and its snapshot for as long as somebody takes to download it. */
const AT_ONCE = 2;

interface Content {
  readonly kind: 'attachments' | 'imports';
  readonly id: string;
}

/** Where the zip goes; asked when the first bytes are there. */
export type OpenArchive = (file: { readonly name: string; readonly contentType: string }) => Writable;

/** Writes everything of a workspace into one zip, as it was at one moment. */
@Injectable()
export class WriteArchiveUseCase {
  private readonly running = new Set<string>();

  constructor(
    private readonly database: TenantDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Resolves when the zip is whole; a failure ends the stream with an error, so that a part never looks like the whole. */
  async execute(ctx: RequestContext, open: OpenArchive): Promise<void> {
    this.check(ctx);
    this.running.add(ctx.workspaceId);
    try {
      await this.database.snapshot(ctx, (snapshot) => this.write(ctx, snapshot, open));
    } finally {
      this.running.delete(ctx.workspaceId);
    }
  }

  /** Throws the CodedError that `execute` would begin with. */
  check(ctx: RequestContext): void {
    // A part would look like everything.
    if (ctx.ownRecordsOf) throw new CodedError('FORBIDDEN', 'Your role works with its own records only');
    if (this.running.has(ctx.workspaceId))
      throw new CodedError('CONFLICT', 'Everything of this workspace is being downloaded already');
    if (this.running.size >= AT_ONCE)
      throw new CodedError('UNAVAILABLE', 'Other workspaces are being downloaded; try again in a while');
  }

  private async write(ctx: RequestContext, snapshot: Snapshot, open: OpenArchive): Promise<void> {
    const manifest = await this.beginManifest(ctx, snapshot);
    const tables = await readCatalogue((sql, params) => snapshot.query(sql, params));
    const contents = await snapshot.query<Content>(CONTENTS, [ctx.workspaceId]);
    assertFits(contents.length);
    const zip = new StreamedZip();
    zip.add('README.txt', async () => Readable.from([readmeOf(manifest)]));
    for (const table of tables)
      zip.add(`tables/${table.name}.csv`, async () => tableOf(snapshot, ctx, table, manifest));
    for (const content of contents)
      zip.add(`files/${content.kind}/${content.id}`, () => this.contentOf(ctx, snapshot, content, manifest));
    zip.add('manifest.json', async () => {
      await this.record(ctx, manifest);
      return Readable.from([manifestBytes(manifest)]);
    });
    zip.end();
    const name = `dangol-${manifest.workspace.slug}-${manifest.madeAt.slice(0, 10)}.zip`;
    await pipeline(zip.output, open({ name, contentType: 'application/zip' }));
  }

  private async beginManifest(ctx: RequestContext, snapshot: Snapshot): Promise<Manifest> {
    const [workspace] = await snapshot.query<Manifest['workspace']>(
      `select id, slug, name from workspaces where id = $1`,
      [ctx.workspaceId],
    );
    return {
      format: ARCHIVE_FORMAT,
      madeAt: this.clock.now().toISOString(),
      workspace: workspace!,
      tables: [],
      files: [],
      missingFiles: [],
      leftOut: Object.entries(LEFT_OUT_TABLES).map(([name, reason]) => ({ name, reason })),
    };
  }

  /** The content of a file; one that the store has lost is named in the manifest and does not keep the rest from being taken out. */
  private async contentOf(
    ctx: RequestContext,
    snapshot: Snapshot,
    { kind, id }: Content,
    manifest: Manifest,
  ): Promise<Readable> {
    const path = `files/${kind}/${id}`;
    const hashed = new HashedStream(({ bytes, sha256 }) => void manifest.files.push({ path, bytes, sha256 }));
    try {
      return forward(await this.openContent(ctx, snapshot, kind, id), hashed);
    } catch (error) {
      if (!(error instanceof FileMissing)) throw error;
      manifest.missingFiles.push(path);
      return Readable.from([]);
    }
  }

  private async openContent(
    ctx: RequestContext,
    snapshot: Snapshot,
    kind: Content['kind'],
    id: string,
  ): Promise<Readable> {
    if (kind === 'attachments') {
      // Files that are older than the store are held by the database itself.
      const [held] = await snapshot.query<{ content: Buffer | null }>(
        `select content from attachments where workspace_id = $1 and id = $2`,
        [ctx.workspaceId, id],
      );
      if (held?.content) return Readable.from([held.content], { objectMode: false });
    }
    return this.files.open(fileKey(ctx.workspaceId, kind, id));
  }

  private async record(ctx: RequestContext, { tables, files }: Manifest): Promise<void> {
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    await this.unitOfWork.run(ctx, async () =>
      this.events.append(ctx, {
        verb: 'export.made',
        subjectKind: 'workspace',
        subjectId: ctx.workspaceId,
        data: { list: 'workspace', format: 'zip', rows, files: files.length, filters: [], complete: true },
      }),
    );
  }
}

async function tableOf(
  snapshot: Snapshot,
  ctx: RequestContext,
  table: CatalogueTable,
  manifest: Manifest,
): Promise<Readable> {
  const columns = table.columns.map(({ name }) => `"${name}"`).join(', ');
  const ownership = table.name === 'workspaces' ? 'id' : 'workspace_id';
  const from = `from "${table.name}" where "${ownership}" = $1`;
  const [counted] = await snapshot.query<{ n: string }>(`select count(*) as n ${from}`, [ctx.workspaceId]);
  const copy = snapshot.copyOut(`select ${columns} ${from} order by id`, [ctx.workspaceId], 'csv with header');
  const hashed = new HashedStream(({ bytes, sha256 }) =>
    manifest.tables.push(describe(table, { rows: Number(counted!.n), bytes, sha256 })),
  );
  return forward(copy, hashed);
}

function describe(table: CatalogueTable, size: Pick<ManifestTable, 'rows' | 'bytes' | 'sha256'>): ManifestTable {
  const { meaning, omitted = {} } = ARCHIVED_TABLES[table.name]!;
  return {
    name: table.name,
    file: `tables/${table.name}.csv`,
    meaning,
    ...size,
    columns: table.columns.map((column) => ({ ...column, meaning: columnMeaning(table.name, column.name) ?? '' })),
    omitted: Object.entries(omitted).map(([name, reason]) => ({ name, reason })),
  };
}

/** `from` through `to`, where an error or an end of either is one of both. */
function forward(from: Readable, to: HashedStream): Readable {
  pipeline(from, to).catch((error: Error) => to.destroy(error));
  return to;
}
