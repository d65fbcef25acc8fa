import { Injectable } from '@nestjs/common';
import { sqlStateOf, TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { Appliers } from './appliers/index.ts';
import { FollowImported } from './follow-imported.ts';
import type { ApplySettings, ImportApplier, RowOutcome } from './import-applier.ts';
import { ImportBatches } from './import-batches.ts';
import { failBadRows, keepRows, queryEditedRows, type KeptRow } from './import-rows.query.ts';
import { ImportSteps } from './import-steps.ts';
import type { RowBatch } from './row-batches.ts';
import type { StoredImport } from './stored-import.ts';

const UNIQUE_VIOLATION = '23505';
/** A message of the same buyer may come in at the same moment; the batch then finds it. */
const ATTEMPTS = 3;

/**
 * Brings the rows in. Each batch is one transaction with the position after it, so that wherever the process dies, the next
 * one goes on with exactly the rows that are not in yet.
 */
@Injectable()
export class RunImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly appliers: Appliers,
    private readonly batches: ImportBatches,
    private readonly follow: FollowImported,
    private readonly steps: ImportSteps,
  ) {}

  async execute(ctx: TenantContext, found: StoredImport): Promise<boolean> {
    if (!(await this.unitOfWork.run(ctx, () => this.steps.isItsTurn(ctx, found)))) return false;
    if (found.state.followed === undefined && !found.state.stop && !(await this.bringIn(ctx, found))) return false;
    await this.follow.execute(ctx, found.id);
    return false;
  }

  /** Answers false when another worker has gone on with it meanwhile. */
  private async bringIn(ctx: TenantContext, found: StoredImport): Promise<boolean> {
    const applier = this.appliers.of(found.kind);
    const settings = await this.batches.settings(ctx, found);
    const edited = await queryEditedRows(this.database, ctx, found.id);
    let { position } = found;
    for await (const batch of this.batches.open(ctx, found, applier, edited, position)) {
      const went = await this.applyBatch(ctx, found, applier, batch, settings, position);
      if (went !== 'on') return went === 'stop';
      position = batch.lastRow;
      if (await this.steps.handOver(ctx, found.id)) return false;
    }
    return true;
  }

  private async applyBatch(
    ctx: TenantContext,
    found: StoredImport,
    applier: ImportApplier,
    batch: RowBatch,
    settings: ApplySettings,
    position: number,
  ): Promise<'on' | 'stop' | 'gone'> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.unitOfWork.run(ctx, async () => {
          const now = await this.steps.find(ctx, found.id, { lock: true });
          if (now?.status !== 'running' || now.position !== position) return 'gone';
          if (now.state.stop) return 'stop';
          const outcomes = await applier.apply(ctx, batch.records, settings);
          await this.count(ctx, now, batch, outcomes);
          return 'on';
        });
      } catch (error) {
        if (sqlStateOf(error) !== UNIQUE_VIOLATION || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async count(
    ctx: TenantContext,
    now: StoredImport,
    batch: RowBatch,
    outcomes: readonly RowOutcome[],
  ): Promise<void> {
    const of = (outcome: RowOutcome['outcome']) => outcomes.filter((row) => row.outcome === outcome).length;
    const failed = outcomes.flatMap((row): KeptRow[] =>
      row.outcome === 'failed'
        ? [{ rowNumber: row.rowNumber, cells: batch.cells.get(row.rowNumber) ?? [], problems: [row.problem] }]
        : [],
    );
    await keepRows(this.database, ctx, now.id, 'failed', failed);
    await failBadRows(
      this.database,
      ctx,
      now.id,
      batch.bad.map(({ rowNumber }) => rowNumber),
    );
    await this.steps.update(ctx, now.id, {
      position: batch.lastRow,
      doneRows: now.doneRows + batch.rows,
      createdRows: now.createdRows + of('created'),
      updatedRows: now.updatedRows + of('updated'),
      unchangedRows: now.unchangedRows + of('unchanged'),
      failedRows: now.failedRows + failed.length + batch.bad.length,
    });
    if (now.state.failures) await this.steps.setState(ctx, now.id, { failures: 0 });
    this.steps.tellProgress(ctx, now.id);
  }
}
