import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { asksForFiles, findUnknownVariable, visibleLine } from '@dangol/crm';
import {
  EventLog,
  MacrosRepository,
  TenantDatabase,
  UnitOfWork,
  refuse,
  type MacroEntity,
  type Refused,
} from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { Removed } from '../platform/graphql/removed.type.ts';
import { NameTaken } from '../platform/graphql/shared-refusals.ts';
import type { SaveMacroInput } from './macro.input.ts';
import { MacroMoved, UnknownVariable } from './macro.model.ts';

type Saved = { macroId: string } | Refused<NameTaken | UnknownVariable | MacroMoved | NotFound>;
type Content = Pick<MacroEntity, 'name' | 'texts' | 'asksForFiles'>;

/** Makes, changes and archives macros. */
@Injectable()
export class SaveMacroUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly macros: MacrosRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** The same id again changes the macro when it is based on the version that stands, and brings it back from the archive. */
  execute(ctx: RequestContext, input: SaveMacroInput): Promise<Saved> {
    const content = contentOf(input);
    return this.unitOfWork.run<Saved>(ctx, async () => {
      const unknown = findUnknownVariable(content.texts.map(({ text }) => text));
      if (unknown !== null) return refuse(new UnknownVariable(unknown));
      const stored = await this.macros.findById(ctx, input.id, { lock: true });
      if (!stored && input.basedOn != null) return refuse(new NotFound());
      const changed = stored ? changedFields(stored, content) : [];
      // A repetition is no conflict: what it asks for is there already.
      if (stored && changed.length === 0 && !stored.archivedAt) return { macroId: stored.id };
      if (stored && stored.version !== input.basedOn) return refuse(new MacroMoved(stored.version));
      if (await this.nameTaken(ctx, input.id, content.name)) return refuse(new NameTaken());
      if (stored) await this.change(ctx, stored, content, changed);
      else await this.insert(ctx, input.id, content);
      return { macroId: input.id };
    });
  }

  /** Takes a macro out of what is offered; replies that left with it keep it. */
  archive(ctx: RequestContext, id: string): Promise<Removed | Refused<NotFound>> {
    return this.unitOfWork.run<Removed | Refused<NotFound>>(ctx, async () => {
      const stored = await this.macros.findById(ctx, id, { lock: true });
      if (!stored) return refuse(new NotFound());
      if (stored.archivedAt) return new Removed(id);
      const now = this.clock.now();
      await this.macros.update(ctx, id, { archivedAt: now, updatedAt: now });
      this.append(ctx, 'macro.archived', id);
      return new Removed(id);
    });
  }

  private async insert(ctx: RequestContext, id: string, content: Content): Promise<void> {
    const now = this.clock.now();
    const createdBy = ctx.member?.id ?? null;
    await this.macros.insert(ctx, { id, ...content, createdBy, createdAt: now, updatedAt: now });
    this.append(ctx, 'macro.created', id);
  }

  private async change(
    ctx: RequestContext,
    stored: MacroEntity,
    content: Content,
    fields: readonly string[],
  ): Promise<void> {
    const version = fields.length > 0 ? stored.version + 1 : stored.version;
    await this.macros.update(ctx, stored.id, {
      ...content,
      version,
      archivedAt: null,
      updatedAt: this.clock.now(),
    });
    if (fields.length > 0) this.append(ctx, 'macro.changed', stored.id, { fields, version });
    if (stored.archivedAt) this.append(ctx, 'macro.restored', stored.id);
  }

  /** Names are held one at a time, so that two people cannot both be first. */
  private async nameTaken(ctx: RequestContext, id: string, name: string): Promise<boolean> {
    await this.database.query(ctx, `select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `macro:${ctx.workspaceId}:${name.toLowerCase()}`,
    ]);
    const taken = await this.database.query(
      ctx,
      `select id from macros where workspace_id = $1 and lower(name) = lower($2) and archived_at is null and id <> $3`,
      [ctx.workspaceId, name, id],
    );
    return taken.length > 0;
  }

  private append(ctx: RequestContext, verb: string, id: string, data: Record<string, unknown> = {}): void {
    this.events.append(ctx, { verb, subjectKind: 'macro', subjectId: id, data });
  }
}

function contentOf({ name: entered, texts, asksForFiles: asked }: SaveMacroInput): Content {
  const name = visibleLine(entered);
  if (name === null) throw new CodedError('BAD_USER_INPUT', 'The name of a macro must be visible');
  const plain = texts.map(({ language, text }) => ({ language, text }));
  return { name, texts: plain, asksForFiles: asked || asksForFiles(plain) };
}

function changedFields(stored: MacroEntity, content: Content): string[] {
  return (Object.keys(content) as (keyof Content)[]).filter(
    (field) => !isDeepStrictEqual(stored[field], content[field]),
  );
}
