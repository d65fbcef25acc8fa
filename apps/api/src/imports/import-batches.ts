import { Injectable } from '@nestjs/common';
import { recordReader } from '@dangol/crm';
import { TenantDatabase, type TenantContext } from '@dangol/db';
import { queryBaseCurrency } from '../exchange-rates/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { ApplySettings, ImportApplier } from './import-applier.ts';
import { ImportFiles } from './import-files.ts';
import { readRows, VALUE_READERS } from './reading/index.ts';
import { ahead, rowBatches, type EditedRow, type RowBatch, type RowReader } from './row-batches.ts';
import type { StoredImport } from './stored-import.ts';

/** The rows of an import as its settings read them. */
@Injectable()
export class ImportBatches {
  constructor(
    private readonly database: TenantDatabase,
    private readonly files: ImportFiles,
    private readonly clock: Clock,
  ) {}

  /** The batches after a row, each read while the one before is worked on. */
  open(
    ctx: TenantContext,
    found: StoredImport,
    applier: ImportApplier,
    edited: ReadonlyMap<number, EditedRow>,
    after = 0,
  ): AsyncGenerator<RowBatch> {
    if (!found.layout) throw new Error('The file was not read yet');
    const rows = readRows(this.files.opener(ctx, found.id), found.layout, after);
    const groupOf = applier.groupOf ? (record: unknown) => applier.groupOf?.(record) ?? null : undefined;
    return ahead(rowBatches(rows, this.reader(found), edited, groupOf));
  }

  /** The file's own rows, as nobody has touched them. */
  openAlone(ctx: TenantContext, found: StoredImport): AsyncGenerator<RowBatch> {
    if (!found.layout) throw new Error('The file was not read yet');
    return rowBatches(readRows(this.files.opener(ctx, found.id), found.layout), this.reader(found), new Map());
  }

  /** Reads single rows. */
  reader({ kind, mapping, options, layout }: StoredImport): RowReader {
    const headers: string[] = [];
    for (const { index, header } of layout?.columns ?? []) headers[index] = header;
    return recordReader(kind, mapping, { ...options, headers, readers: VALUE_READERS });
  }

  /** What the appliers are told. */
  async settings(ctx: TenantContext, found: StoredImport): Promise<ApplySettings> {
    const now = found.runAt ?? this.clock.now();
    const { baseCurrency } = await queryBaseCurrency(this.database, ctx, now);
    return {
      importId: found.id,
      channelId: found.channelId,
      baseCurrency,
      timeZone: found.options.timeZone,
      known: found.options.known,
      history: found.options.history,
      startedBy: found.startedBy,
      now,
    };
  }
}
