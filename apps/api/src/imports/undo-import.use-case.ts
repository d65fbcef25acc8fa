import { Injectable } from '@nestjs/common';
import { UnitOfWork, refuse, type Refused } from '@dangol/db';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { Appliers } from './appliers/index.ts';
import type { Dependent } from './import-applier.ts';
import { ImportBusy, ImportDependedOn } from './import.input.ts';
import { ImportSteps } from './import-steps.ts';
import { ImportedBuyersUndo } from './imported-buyers-undo.ts';
import type { StoredImport } from './stored-import.ts';

type Outcome = { importId: string } | Refused<NotFound | ImportBusy | ImportDependedOn>;

/** Has an import taken back, unless something that came later rests on it. */
@Injectable()
export class UndoImportUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly appliers: Appliers,
    private readonly buyers: ImportedBuyersUndo,
    private readonly steps: ImportSteps,
  ) {}

  execute(ctx: RequestContext, id: string): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const found = await this.steps.find(ctx, id, { lock: true });
      if (!found || !mayUndo(ctx, found)) return refuse(new NotFound());
      if (found.status === 'undoing' || found.status === 'undone') return { importId: id };
      if (!isIn(found)) return refuse(new ImportBusy(found.status));
      const dependents = found.state.undoing ? [] : await this.dependents(ctx, found);
      if (dependents.length > 0) return refuse(new ImportDependedOn(dependents));
      await this.steps.update(ctx, id, {
        status: 'undoing',
        undoneBy: ctx.member?.id ?? null,
        problemCode: null,
        problem: null,
      });
      this.steps.tell(ctx, id, 'undoing', { kind: found.kind });
      await this.steps.enqueue(ctx, id);
      return { importId: id };
    });
  }

  /** What rests on it; nothing for an import that brought nothing in. */
  async dependents(ctx: RequestContext, found: StoredImport): Promise<Dependent[]> {
    if (!isIn(found)) return [];
    const own = await this.appliers.of(found.kind).dependents(ctx, found.id);
    const ofBuyers = await this.buyers.dependents(ctx, found.id);
    const named = new Set(own.map(({ what }) => what));
    return [...own, ...ofBuyers.filter(({ what }) => !named.has(what))];
  }
}

/** Some of its rows may be in the workspace, and nothing is being done with them. */
export function isIn({ status, runAt }: StoredImport): boolean {
  return runAt !== null && (status === 'done' || status === 'cancelled' || status === 'failed');
}

/** Everybody takes back their own; those of others need the right to. */
export function mayUndo(ctx: RequestContext, { startedBy }: StoredImport): boolean {
  return ctx.permissions.has('import:manage') || (startedBy !== null && startedBy === ctx.member?.id);
}
