import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  ArchiveImportsRepository,
  EventLog,
  JobQueue,
  TenantDatabase,
  UnitOfWork,
  type ArchiveImportEntity,
  type TenantContext,
} from '@dangol/db';
import { NightlyUpkeep } from '../../buyers/index.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { FileMissing, fileKey, FileStore } from '../../platform/files/file-store.ts';
import { Task, type JobRun, type TaskHandler } from '../../platform/jobs/task.decorator.ts';
import { SecretBox } from '../../platform/secrets/secret-box.ts';
import { ArchiveProblem, type ArchiveProblemCode } from './archive-problem.ts';
import { IMPORT_ARCHIVE } from './import-archive.task-name.ts';
import { LoadArchive } from './load-archive.ts';
import { rearmJobs } from './rearm-jobs.ts';
import { ZipArchive } from './zip-archive.ts';

interface Payload extends Record<string, unknown> {
  workspaceId: string;
  id: string;
}

/** A content that was put into the store. */
interface KeptContent {
  readonly kind: 'attachments' | 'imports';
  readonly id: string;
}

/** How often a page that watches sees the count move. */
const PROGRESS_MS = 1_000;

/** Brings an archive into an empty workspace: in one transaction, so that nothing is ever half there. */
@Task(IMPORT_ARCHIVE)
@Injectable()
export class ImportArchiveJob implements TaskHandler<Payload> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly archives: ArchiveImportsRepository,
    private readonly files: FileStore,
    private readonly jobs: JobQueue,
    private readonly nightly: NightlyUpkeep,
    private readonly secrets: SecretBox,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** The zip is of no use once its import has ended, however it did; a run that only finds it ended comes for the zip. */
  async run({ workspaceId, id }: Payload, { lastAttempt }: JobRun): Promise<void> {
    const row = await this.archives.findById(systemOf(workspaceId), id);
    if (!row) return;
    let unexpected: Error | null = null;
    if (!hasEnded(row)) {
      try {
        await this.bringIn(starterOf(row), row);
      } catch (error) {
        const problem = problemOf(error);
        if (!problem && !lastAttempt) throw error; // the database or the store may be back soon
        await this.fail(row, problem?.code ?? 'INTERRUPTED', problem?.detail ?? '');
        unexpected = problem ? null : asError(error);
      }
    }
    await this.files.remove(fileKey(workspaceId, 'archives', id));
    if (unexpected) throw unexpected; // for the log
  }

  /** The process died every time, or the store never took the zip away. */
  async givenUp({ workspaceId, id }: Payload): Promise<void> {
    const row = await this.archives.findById(systemOf(workspaceId), id);
    if (!row) return;
    if (!hasEnded(row)) await this.fail(row, 'INTERRUPTED', '');
    await this.files.remove(fileKey(workspaceId, 'archives', id));
  }

  private async bringIn(ctx: TenantContext, { id, sizeBytes }: ArchiveImportEntity): Promise<void> {
    const archive = await ZipArchive.open(this.files, fileKey(ctx.workspaceId, 'archives', id), Number(sizeBytes));
    const kept: KeptContent[] = [];
    try {
      const { tables, files } = archive.manifest;
      const totalRows = BigInt(tables.reduce((sum, { rows }) => sum + rows, 0) + files.length);
      await this.note(ctx, id, { status: 'running', totalRows, doneRows: 0n });
      await this.keepFiles(ctx, archive, kept);
      await this.loadTables(ctx, archive, id, files.length);
    } catch (error) {
      await this.removeUnowned(ctx, kept);
      throw error;
    } finally {
      archive.close();
    }
  }

  /** The store knows no transactions: contents come first, and go again when the rows do not come. */
  private async keepFiles(ctx: TenantContext, archive: ZipArchive, kept: KeptContent[]): Promise<void> {
    for (const file of archive.manifest.files) {
      const [, kind, id] = file.path.split('/') as [string, 'attachments' | 'imports', string];
      const key = fileKey(ctx.workspaceId, kind, id);
      kept.push({ kind, id });
      await this.files.put(key, await archive.read(file.path, file), { maxBytes: file.bytes });
    }
  }

  /** A content whose row is there belongs to it: the rows came in after all, or they were there before. */
  private async removeUnowned(ctx: TenantContext, kept: readonly KeptContent[]): Promise<void> {
    const idsOf = (wanted: KeptContent['kind']) => kept.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
    const owned = await this.database.query<{ id: string }>(
      ctx,
      `select id from attachments where workspace_id = $1 and id = any ($2::uuid[])
       union all select id from imports where workspace_id = $1 and id = any ($3::uuid[])`,
      [ctx.workspaceId, idsOf('attachments'), idsOf('imports')],
    );
    const ids = new Set(owned.map(({ id }) => id));
    for (const { kind, id } of kept) if (!ids.has(id)) await this.files.remove(fileKey(ctx.workspaceId, kind, id));
  }

  private async loadTables(ctx: TenantContext, archive: ZipArchive, id: string, files: number): Promise<void> {
    const now = this.clock.now();
    let loading: LoadArchive | null = null;
    const doneRows = (): bigint =>
      BigInt(Object.values(loading?.counts ?? {}).reduce((sum, rows) => sum + rows, files));
    // Begun outside the unit, so that what it saves is seen before the unit ends.
    const progress = setInterval(
      () => void this.note(ctx, id, { doneRows: doneRows() }).catch(() => undefined),
      PROGRESS_MS,
    );
    try {
      await this.unitOfWork.run(ctx, async () => {
        const unknownSecret = this.secrets.seal(randomBytes(32).toString('base64url'));
        loading = new LoadArchive(this.database, ctx, archive, { unknownSecret, now });
        const counts = await loading.run();
        await rearmJobs(this.database, this.jobs, this.nightly, ctx, now);
        clearInterval(progress); // the row is ours from here on
        await this.archives.update(ctx, id, {
          status: 'done',
          counts,
          doneRows: doneRows(),
          finishedAt: this.clock.now(),
        });
        this.append(ctx, 'archive.imported', id, { tables: Object.keys(counts).length, files });
      });
    } finally {
      clearInterval(progress);
    }
  }

  private async fail(row: ArchiveImportEntity, problemCode: ArchiveProblemCode, problem: string): Promise<void> {
    const [ctx, { id }] = [starterOf(row), row];
    await this.unitOfWork.run(ctx, async () => {
      await this.archives.update(ctx, id, { status: 'failed', problemCode, problem, finishedAt: this.clock.now() });
      this.append(ctx, 'archive.import_failed', id, { problemCode });
    });
  }

  private note(
    ctx: TenantContext,
    id: string,
    change: Parameters<ArchiveImportsRepository['update']>[2],
  ): Promise<void> {
    return this.unitOfWork.run(ctx, async () => {
      await this.archives.update(ctx, id, change);
    });
  }

  private append(ctx: TenantContext, verb: string, subjectId: string, data: Record<string, unknown>): void {
    this.events.append(ctx, { verb, subjectKind: 'archive', subjectId, data });
  }
}

function systemOf(workspaceId: string): TenantContext {
  return { workspaceId, actor: { kind: 'system', id: null } };
}

/** What it does is done by who sent the zip. */
function starterOf({ workspaceId, startedBy }: ArchiveImportEntity): TenantContext {
  return startedBy ? { workspaceId, actor: { kind: 'member', id: startedBy } } : systemOf(workspaceId);
}

function hasEnded({ status }: ArchiveImportEntity): boolean {
  return status === 'done' || status === 'failed';
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function problemOf(error: unknown): ArchiveProblem | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof ArchiveProblem) return at;
    if (at instanceof FileMissing) return new ArchiveProblem('FILE_MISSING', '');
  }
  return null;
}
