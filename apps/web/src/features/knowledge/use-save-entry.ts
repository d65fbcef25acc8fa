'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CreateKnowledgeEntryDocument, UpdateKnowledgeEntryDocument } from '../../generated/graphql.ts';
import { newId } from '../../platform/graphql/new-id.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { type EntryDraft, type EntryField, entryFieldsOf, missingField } from './entry-draft.ts';
import type { KnowledgeRow } from './use-knowledge.ts';

export type EntryProblem = { readonly at: EntryField | 'form'; readonly text: string };

const FIELDS: readonly EntryField[] = [
  'category',
  'visibility',
  'autoReply',
  'validUntil',
  'title',
  'titleKo',
  'questions',
  'answer',
  'language',
];

/** Saves an entry; answers it, or leaves what is wrong in `problem`. What was typed stays in either case. */
export function useSaveEntry() {
  const t = useTranslations('knowledge.wrong');
  const failures = useTranslations('failure');
  const [create, creating] = useAct(CreateKnowledgeEntryDocument);
  const [update, updating] = useAct(UpdateKnowledgeEntryDocument);
  const [id] = useState(newId);
  const [problem, setProblem] = useState<EntryProblem | null>(null);
  const wrong = (at: EntryField | 'form', text: string): null => {
    setProblem({ at, text });
    return null;
  };

  const save = async (draft: EntryDraft, entry: KnowledgeRow | null): Promise<KnowledgeRow | null> => {
    setProblem(null);
    const missing = missingField(draft);
    if (missing !== null) return wrong(missing, t('missing'));
    const fields = entryFieldsOf(draft);
    const { data, failure } =
      entry === null ? await create({ id, fields }) : await update({ id: entry.id, version: entry.version, fields });
    if (failure !== null) return wrong('form', failures(failure.kind));
    const result = 'createKnowledgeEntry' in data ? data.createKnowledgeEntry : data.updateKnowledgeEntry;
    switch (result.__typename) {
      case 'KnowledgeSaved':
        return result.entry;
      case 'InvalidField': {
        const at = FIELDS.find((field) => result.field.startsWith(field)) ?? 'form';
        return wrong(at, t(at));
      }
      case 'VersionConflict':
        return wrong('form', t('conflict', { version: result.version }));
      case 'NotFound':
        return wrong('form', t('gone'));
    }
  };
  return { save, running: creating || updating, problem, clear: () => setProblem(null) };
}
