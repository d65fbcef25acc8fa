import { Injectable } from '@nestjs/common';
import {
  ImportRowsRepository,
  TenantDatabase,
  UnitOfWork,
  refuse,
  type ImportRowEntity,
  type Refused,
} from '@dangol/db';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { InvalidField } from '../platform/graphql/shared-refusals.ts';
import { Appliers } from './appliers/index.ts';
import type { RowProblem } from './import-applier.ts';
import { ImportBatches } from './import-batches.ts';
import { ImportBusy } from './import.input.ts';
import { ImportSteps } from './import-steps.ts';
import { maySeeCells } from './may-see-cells.ts';
import type { StoredImport } from './stored-import.ts';

/** Longest cell that may be entered. */
const MAX_CELL = 200_000;

type Outcome = { importId: string } | Refused<NotFound | InvalidField | ImportBusy>;
type RowState = ImportRowEntity['state'];

/** Corrects bad rows of a checked file in place, or leaves them out. */
@Injectable()
export class EditRowsUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly rows: ImportRowsRepository,
    private readonly appliers: Appliers,
    private readonly batches: ImportBatches,
    private readonly steps: ImportSteps,
  ) {}

  /** New cells of a row; it is read as the check would. A row that was left out comes back. */
  correct(ctx: RequestContext, importId: string, rowNumber: number, cells: readonly string[]): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const found = await this.checked(ctx, importId);
      if (found instanceof NotFound || found instanceof ImportBusy) return refuse(found);
      const [row] = await this.rows.find(ctx, { importId, rowNumber }, { limit: 1, lock: true });
      if (!row) return refuse(new NotFound());
      const width = Math.max(...(found.layout?.columns ?? []).map(({ index }) => index + 1), row.cells.length);
      if (cells.length > width) return refuse(new InvalidField('cells', `The file has ${width} columns`));
      if (cells.some((cell) => cell.length > MAX_CELL)) return refuse(new InvalidField('cells', 'A cell is too long'));
      const stored = cells.map((cell) => cell.replaceAll('\u0000', '\uFFFD').toWellFormed());
      const problems = await this.problemsOf(ctx, found, rowNumber, stored);
      const state: RowState = problems.length > 0 ? 'bad' : 'corrected';
      await this.rows.update(ctx, row.id, { cells: stored, problems: [...problems], state });
      await this.count(ctx, found, [[row.state, state]]);
      return { importId };
    });
  }

  leaveOut(ctx: RequestContext, importId: string, rowNumbers: readonly number[]): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const found = await this.checked(ctx, importId);
      if (found instanceof NotFound || found instanceof ImportBusy) return refuse(found);
      const left = await this.database.query<{ before: RowState }>(
        ctx,
        `with before as (select id, state from import_rows
           where workspace_id = $1 and import_id = $2 and row_number = any ($3::int[]) and state <> 'left_out' for update)
         update import_rows r set state = 'left_out' from before b where r.workspace_id = $1 and r.id = b.id returning b.state as before`,
        [ctx.workspaceId, importId, rowNumbers],
      );
      await this.count(
        ctx,
        found,
        left.map(({ before }) => [before, 'left_out']),
      );
      return { importId };
    });
  }

  private async checked(ctx: RequestContext, importId: string): Promise<StoredImport | NotFound | ImportBusy> {
    const found = await this.steps.find(ctx, importId, { lock: true });
    if (!found || !maySeeCells(ctx, found)) return new NotFound();
    return found.status === 'checked' ? found : new ImportBusy(found.status);
  }

  private async problemsOf(
    ctx: RequestContext,
    found: StoredImport,
    rowNumber: number,
    cells: readonly string[],
  ): Promise<readonly RowProblem[]> {
    const result = this.batches.reader(found)({ cells });
    if (result.problems) return result.problems;
    const settings = await this.batches.settings(ctx, found);
    const previews = await this.appliers.of(found.kind).preview(ctx, [{ rowNumber, record: result.record }], settings);
    return previews.flatMap(({ problem }) => problem ?? []);
  }

  private async count(
    ctx: RequestContext,
    found: StoredImport,
    moves: readonly (readonly [RowState, RowState])[],
  ): Promise<void> {
    const change = (state: RowState) =>
      moves.filter(([, to]) => to === state).length - moves.filter(([from]) => from === state).length;
    await this.steps.update(ctx, found.id, {
      goodRows: found.goodRows + change('corrected'),
      badRows: found.badRows + change('bad') + change('failed'),
      leftOutRows: found.leftOutRows + change('left_out'),
    });
    this.steps.tell(ctx, found.id, 'rows_changed', { rows: moves.length });
  }
}
