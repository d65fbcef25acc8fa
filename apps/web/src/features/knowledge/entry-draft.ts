import type { StarterQuestion } from '@dangol/crm';
import type { KnowledgeFields } from '../../generated/graphql.ts';
import type { KnowledgeRow } from './use-knowledge.ts';

/** An entry as it is typed: one question a line. */
export interface EntryDraft {
  readonly category: string;
  readonly visibility: 'PUBLIC' | 'INTERNAL';
  readonly autoReply: boolean;
  readonly validUntil: string;
  readonly title: string;
  readonly titleKo: string;
  readonly questions: string;
  readonly answer: string;
  readonly language: string;
}

export type EntryField = keyof EntryDraft;

export const EMPTY_ENTRY: EntryDraft = {
  category: 'product',
  visibility: 'PUBLIC',
  autoReply: false,
  validUntil: '',
  title: '',
  titleKo: '',
  questions: '',
  answer: '',
  language: 'en',
};

export function entryDraftOf(entry: KnowledgeRow): EntryDraft {
  return {
    category: entry.category,
    visibility: entry.visibility === 'internal' ? 'INTERNAL' : 'PUBLIC',
    autoReply: entry.autoReply,
    validUntil: entry.validUntil ?? '',
    title: entry.title,
    titleKo: entry.titleKo ?? '',
    questions: entry.questions.join('\n'),
    answer: entry.answer,
    language: entry.language,
  };
}

/** A common question, with only its answer left to be written. */
export function entryDraftFrom({ category, title, titleKo, questions }: StarterQuestion): EntryDraft {
  return { ...EMPTY_ENTRY, category, title, titleKo, questions: questions.join('\n') };
}

export function entryFieldsOf(draft: EntryDraft): KnowledgeFields {
  return {
    category: draft.category.trim(),
    visibility: draft.visibility,
    autoReply: draft.autoReply && draft.visibility === 'PUBLIC', // what is internal is never sent by itself
    validUntil: draft.validUntil || null,
    title: draft.title.trim(),
    titleKo: draft.titleKo.trim() || null,
    questions: draft.questions
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    answer: draft.answer.trim(),
    language: draft.language,
  };
}

/** The first field without which nothing can be saved, or null. */
export function missingField(draft: EntryDraft): EntryField | null {
  return (['title', 'answer', 'category'] as const).find((field) => draft[field].trim() === '') ?? null;
}

/** Categories that the assistant knows; what an import brought besides stays choosable. */
export const CATEGORIES = [
  'moq',
  'price',
  'sample',
  'lead_time',
  'shipping',
  'payment',
  'returns',
  'cert',
  'oem',
  'product',
  'authenticity',
  'order',
  'partner',
  'company',
] as const;

/** Languages of buyers that answers are written in most. */
export const LANGUAGES = ['en', 'ko', 'zh', 'ja', 'es', 'fr', 'de', 'pt', 'ru', 'ar', 'vi', 'th', 'id'] as const;
