import { Injectable } from '@nestjs/common';
import { ImportsRepository, TenantDatabase, type ImportRowEntity } from '@dangol/db';
import { Readable } from 'node:stream';
import { csvLine, guardedText } from '../exports/index.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import type { OutgoingFile } from '../platform/http/streamed-routes.ts';
import { ImportBatches } from './import-batches.ts';
import { MAX_KEPT_ROWS } from './import-rows.query.ts';
import { maySeeCells } from './may-see-cells.ts';
import type { RowProblem } from './import-applier.ts';
import { reasonOf, type ReasonLanguage } from './reason-of.ts';
import { storedImport, type StoredImport } from './stored-import.ts';

const PAGE = 1_000;
const REASON = { ko: '가져오지 못한 이유', en: 'Reason' } as const;

interface FailedRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
}

interface StoredRow extends FailedRow {
  readonly state: ImportRowEntity['state'];
}

/** The rows that are bad or have failed, in the columns of the file with the reason behind them: corrected, it can be brought in. */
@Injectable()
export class FailuresFile {
  constructor(
    private readonly database: TenantDatabase,
    private readonly imports: ImportsRepository,
    private readonly batches: ImportBatches,
  ) {}

  /** Throws CodedError NOT_FOUND. */
  async open(ctx: RequestContext, id: string, language: ReasonLanguage): Promise<OutgoingFile> {
    const row = await this.imports.findById(ctx, id);
    const found = row && storedImport(row);
    if (!found?.layout || !maySeeCells(ctx, found)) throw new CodedError('NOT_FOUND', 'There is no such import');
    return {
      name: `${found.fileName.replace(/\.\w{1,5}$/, '')} - ${language === 'ko' ? '실패한 행' : 'failed rows'}.csv`,
      contentType: 'text/csv; charset=utf-8',
      content: Readable.from(this.lines(ctx, found, language), { objectMode: false }),
    };
  }

  private async *lines(ctx: RequestContext, found: StoredImport, language: ReasonLanguage): AsyncGenerator<string> {
    const headers = (found.layout?.columns ?? []).map(({ header }) => header);
    yield `\uFEFF${csvLine([...headers, REASON[language]].map(guardedText))}`;
    const columns = (found.layout?.columns ?? []).map(({ index }) => index);
    for await (const { cells, problems } of this.rows(ctx, found)) {
      const reasons = problems.map((problem) => reasonOf(problem, headers, language));
      yield csvLine([...columns.map((index) => cells[index] ?? ''), [...new Set(reasons)].join('; ')].map(guardedText));
    }
  }

  /**
   * Kept rows that did not come in; where more were bad than are kept, the file itself says the others. A kept row that was
   * corrected or left out is none of them, but it was one of those that are kept.
   */
  private async *rows(ctx: RequestContext, found: StoredImport): AsyncGenerator<FailedRow> {
    const kept = new Set<number>();
    for (let after = 0; ;) {
      const page = await this.database.query<StoredRow>(
        ctx,
        `select row_number as "rowNumber", cells, problems, state from import_rows
         where workspace_id = $1 and import_id = $2 and row_number > $3 order by row_number limit ${PAGE}`,
        [ctx.workspaceId, found.id, after],
      );
      yield* page.filter(({ state }) => state === 'bad' || state === 'failed');
      for (const { rowNumber } of page) kept.add(rowNumber);
      if (page.length < PAGE) break;
      after = page.at(-1)!.rowNumber;
    }
    if (kept.size < MAX_KEPT_ROWS) return;
    for await (const { bad } of this.batches.openAlone(ctx, found))
      yield* bad.filter(({ rowNumber }) => !kept.has(rowNumber));
  }
}
