import { Injectable } from '@nestjs/common';
import { detectKind } from '@dangol/crm';
import { TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { defaultChannel } from './import-channel.query.ts';
import { ImportFiles } from './import-files.ts';
import { ImportSteps } from './import-steps.ts';
import { PlanMapping } from './plan-mapping.ts';
import { readLayout } from './reading/index.ts';
import type { StoredImport } from './stored-import.ts';

/** Reads what a file is: its sheet, header and columns, and what they most likely mean. */
@Injectable()
export class ReadImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly files: ImportFiles,
    private readonly mapping: PlanMapping,
    private readonly steps: ImportSteps,
  ) {}

  async execute(ctx: TenantContext, found: StoredImport): Promise<boolean> {
    const { id, source, state, revision } = found;
    const layout = await readLayout(this.files.opener(ctx, id), { fileName: found.fileName, ...state.chosen });
    const headers = layout.columns.map(({ header }) => header);
    const kind = state.kindGiven ? found.kind : (detectKind(headers) ?? found.kind);
    const { mapping, options, ready } = await this.mapping.suggest(ctx, found, layout, kind, source);
    return this.unitOfWork.run(ctx, async () => {
      const now = await this.steps.find(ctx, id, { lock: true });
      if (now?.status !== 'reading' || now.revision !== revision) return false; // changed meanwhile: begun anew
      const channel = now.channelId ? null : await defaultChannel(this.database, ctx, kind, source, mapping);
      await this.steps.update(ctx, id, {
        kind,
        format: layout.format,
        layout,
        mapping: [...mapping],
        options,
        totalRows: layout.totalRows,
        status: ready ? 'checking' : 'mapping',
        problemCode: null,
        problem: null,
        revision: revision + 1,
        ...(channel?.id && { channelId: channel.id }),
      });
      await this.steps.setState(ctx, id, { failures: 0, newChannelName: channel?.newName ?? null });
      this.steps.tell(ctx, id, 'read');
      return true;
    });
  }
}
