import type { ImportRecord } from '@dangol/crm';
import { newId } from '@dangol/db';
import type { ApplySettings, ImportedRecord, RowOutcome } from '../import-applier.ts';

/** Content of an entry as its table has it. */
export interface EntryContent {
  readonly code: string | null;
  readonly category: string | null;
  readonly visibility: 'public' | 'internal' | null;
  readonly auto_reply: boolean | null;
  readonly valid_until: string | null;
  readonly title: string;
  readonly title_ko: string | null;
  readonly questions: readonly string[] | null;
  readonly answer: string;
  readonly language: string;
}

/** An entry that is there. */
export type KnownEntry = EntryContent & { readonly id: string; readonly code: string; readonly version: number };

type NewEntry = { readonly id: string; readonly code: string; readonly category: string } & Readonly<
  Record<string, unknown>
>;
type EntryChange = { readonly id: string; readonly code: string; readonly set: Readonly<Record<string, unknown>> };

/** What a batch writes. */
export interface KnowledgePlan {
  readonly entries: readonly NewEntry[];
  readonly changes: readonly EntryChange[];
  readonly outcomes: readonly RowOutcome[];
  /** Names of what changed in an entry. */
  fieldsOf(id: string): string[];
}

/** Most questions that one entry may answer. */
const MOST_QUESTIONS = 30;
/** What a row may change of an entry that is there. */
const CONTENT = [
  'category',
  'visibility',
  'auto_reply',
  'valid_until',
  'title',
  'title_ko',
  'questions',
  'answer',
  'language',
] as const;
const HANGUL = /[\uac00-\ud7a3]/g;

/** The content of a row; a title in Korean alone is the title of an entry in Korean. */
export function contentOf(record: ImportRecord<'knowledge'>): EntryContent {
  const title = record.title ?? record.title_ko!;
  return {
    code: record.code,
    category: record.category,
    visibility: record.visibility,
    auto_reply: record.auto_reply,
    valid_until: record.valid_until,
    title,
    title_ko: record.title_ko,
    questions: record.questions?.slice(0, MOST_QUESTIONS) ?? null,
    answer: record.answer!,
    language: record.language?.slice(0, 2) ?? languageOf(record.answer!),
  };
}

/** By what two rows, or a row and an entry, are the same. */
export function keyOfEntry({ code, title, language }: Pick<EntryContent, 'code' | 'title' | 'language'>): string {
  return code === null ? `title ${language} ${title}` : `code ${code}`;
}

/** Plans a batch, row by row, so that a row finds what an earlier one of the batch made or changed. */
export function planKnowledge(
  records: readonly ImportedRecord<ImportRecord<'knowledge'>>[],
  known: ReadonlyMap<string, KnownEntry>,
  highestCode: number,
  { known: policy, now }: Pick<ApplySettings, 'known' | 'now'>,
): KnowledgePlan {
  const standing = new Map(known);
  const made = new Map<string, KnownEntry>();
  const changed = new Map<string, { before: KnownEntry; now: KnownEntry }>();
  let next = highestCode;
  const outcomes = records.map(({ rowNumber, record }): RowOutcome => {
    const content = contentOf(record);
    const present = standing.get(keyOfEntry(content));
    if (!present) {
      const entry = newEntry(content, () => `KB-${String((next += 1)).padStart(3, '0')}`);
      made.set(entry.id, entry);
      for (const key of [keyOfEntry(entry), keyOfEntry({ ...entry, code: null })]) standing.set(key, entry);
      return { rowNumber, outcome: 'created' };
    }
    const latest = made.get(present.id) ?? changed.get(present.id)?.now ?? present;
    const entry = { ...latest, ...wanted(latest, content, policy) };
    if (differences(latest, entry).length === 0) return { rowNumber, outcome: 'unchanged' };
    if (made.has(present.id)) made.set(present.id, entry);
    else
      changed.set(present.id, {
        before: changed.get(present.id)?.before ?? present,
        now: { ...entry, version: present.version + 1 },
      });
    return { rowNumber, outcome: 'updated' };
  });
  return {
    entries: [...made.values()].map((entry) => ({
      ...entry,
      category: entry.category!,
      created_at: now,
      updated_at: now,
    })),
    changes: [...changed.values()].map(({ before, now: entry }) => ({
      id: entry.id,
      code: entry.code,
      set: {
        ...Object.fromEntries(differences(before, entry).map((key) => [key, entry[key]])),
        version: entry.version,
        updated_at: now,
      },
    })),
    outcomes,
    fieldsOf: (id) => {
      const change = changed.get(id);
      return change ? differences(change.before, change.now) : [];
    },
  };
}

/** What the row sets: everything it says, only what was empty, or nothing. What it does not say stays. */
function wanted(
  entry: KnownEntry,
  content: EntryContent,
  policy: ApplySettings['known'],
): Partial<Omit<EntryContent, 'code'>> {
  if (policy === 'skip') return {};
  const said = CONTENT.filter((key) => content[key] !== null);
  const taken = policy === 'overwrite' ? said : said.filter((key) => isEmpty(entry[key]));
  const set: Partial<Omit<EntryContent, 'code'>> = Object.fromEntries(taken.map((key) => [key, content[key]]));
  // An entry that answers by itself stays public: only one of both may come from the row.
  return (set.visibility ?? entry.visibility) === 'internal' ? { ...set, auto_reply: false } : set;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function differences(before: KnownEntry, after: KnownEntry): (typeof CONTENT)[number][] {
  return CONTENT.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

/** Public unless said otherwise, as a list of questions and answers is meant; never sent by itself unless said so. */
function newEntry(content: EntryContent, nextCode: () => string): KnownEntry {
  return {
    ...content,
    id: newId(),
    code: content.code ?? nextCode(),
    version: 1,
    category: content.category ?? 'general',
    visibility: content.visibility ?? 'public',
    auto_reply: content.auto_reply ?? false,
    questions: content.questions ?? [],
  };
}

function languageOf(text: string): string {
  const korean = text.match(HANGUL)?.length ?? 0;
  return korean > text.length / 10 ? 'ko' : 'en';
}
