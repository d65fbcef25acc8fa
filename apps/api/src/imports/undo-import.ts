import { Injectable } from '@nestjs/common';
import { TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { Appliers } from './appliers/index.ts';
import { ImportFiles } from './import-files.ts';
import { ImportSteps } from './import-steps.ts';
import { ImportedBuyersUndo } from './imported-buyers-undo.ts';
import type { StoredImport } from './stored-import.ts';
import { Clock } from '../platform/clock/clock.ts';

/** Rows that are taken away in one transaction. */
const CHUNK = 2_000;

/** Takes an import back as a whole, some rows at a time; begun again after a crash it takes away what is left. */
@Injectable()
export class UndoImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly appliers: Appliers,
    private readonly buyers: ImportedBuyersUndo,
    private readonly files: ImportFiles,
    private readonly steps: ImportSteps,
    private readonly clock: Clock,
  ) {}

  async execute(ctx: TenantContext, found: StoredImport): Promise<boolean> {
    const { id, kind, state } = found;
    if (!(await this.unitOfWork.run(ctx, () => this.steps.isItsTurn(ctx, found)))) return false;
    const applier = this.appliers.of(kind);
    if (!state.undoing) await this.prepare(ctx, id);
    await this.repeat(ctx, id, () => applier.undo(ctx, id, CHUNK));
    await this.repeat(ctx, id, () => this.buyers.undo(ctx, id, CHUNK));
    await this.repeat(ctx, id, () => this.buyers.follow(ctx, id, CHUNK));
    await this.unitOfWork.run(ctx, () => this.end(ctx, id));
    await this.files.remove(ctx, id);
    return false;
  }

  /** Before the first row goes: later nobody could tell which buyers it belonged to. */
  private async prepare(ctx: TenantContext, id: string): Promise<void> {
    let after: string | null = null;
    do {
      const from: string | null = after;
      after = await this.unitOfWork.run(ctx, () => this.buyers.prepare(ctx, id, from, CHUNK));
    } while (after !== null);
    await this.unitOfWork.run(ctx, () => this.steps.setState(ctx, id, { undoing: true }));
  }

  private async repeat(ctx: TenantContext, id: string, some: () => Promise<number>): Promise<void> {
    while (
      await this.unitOfWork.run(ctx, async () => {
        const done = await some();
        if (done > 0) {
          await this.steps.setState(ctx, id, { failures: 0 });
          this.steps.tellProgress(ctx, id);
        }
        return done;
      })
    );
  }

  private async end(ctx: TenantContext, id: string): Promise<void> {
    const found = await this.steps.find(ctx, id, { lock: true });
    if (found?.status !== 'undoing') return;
    await this.steps.update(ctx, id, {
      status: 'undone',
      undoneAt: this.clock.now(),
      ...(found.state.madeChannel && { channelId: null }),
    });
    await this.database.query(ctx, `delete from import_rows where workspace_id = $1 and import_id = $2`, [
      ctx.workspaceId,
      id,
    ]);
    if (found.state.madeChannel) await this.removeChannel(ctx, found.state.madeChannel);
    this.steps.tell(ctx, id, 'undone', { kind: found.kind });
    await this.steps.wakeNext(ctx, found.kind);
  }

  /** The channel that the import made, unless something else uses it by now. */
  private async removeChannel(ctx: TenantContext, channelId: string): Promise<void> {
    await this.database.query(
      ctx,
      `update imports set channel_id = null where workspace_id = $1 and channel_id = $2 and status = 'undone'`,
      [ctx.workspaceId, channelId],
    );
    const users = [
      'imports',
      'orders',
      'buyer_identities',
      'conversations',
      'messages',
      'inquiries',
      'inbound_messages',
    ];
    await this.database.query(
      ctx,
      `delete from channels c where c.workspace_id = $1 and c.id = $2 and c.kind = 'file' and ${users
        .map((table) => `not exists (select from ${table} t where t.workspace_id = $1 and t.channel_id = c.id)`)
        .join(' and ')}`,
      [ctx.workspaceId, channelId],
    );
  }
}
