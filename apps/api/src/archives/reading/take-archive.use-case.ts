import { Injectable } from '@nestjs/common';
import { visibleLine } from '@dangol/crm';
import { ArchiveImportsRepository, JobQueue, TenantDatabase, UnitOfWork } from '@dangol/db';
import type { Readable } from 'node:stream';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { CodedError } from '../../platform/errors/coded-error.ts';
import { fileKey, FileStore } from '../../platform/files/file-store.ts';
import { readCatalogue } from '../catalogue/read-catalogue.ts';
import { IMPORT_ARCHIVE } from './import-archive.task-name.ts';
import { queryWorkspaceContents } from './workspace-contents.query.ts';

/** Largest archive. */
export const MAX_ARCHIVE_BYTES = 20 * 1024 ** 3;
const MAX_NAME = 200;

/** An archive on its way in. */
interface SentArchive {
  readonly id: string;
  readonly fileName: string;
  readonly content: Readable;
}

/** Takes the zip of another workspace and plans the job that brings it in. */
@Injectable()
export class TakeArchiveUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly archives: ArchiveImportsRepository,
    private readonly files: FileStore,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Answers whether the archive is new; the same id again changes nothing. Throws CodedError. */
  async execute(ctx: RequestContext, { id, fileName, content }: SentArchive): Promise<boolean> {
    if (await this.archives.findById(ctx, id)) return false;
    await this.assertEmpty(ctx);
    const key = fileKey(ctx.workspaceId, 'archives', id);
    const { sizeBytes } = await this.files.put(key, content, { maxBytes: MAX_ARCHIVE_BYTES });
    if (sizeBytes === 0) {
      await this.files.remove(key);
      throw new CodedError('BAD_USER_INPUT', 'The file is empty');
    }
    try {
      return await this.plan(ctx, id, visibleLine(fileName)?.slice(-MAX_NAME) || 'archive.zip', sizeBytes);
    } catch (error) {
      if (!(await this.archives.findById(ctx, id))) await this.files.remove(key);
      throw error;
    }
  }

  /** While it was on its way another one, or the first records, may have come: one at a time looks whether the place is empty. */
  private plan(ctx: RequestContext, id: string, fileName: string, sizeBytes: number): Promise<boolean> {
    return this.unitOfWork.run(ctx, async () => {
      await this.database.query(ctx, `select pg_advisory_xact_lock(hashtextextended('archives:' || $1, 0))`, [
        ctx.workspaceId,
      ]);
      if (await this.archives.findById(ctx, id)) return false;
      await this.assertEmpty(ctx);
      await this.archives.insert(ctx, {
        id,
        fileName,
        sizeBytes: BigInt(sizeBytes),
        status: 'reading',
        startedBy: ctx.member?.id ?? null,
        createdAt: this.clock.now(),
      });
      await this.jobs.enqueue(ctx, { task: IMPORT_ARCHIVE, payload: { id }, key: 'archive' });
      return true;
    });
  }

  private async assertEmpty(ctx: RequestContext): Promise<void> {
    if (ctx.ownRecordsOf) throw new CodedError('FORBIDDEN', 'Your role works with its own records only');
    const run = <Row>(sql: string, params: readonly unknown[] = []) => this.database.query<Row>(ctx, sql, params);
    const there = await queryWorkspaceContents(run, await readCatalogue(run), ctx.workspaceId);
    if (there.length > 0)
      throw new CodedError('CONFLICT', 'An archive can only be brought into an empty workspace', { there });
    const [busy] = await run<{ id: string }>(
      `select id from archive_imports where workspace_id = $1 and status in ('reading', 'running') limit 1`,
      [ctx.workspaceId],
    );
    if (busy) throw new CodedError('CONFLICT', 'Another archive is being brought in', { archiveImportId: busy.id });
  }
}
