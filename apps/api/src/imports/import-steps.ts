import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import {
  EventLog,
  ImportsRepository,
  JobQueue,
  TenantDatabase,
  UnitOfWork,
  type ImportEntity,
  type RowPatch,
  type TenantContext,
} from '@dangol/db';
import { IMPORT_STEP } from './import.task-name.ts';
import { storedImport, type ImportState, type StoredImport } from './stored-import.ts';

/** How often at most a screen is told of progress. */
const TELL_EVERY_MS = 1_000;

/** What every step of an import does with its row: reads it, moves it on, says so, and asks for the next step. */
@Injectable()
export class ImportSteps implements OnModuleDestroy {
  private stopping = false;
  private readonly told = new Map<string, number>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly imports: ImportsRepository,
    private readonly jobs: JobQueue,
    private readonly events: EventLog,
  ) {}

  /** Comes before the job worker waits for its jobs. */
  onModuleDestroy(): void {
    this.stopping = true;
  }

  /** Whether the process is about to end: then another one goes on after the present batch. */
  async handOver(ctx: TenantContext, id: string): Promise<boolean> {
    if (this.stopping) await this.unitOfWork.run(ctx, () => this.enqueue(ctx, id));
    return this.stopping;
  }

  async find(ctx: TenantContext, id: string, options: { lock?: boolean } = {}): Promise<StoredImport | null> {
    const row = await this.imports.findById(ctx, id, options);
    return row && storedImport(row);
  }

  /** Moves the import on, in the caller's unit. */
  async update(ctx: TenantContext, id: string, patch: RowPatch<ImportEntity>): Promise<void> {
    await this.imports.update(ctx, id, patch);
  }

  /** Sets parts of the state and leaves the others, in the caller's unit. */
  async setState(ctx: TenantContext, id: string, state: Partial<Record<keyof ImportState, unknown>>): Promise<void> {
    await this.database.query(
      ctx,
      `update imports set state = state || $3::jsonb where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, id, JSON.stringify(state)],
    );
  }

  /** Asks a worker to do what the status says; in the caller's unit. */
  enqueue(ctx: TenantContext, id: string): Promise<void> {
    return this.jobs.enqueue(ctx, { task: IMPORT_STEP, payload: { importId: id }, key: id });
  }

  /** An event that screens hear: the import is another than before. */
  tell(ctx: TenantContext, id: string, verb: string, data: Record<string, unknown> = {}): void {
    this.events.append(ctx, { verb: `import.${verb}`, subjectKind: 'import', subjectId: id, data });
  }

  /** The same for a step on the way, at most once a second. */
  tellProgress(ctx: TenantContext, id: string): void {
    const now = performance.now();
    if (now - (this.told.get(id) ?? -TELL_EVERY_MS) < TELL_EVERY_MS) return;
    if (this.told.size > 1_000) this.told.clear();
    this.told.set(id, now);
    this.tell(ctx, id, 'progress');
  }

  /** Lets the next import of the kind begin, when this one has ended; in the caller's unit. */
  async wakeNext(ctx: TenantContext, kind: string): Promise<void> {
    const next = await this.firstRunning(ctx, kind);
    if (next) await this.enqueue(ctx, next);
  }

  /** One import of a kind works at a time: two of one file would otherwise wait for each other's rows. Says so while it waits. */
  async isItsTurn(ctx: TenantContext, { id, kind, problemCode }: StoredImport): Promise<boolean> {
    const mine = (await this.firstRunning(ctx, kind)) === id;
    const code = mine ? null : 'WAITS_FOR_IMPORT';
    if (problemCode !== code) {
      await this.imports.update(ctx, id, { problemCode: code, problem: null });
      this.tell(ctx, id, 'progress');
    }
    return mine;
  }

  /** The import of the kind whose turn it is: of those that were started, the one that was started first. */
  async firstRunning(ctx: TenantContext, kind: string): Promise<string | null> {
    await this.database.query(ctx, `select pg_advisory_xact_lock(hashtextextended('imports:' || $1 || ':' || $2, 0))`, [
      ctx.workspaceId,
      kind,
    ]);
    const [row] = await this.database.query<{ id: string }>(
      ctx,
      `select id from imports where workspace_id = $1 and kind = $2 and status in ('running', 'undoing') order by run_at, id limit 1`,
      [ctx.workspaceId, kind],
    );
    return row?.id ?? null;
  }
}
