import { Injectable } from '@nestjs/common';
import type { ImportRecord } from '@dangol/crm';
import { EventLog, TenantDatabase, type KnowledgeEntryEntity, type TenantContext } from '@dangol/db';
import type {
  ApplySettings,
  Dependent,
  ImportApplier,
  ImportedRecord,
  RowOutcome,
  RowPreview,
  RowProblem,
} from '../import-applier.ts';
import { changeImported, insertImported, removeCreated, restoreChanges } from '../imported-rows.ts';
import { contentOf, keyOfEntry, planKnowledge, type KnownEntry } from './plan-knowledge.ts';

type Row = ImportRecord<'knowledge'>;

/** Entries of the knowledge base: found by their code, one without a code by its title and language. A change is a new version. */
@Injectable()
export class KnowledgeApplier implements ImportApplier<Row> {
  readonly kind = 'knowledge';

  constructor(
    private readonly database: TenantDatabase,
    private readonly events: EventLog,
  ) {}

  keyOf(record: Row): string {
    return keyOfEntry(contentOf(record));
  }

  async preview(ctx: TenantContext, records: readonly ImportedRecord<Row>[]): Promise<RowPreview[]> {
    const known = await this.queryKnown(ctx, records);
    return records.map(({ rowNumber, record }): RowPreview => {
      const problem = problemOf(record);
      return { rowNumber, known: known.has(this.keyOf(record)), ...(problem && { problem }) };
    });
  }

  async apply(
    ctx: TenantContext,
    records: readonly ImportedRecord<Row>[],
    settings: ApplySettings,
  ): Promise<RowOutcome[]> {
    // Whoever writes an entry by hand takes the same lock: no code is given twice.
    await this.database.query(ctx, `select pg_advisory_xact_lock(hashtextextended('knowledge-codes:' || $1, 0))`, [
      ctx.workspaceId,
    ]);
    const failed = records.flatMap(({ rowNumber, record }): RowOutcome[] => {
      const problem = problemOf(record);
      return problem ? [{ rowNumber, outcome: 'failed', problem }] : [];
    });
    const sound = records.filter(({ record }) => !problemOf(record));
    const plan = planKnowledge(sound, await this.queryKnown(ctx, sound, true), await this.highestCode(ctx), settings);
    await insertImported(this.database, ctx, settings.importId, 'knowledge_entries', plan.entries);
    await changeImported(this.database, ctx, settings.importId, 'knowledge_entries', plan.changes);
    for (const { id, code, category } of plan.entries)
      this.append(ctx, 'knowledge.created', id, { code, category, importId: settings.importId });
    for (const { id, set, code } of plan.changes)
      this.append(ctx, 'knowledge.changed', id, {
        code,
        version: set.version,
        fields: plan.fieldsOf(id),
        importId: settings.importId,
      });
    return [...failed, ...plan.outcomes];
  }

  /** Drafts keep what they quoted; what somebody has changed since would be lost. */
  dependents(ctx: TenantContext, importId: string): Promise<Dependent[]> {
    return this.database.query<Dependent>(
      ctx,
      `select 'knowledge_edits' as what, count(*)::int as count, min(k.code) as example
       from knowledge_entries k
       where k.workspace_id = $1 and k.import_id = $2 and exists (
         select from events e where e.workspace_id = $1 and e.subject_kind = 'knowledge' and e.subject_id = k.id
           and e.verb = 'knowledge.changed' and e.data ->> 'importId' is distinct from $2::text)
       having count(*) > 0`,
      [ctx.workspaceId, importId],
    );
  }

  async undo(ctx: TenantContext, importId: string, limit: number): Promise<number> {
    const gone = await removeCreated(this.database, ctx, importId, 'knowledge_entries', limit);
    return gone > 0 ? gone : restoreChanges(this.database, ctx, importId, 'knowledge_entries', limit);
  }

  private async queryKnown(
    ctx: TenantContext,
    records: readonly ImportedRecord<Row>[],
    lock = false,
  ): Promise<Map<string, KnownEntry>> {
    const contents = records.map(({ record }) => contentOf(record));
    const rows = await this.database.query<KnownEntry>(
      ctx,
      `select id, code, version, category, visibility, auto_reply, to_char(valid_until, 'YYYY-MM-DD') as valid_until, title, title_ko, questions, answer, language
       from knowledge_entries where workspace_id = $1 and (code = any ($2::text[]) or title = any ($3::text[])) order by created_at, id ${lock ? 'for update' : ''}`,
      [
        ctx.workspaceId,
        contents.flatMap(({ code }) => code ?? []),
        contents.flatMap(({ code, title }) => (code ? [] : title)),
      ],
    );
    const known = new Map<string, KnownEntry>();
    for (const row of rows)
      for (const key of [keyOfEntry(row), keyOfEntry({ ...row, code: null })]) if (!known.has(key)) known.set(key, row);
    return known;
  }

  private async highestCode(ctx: TenantContext): Promise<number> {
    const [row] = await this.database.query<{ highest: number }>(
      ctx,
      `select coalesce(max(substring(code from '^KB-([0-9]{1,6})$')::int), 0) as highest from knowledge_entries where workspace_id = $1`,
      [ctx.workspaceId],
    );
    return row!.highest;
  }

  private append(ctx: TenantContext, verb: string, subjectId: string, data: Record<string, unknown>): void {
    this.events.append(ctx, { verb, subjectKind: 'knowledge', subjectId, data });
  }
}

/** What is internal is never sent by itself. */
function problemOf(record: Row): RowProblem | null {
  const internal = record.visibility === ('internal' satisfies KnowledgeEntryEntity['visibility']);
  return internal && record.auto_reply === true
    ? { column: null, field: 'auto_reply', code: 'INTERNAL_AUTO_REPLY', value: null }
    : null;
}
