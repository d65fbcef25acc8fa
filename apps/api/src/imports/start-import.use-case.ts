import { Injectable } from '@nestjs/common';
import { platformRules, presetOf } from '@dangol/crm';
import { ChannelsRepository, EventLog, TenantDatabase, UnitOfWork, newId, refuse, type Refused } from '@dangol/db';
import { randomBytes } from 'node:crypto';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { SecretBox } from '../platform/secrets/secret-box.ts';
import { needsChannel } from './import-channel.query.ts';
import { ImportFiles } from './import-files.ts';
import { ImportBusy } from './import.input.ts';
import { ImportSteps } from './import-steps.ts';
import { maySeeCells } from './may-see-cells.ts';
import { mayWrite } from './may-write.ts';
import type { StoredImport } from './stored-import.ts';
import { mayUndo } from './undo-import.use-case.ts';

type Outcome = { importId: string } | Refused<NotFound | ImportBusy>;

/** Starts and stops the run of an import. */
@Injectable()
export class StartImportUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly channels: ChannelsRepository,
    private readonly files: ImportFiles,
    private readonly steps: ImportSteps,
    private readonly events: EventLog,
    private readonly secrets: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** Starts a checked import, or lets one that was interrupted go on where it stands. Throws CodedError FORBIDDEN. */
  run(ctx: RequestContext, id: string): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const found = await this.steps.find(ctx, id, { lock: true });
      if (!found || !mayStart(ctx, found)) return refuse(new NotFound());
      if (!mayWrite(ctx, found.kind) && !found.state.undoing)
        throw new CodedError('FORBIDDEN', 'What this file writes, the caller could not write by hand');
      if (found.status === 'running') return { importId: id };
      const goesOn = found.status === 'failed' && found.runAt !== null;
      if (found.status !== 'checked' && !goesOn) return refuse(new ImportBusy(found.status));
      const channelId = goesOn ? found.channelId : await this.channelOf(ctx, found);
      await this.steps.update(ctx, id, {
        status: found.state.undoing ? 'undoing' : 'running',
        channelId,
        problemCode: null,
        problem: null,
        finishedAt: null,
        ...(!goesOn && { runAt: this.clock.now(), position: 0, doneRows: 0 }),
      });
      this.steps.tell(ctx, id, 'started', { kind: found.kind, rows: found.totalRows });
      await this.steps.enqueue(ctx, id);
      return { importId: id };
    });
  }

  /** Drops an import that has not begun; stops one that runs after the present batch: what is in stays. */
  async cancel(ctx: RequestContext, id: string): Promise<Outcome> {
    const outcome = await this.unitOfWork.run<Outcome & { dropped?: boolean }>(ctx, async () => {
      const found = await this.steps.find(ctx, id, { lock: true });
      if (!found) return refuse(new NotFound());
      if (found.status === 'cancelled') return { importId: id };
      if (['done', 'undoing', 'undone'].includes(found.status)) return refuse(new ImportBusy(found.status));
      if (found.state.undoing) return refuse(new ImportBusy(found.status)); // half of it is gone: it is undone, or stays failed
      // What of an interrupted run is in stays as well, so the buyers have to follow it before the import ends.
      const interrupted = found.status === 'failed' && found.runAt !== null;
      if (interrupted)
        await this.steps.update(ctx, id, { status: 'running', problemCode: null, problem: null, finishedAt: null });
      if (found.status === 'running' || interrupted) {
        await this.steps.setState(ctx, id, { stop: true });
        await this.steps.enqueue(ctx, id);
        this.steps.tell(ctx, id, 'stopping');
        return { importId: id };
      }
      await this.steps.update(ctx, id, { status: 'cancelled', finishedAt: this.clock.now() });
      await this.steps.setState(ctx, id, { stop: true });
      this.steps.tell(ctx, id, 'cancelled', { kind: found.kind });
      return { importId: id, dropped: true };
    });
    // Nothing of it is in, so nothing is to be undone: the file is not needed any more.
    if ('dropped' in outcome && outcome.dropped) await this.files.remove(ctx, id);
    return outcome;
  }

  /** The channel that the ids and messages belong to; made now when the workspace has none for it. */
  private async channelOf(ctx: RequestContext, found: StoredImport): Promise<string | null> {
    const { channelId, state, kind, mapping, source, id: importId } = found;
    if (channelId || !needsChannel(kind, mapping) || !state.newChannelName) return channelId;
    await this.database.query(ctx, `select pg_advisory_xact_lock(hashtextextended('imported-buyers:' || $1, 0))`, [
      ctx.workspaceId,
    ]);
    const [there] = await this.channels.find(ctx, { name: state.newChannelName }, { limit: 1 });
    if (there) return there.id;
    const id = newId();
    const platform = presetOf(source)?.platform ?? 'other';
    await this.channels.insert(ctx, {
      id,
      name: state.newChannelName,
      kind: 'file',
      platform,
      ...platformRules(platform),
      signingSecret: this.secrets.seal(`whsec_${randomBytes(32).toString('base64url')}`),
      createdAt: this.clock.now(),
    });
    this.events.append(ctx, { verb: 'channel.created', subjectKind: 'channel', subjectId: id, data: { importId } });
    await this.steps.setState(ctx, importId, { madeChannel: id });
    return id;
  }
}

/** A run acts with the rights of who sent the file, so it is started by those who may see what it does; an undoing goes on by those who may undo. */
function mayStart(ctx: RequestContext, found: StoredImport): boolean {
  return found.state.undoing ? mayUndo(ctx, found) : maySeeCells(ctx, found);
}
