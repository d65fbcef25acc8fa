import { Injectable } from '@nestjs/common';
import { TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { Appliers } from './appliers/index.ts';
import { CheckSums } from './check-sums.ts';
import type { ApplySettings, ImportApplier, RowProblem } from './import-applier.ts';
import { ImportBatches } from './import-batches.ts';
import { keepRows, queryEditedRows, settleRows, type KeptRow } from './import-rows.query.ts';
import { ImportSteps } from './import-steps.ts';
import type { EditedRow, RowBatch } from './row-batches.ts';
import type { StoredImport } from './stored-import.ts';

/** Counts while a file is checked. */
interface Tally {
  rows: number;
  good: number;
  bad: number;
  leftOut: number;
  readonly missingRates: Set<string>;
}

/** The dry run: reads every row, counts, keeps the bad ones, and says what running would do. Writes nothing else. */
@Injectable()
export class CheckImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly appliers: Appliers,
    private readonly batches: ImportBatches,
    private readonly steps: ImportSteps,
  ) {}

  async execute(ctx: TenantContext, found: StoredImport): Promise<boolean> {
    const applier = this.appliers.of(found.kind);
    const settings = await this.batches.settings(ctx, found);
    const edited = await queryEditedRows(this.database, ctx, found.id);
    const tally: Tally = { rows: 0, good: 0, bad: 0, leftOut: 0, missingRates: new Set() };
    const sums = new CheckSums();
    for await (const batch of this.batches.open(ctx, found, applier, edited)) {
      const bad = await this.preview(ctx, applier, batch, settings, sums, tally);
      if (!(await this.keep(ctx, found, batch, bad, edited, tally))) return false; // changed meanwhile: begun anew
      if (await this.steps.handOver(ctx, found.id)) return false;
    }
    await this.finish(ctx, found, sums, tally);
    return false;
  }

  private async preview(
    ctx: TenantContext,
    applier: ImportApplier,
    batch: RowBatch,
    settings: ApplySettings,
    sums: CheckSums,
    tally: Tally,
  ): Promise<KeptRow[]> {
    const bad: KeptRow[] = [...batch.bad];
    const previews = await applier.preview(ctx, batch.records, settings);
    for (const [i, preview] of previews.entries()) {
      const { rowNumber, record } = batch.records[i]!;
      if (preview.problem) {
        bad.push({ rowNumber, cells: batch.cells.get(rowNumber) ?? [], problems: [preview.problem] });
        noteRate(preview.problem, tally);
      } else sums.add(preview, applier.keyOf(record));
    }
    tally.rows += batch.rows;
    tally.bad += bad.length;
    tally.leftOut += batch.leftOut.length;
    tally.good += batch.rows - bad.length - batch.leftOut.length;
    return bad.sort((left, right) => left.rowNumber - right.rowNumber);
  }

  private keep(
    ctx: TenantContext,
    found: StoredImport,
    batch: RowBatch,
    bad: readonly KeptRow[],
    edited: ReadonlyMap<number, EditedRow>,
    tally: Tally,
  ): Promise<boolean> {
    const wrong = new Set(bad.map(({ rowNumber }) => rowNumber));
    const mended = [...batch.cells.keys()].filter((row) => edited.has(row) && !wrong.has(row));
    const untouched = new Set(batch.untouched);
    return this.unitOfWork.run(ctx, async () => {
      const now = await this.steps.find(ctx, found.id, { lock: true });
      if (now?.status !== 'checking' || now.revision !== found.revision) return false;
      await keepRows(this.database, ctx, found.id, 'bad', bad);
      await settleRows(
        this.database,
        ctx,
        found.id,
        mended.filter((row) => !untouched.has(row)),
        mended.filter((row) => untouched.has(row)),
      );
      await this.steps.update(ctx, found.id, { doneRows: tally.rows, goodRows: tally.good, badRows: tally.bad });
      this.steps.tellProgress(ctx, found.id);
      return true;
    });
  }

  private finish(ctx: TenantContext, found: StoredImport, sums: CheckSums, tally: Tally): Promise<void> {
    return this.unitOfWork.run(ctx, async () => {
      const now = await this.steps.find(ctx, found.id, { lock: true });
      if (now?.status !== 'checking' || now.revision !== found.revision) return;
      const currencies = [...tally.missingRates].sort().join(', ');
      await this.steps.update(ctx, found.id, {
        status: 'checked',
        totalRows: tally.rows,
        doneRows: tally.rows,
        goodRows: tally.good,
        badRows: tally.bad,
        leftOutRows: tally.leftOut,
        preview: sums.preview,
        problemCode: currencies ? 'NO_EXCHANGE_RATE' : null,
        problem: currencies || null,
      });
      await this.steps.setState(ctx, found.id, { failures: 0 });
      this.steps.tell(ctx, found.id, 'checked', { rows: tally.rows, bad: tally.bad });
    });
  }
}

function noteRate({ code, value }: RowProblem, tally: Tally): void {
  if (code === 'NO_EXCHANGE_RATE' && value) tally.missingRates.add(value);
}
