import { Injectable } from '@nestjs/common';
import {
  EventLog,
  KnowledgeEntriesRepository,
  TenantDatabase,
  UnitOfWork,
  refuse,
  type KnowledgeEntryEntity,
  type Refused,
} from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { Removed } from '../platform/graphql/removed.type.ts';
import { InvalidField, VersionConflict } from '../platform/graphql/shared-refusals.ts';
import { LONGEST, MOST_QUESTIONS, type KnowledgeFields } from './knowledge-entry.input.ts';
import { KnowledgeSaved } from './knowledge-entry.model.ts';
import { queryKnowledgeEntry } from './list-knowledge.query.ts';

type Content = Omit<KnowledgeFields, 'validUntil' | 'titleKo'> & { validUntil: string | null; titleKo: string | null };
type Outcome = KnowledgeSaved | Refused<NotFound | InvalidField | VersionConflict>;

/** Two letters of ISO 639-1, such as en. */
const LANGUAGE = /^[a-z]{2}$/;

/** Writes entries of the knowledge base. The next draft reads what is saved: nothing waits for a publication. */
@Injectable()
export class SaveKnowledgeUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly entries: KnowledgeEntriesRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** A new entry under the next free code. The same id again answers the entry as it is. */
  create(ctx: RequestContext, id: string, fields: KnowledgeFields): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const content = contentOf(fields);
      const invalid = invalidContent(content);
      if (invalid) return refuse(invalid);
      await this.database.query(ctx, `select pg_advisory_xact_lock(hashtextextended('knowledge-codes:' || $1, 0))`, [
        ctx.workspaceId,
      ]);
      if (!(await this.entries.findById(ctx, id))) {
        const now = this.clock.now();
        const code = await this.nextCode(ctx);
        await this.entries.insert(ctx, { ...content, id, code, createdAt: now, updatedAt: now });
        this.append(ctx, 'knowledge.created', id, { code, category: content.category });
      }
      return this.saved(ctx, id);
    });
  }

  /** Replaces the whole content, unless somebody else saved since `version` was read. Saving what stands already changes nothing. */
  update(ctx: RequestContext, id: string, version: number, fields: KnowledgeFields): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const content = contentOf(fields);
      const invalid = invalidContent(content);
      if (invalid) return refuse(invalid);
      const entry = await this.entries.findById(ctx, id, { lock: true });
      if (!entry) return refuse(new NotFound());
      const changed = changedFields(entry, content);
      if (changed.length === 0) return this.saved(ctx, id); // also when it is sent a second time
      if (entry.version !== version) return refuse(new VersionConflict(entry.version));
      await this.entries.update(ctx, id, { ...content, version: version + 1, updatedAt: this.clock.now() });
      this.append(ctx, 'knowledge.changed', id, { code: entry.code, version: version + 1, fields: changed });
      return this.saved(ctx, id);
    });
  }

  /** Takes an entry away. Drafts that cited it keep their quotation. */
  remove(ctx: RequestContext, id: string): Promise<Removed | Refused<NotFound>> {
    return this.unitOfWork.run<Removed | Refused<NotFound>>(ctx, async () => {
      const entry = await this.entries.findById(ctx, id, { lock: true });
      if (!entry) return refuse(new NotFound());
      await this.entries.delete(ctx, id);
      this.append(ctx, 'knowledge.removed', id, { code: entry.code, version: entry.version });
      return new Removed(id);
    });
  }

  private async saved(ctx: RequestContext, id: string): Promise<Outcome> {
    const entry = await queryKnowledgeEntry(this.database, ctx, id, this.clock.now());
    return entry ? Object.assign(new KnowledgeSaved(), { entry }) : refuse(new NotFound());
  }

  /** KB-001, KB-002, ...: one more than the highest there is; codes of another shape (imports bring their own) do not count. */
  private async nextCode(ctx: RequestContext): Promise<string> {
    const [row] = await this.database.query<{ highest: number }>(
      ctx,
      `select coalesce(max(substring(code from '^KB-([0-9]{1,6})$')::int), 0) as highest from knowledge_entries where workspace_id = $1`,
      [ctx.workspaceId],
    );
    return `KB-${String(row!.highest + 1).padStart(3, '0')}`;
  }

  private append(ctx: RequestContext, verb: string, subjectId: string, data: Record<string, unknown>): void {
    this.events.append(ctx, { verb, subjectKind: 'knowledge', subjectId, data });
  }
}

function contentOf(fields: KnowledgeFields): Content {
  const questions = [...new Set(fields.questions.filter((question) => question !== ''))];
  return { ...fields, questions, titleKo: fields.titleKo || null, validUntil: fields.validUntil ?? null };
}

/** The first field that no entry can have, or null. */
function invalidContent({ category, title, titleKo, questions, answer, language, visibility, autoReply }: Content) {
  const texts = [
    ['category', category, LONGEST.category],
    ['title', title, LONGEST.title],
    ['answer', answer, LONGEST.answer],
  ] as const;
  const bad = texts.find(([, text, longest]) => text === '' || text.length > longest);
  if (bad) return new InvalidField(bad[0], `must have 1 to ${bad[2]} characters`);
  if (titleKo !== null && titleKo.length > LONGEST.title)
    return new InvalidField('titleKo', `must have at most ${LONGEST.title} characters`);
  if (questions.length > MOST_QUESTIONS) return new InvalidField('questions', `must be at most ${MOST_QUESTIONS}`);
  const long = questions.findIndex((question) => question.length > LONGEST.question);
  if (long >= 0) return new InvalidField(`questions.${long}`, `must have at most ${LONGEST.question} characters`);
  if (!LANGUAGE.test(language)) return new InvalidField('language', 'must be an ISO 639-1 code');
  if (autoReply && visibility === 'internal')
    return new InvalidField('autoReply', 'what is internal is never sent by itself');
  return null;
}

function changedFields(entry: KnowledgeEntryEntity, content: Content): (keyof Content)[] {
  return (Object.keys(content) as (keyof Content)[]).filter(
    (key) => JSON.stringify(entry[key]) !== JSON.stringify(content[key]),
  );
}
