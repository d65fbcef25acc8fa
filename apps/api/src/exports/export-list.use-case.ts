import { Injectable } from '@nestjs/common';
import { EventLog, GoalsRepository, TenantDatabase, UnitOfWork, type Snapshot } from '@dangol/db';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { aboutSheet } from './about-sheet.ts';
import { CsvLines } from './csv-lines.ts';
import type { ExportList, ExportPlace, ExportRows } from './export-list.ts';
import { csvStatement, headersOf, isNumeric, workbookStatement } from './export-sql.ts';
import { queryExportPlace } from './export-place.query.ts';
import type { SheetCellKind } from './workbook/sheet-xml.ts';
import { MOST_ROWS, workbookStream } from './workbook/workbook-stream.ts';

/** What a list can be taken out as. */
export type ExportFormat = 'csv' | 'xlsx';

/** What was asked for. */
export interface ExportRequest {
  readonly list: ExportList;
  readonly format: ExportFormat;
  readonly filter: unknown;
  readonly query: Readonly<Record<string, string | undefined>>;
}

/** Where a file goes; asked when its first bytes are there, so that what fails before can still be answered with a reason. */
export type OpenFile = (file: { readonly name: string; readonly contentType: string }) => Writable;

/** Files at once in one process: each holds a connection of the pool while somebody downloads. */
const AT_ONCE = 3;

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Writes a list as a file, row by row, and leaves a line in the log. */
@Injectable()
export class ExportListUseCase {
  private running = 0;

  constructor(
    private readonly database: TenantDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly goals: GoalsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Resolves when the file is whole. Throws CodedError before `open` is called; a failure afterwards ends the stream with an
   * error, so that a part never looks like the whole.
   */
  async execute(ctx: RequestContext, request: ExportRequest, open: OpenFile): Promise<void> {
    this.assertRoom();
    this.running += 1;
    try {
      await this.write(ctx, request, open);
    } finally {
      this.running -= 1;
    }
  }

  /** Throws the CodedError that `execute` would begin with. */
  async check(ctx: RequestContext, request: ExportRequest): Promise<void> {
    this.assertRoom();
    const now = this.clock.now();
    const { content } = await this.prepare(ctx, request, now);
    if (request.format === 'xlsx') await this.database.snapshot(ctx, (snapshot) => assertFits(snapshot, content));
  }

  private assertRoom(): void {
    if (this.running >= AT_ONCE)
      throw new CodedError('UNAVAILABLE', 'Other files are being written at this moment; try again in a minute');
  }

  private async prepare(ctx: RequestContext, { list, filter, query }: ExportRequest, now: Date) {
    const place = await queryExportPlace(this.database, ctx, now);
    const asked = { ctx, database: this.database, goals: this.goals, place, now };
    const all = await list.rows({ ...asked, filter, query });
    const columns = all.columns.filter(({ needs }) => !needs || ctx.permissions.has(needs));
    return { place, content: { ...all, columns } };
  }

  private async write(ctx: RequestContext, request: ExportRequest, open: OpenFile): Promise<void> {
    const now = this.clock.now();
    const { place, content } = await this.prepare(ctx, request, now);
    const file = new ExportedFile(request, content, place, open, ctx, now);
    const made = (rows: number): Promise<void> => this.record(ctx, request, rows, true);
    try {
      await this.database.snapshot(ctx, (snapshot) =>
        request.format === 'csv' ? file.writeCsv(snapshot, made) : file.writeWorkbook(snapshot, made),
      );
    } catch (error) {
      // What left the house is in the log, whole or not.
      if (file.begun) await this.record(ctx, request, file.rows, false);
      throw error;
    }
  }

  private async record(
    ctx: RequestContext,
    { list, format, filter, query }: ExportRequest,
    rows: number,
    complete: boolean,
  ): Promise<void> {
    const filters = [...keysOf(filter), ...keysOf(query)];
    await this.unitOfWork.run(ctx, async () =>
      this.events.append(ctx, {
        verb: 'export.made',
        subjectKind: 'workspace',
        subjectId: ctx.workspaceId,
        data: { list: list.key, format, rows, filters, complete },
      }),
    );
  }
}

/** One file while it is written. */
class ExportedFile {
  begun = false;
  rows = 0;

  constructor(
    private readonly request: ExportRequest,
    private readonly content: ExportRows,
    private readonly place: ExportPlace,
    private readonly open: OpenFile,
    private readonly ctx: RequestContext,
    private readonly now: Date,
  ) {}

  async writeCsv(snapshot: Snapshot, made: (rows: number) => Promise<void>): Promise<void> {
    const { sql, params } = csvStatement(this.content, this.place);
    const cells = snapshot.copyOut(sql, params, 'csv');
    await once(cells, 'readable'); // a statement that fails at once is answered with a reason
    const lines = new CsvLines(headersOf(this.content, this.place), async (rows) => {
      this.rows = rows;
      await made(rows);
    });
    await pipeline(cells, lines, this.begin());
  }

  async writeWorkbook(snapshot: Snapshot, made: (rows: number) => Promise<void>): Promise<void> {
    await assertFits(snapshot, this.content);
    const statement = workbookStatement(this.content, this.place);
    const sheet = {
      name: this.request.list.name[this.place.language].replaceAll('-', ' '),
      headers: headersOf(this.content, this.place),
      kinds: this.content.columns.map((column): SheetCellKind => {
        if (isNumeric(column)) return 'number';
        return column.kind === 'instant' || column.kind === 'date' ? column.kind : 'text';
      }),
      batches: this.counted(snapshot.rows(statement.sql, statement.params)),
    };
    const about = async () => {
      await made(this.rows);
      return aboutSheet(this.request, this.place, this.ctx, this.now, this.rows);
    };
    const { name } = aboutSheet(this.request, this.place, this.ctx, this.now, 0);
    await pipeline(workbookStream(sheet, about, name), this.begin());
  }

  private async *counted<Batch extends readonly unknown[]>(batches: AsyncIterable<Batch>): AsyncGenerator<Batch> {
    for await (const batch of batches) {
      this.rows += batch.length;
      yield batch;
    }
  }

  private begin(): Writable {
    const { list, format } = this.request;
    const { language, today } = this.place;
    const name = `${language === 'ko' ? '단골' : 'dangol'}-${list.name[language]}-${today}.${format}`;
    this.begun = true;
    return this.open({ name, contentType: TYPES[format] });
  }
}

/** Throws when a workbook cannot hold the list. */
async function assertFits(snapshot: Snapshot, { from, params }: ExportRows): Promise<void> {
  const counting = `select count(*)::int as n from (select 1 from ${from} limit ${MOST_ROWS + 1}) n`;
  const [counted] = await snapshot.query<{ n: number }>(counting, params);
  if ((counted?.n ?? 0) > MOST_ROWS)
    throw new CodedError('OPERATION_TOO_LARGE', 'A workbook cannot hold so many rows; take the list as CSV', {
      limit: MOST_ROWS,
    });
}

/** Which conditions there were, never what they were: a search may be somebody's name. */
function keysOf(conditions: unknown): string[] {
  if (typeof conditions !== 'object' || conditions === null) return [];
  return Object.entries(conditions).flatMap(([key, value]) =>
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? [] : [key],
  );
}
