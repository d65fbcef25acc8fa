import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Assistant, AssistResult, KnowledgeEntry, ProductName } from '../assistant.types.ts';
import { createEmbeddedAssistant } from '../embedded-assistant.ts';

interface KnowledgeRow {
  id: string;
  category: string;
  visibility: 'public' | 'internal';
  auto_reply: boolean;
  valid_until: string | null;
  title: string;
  title_ko: string;
  questions: string[];
  answer: string;
}
/** Only these four fields of a labelled row are read; the labels stay unseen. */
export interface InquiryRow {
  id: string;
  channel: string;
  subject?: string;
  text: string;
}

const AS_OF = '2026-03-02';
const readRows = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as T);

/** The data set's knowledge base and products as the engine takes them. */
export function readDomain(folder: string): { knowledge: KnowledgeEntry[]; products: ProductName[] } {
  const knowledge = readRows<KnowledgeRow>(`${folder}/kb.jsonl`).map((row) => ({
    id: row.id,
    code: row.id,
    version: 1,
    category: row.category,
    visibility: row.visibility,
    autoReply: row.auto_reply,
    validUntil: row.valid_until,
    title: row.title,
    titleKo: row.title_ko,
    questions: row.questions,
    answer: row.answer,
    language: 'en',
  }));
  const rows = JSON.parse(readFileSync(`${folder}/products.json`, 'utf8')) as {
    slug: string;
    name_en: string;
    name_ko: string;
  }[];
  return { knowledge, products: rows.map((row) => ({ slug: row.slug, names: { en: row.name_en, ko: row.name_ko } })) };
}

/** One inquiry with every circumstance in favour of an automatic reply, so that only the message decides. */
export function assistInquiry(assistant: Assistant, { id, channel, subject, text }: InquiryRow): AssistResult {
  return assistant.assist({
    messageId: id,
    channelKind: channel,
    text,
    subject: subject ?? null,
    buyerName: null,
    sellerName: 'Nurisol Trading',
    automatedSender: false,
    asOf: AS_OF,
    thread: { humanReplied: false, autoRepliesToday: 0 },
    channel: { autoMode: true, withinHours: true },
    policy: { killSwitch: false, reviewedDrafts: 100, answerThreshold: 0.7, autoGrades: ['A', 'B', 'C'] },
    buyer: { grade: null, openDispute: false },
  });
}

/** A result in the row format of `score-ai.mjs --set domain`. */
export function toPrediction(id: string, { triage, retrieved, draft, gate }: AssistResult, ms: number): object {
  const isSpam = triage.spam.p >= 0.5;
  const { products, quantities, country, targetPrice, deadline } = triage.entities;
  return {
    id,
    lang: triage.language.code,
    spam: isSpam,
    spam_score: triage.spam.p,
    intent: isSpam ? 'spam' : triage.intents[0],
    intents: isSpam ? ['spam'] : triage.intents,
    answerable: triage.answerable.verdict,
    answer_score: triage.answerable.p,
    urgency: triage.urgency,
    kb_ids: retrieved.map((hit) => hit.entryCode),
    entities: {
      product: products,
      quantity: quantities,
      country,
      target_price: targetPrice && { amount: Number(targetPrice.amount), currency: targetPrice.currency },
      deadline,
    },
    injection: triage.injection,
    action: gate.action,
    ms,
    draft: draft && {
      text: draft.text,
      citations: draft.citations.map((citation) => citation.entryCode),
      lang: draft.language,
      options: draft.options.map((option) => `${option.label}. ${option.text}`),
      questions: draft.questions,
      next_steps: draft.nextSteps,
      dates: draft.nextSteps.flatMap((step) => step.match(/\d{4}-\d{2}-\d{2}/g) ?? []),
    },
  };
}

/** `node predict-domain.ts FOLDER INQUIRIES OUT` */
function main([folder, inquiries, out]: string[]): void {
  if (!folder || !inquiries || !out) throw new Error('usage: predict-domain.ts FOLDER INQUIRIES OUT');
  const { knowledge, products } = readDomain(folder);
  const assistant = createEmbeddedAssistant(knowledge, products);
  const rows = readRows<InquiryRow>(inquiries);
  assistInquiry(assistant, { id: 'warm', channel: 'email', text: 'hello' });
  const lines = rows.map((row) => {
    const start = performance.now();
    const result = assistInquiry(assistant, row);
    return JSON.stringify(toPrediction(row.id, result, performance.now() - start));
  });
  writeFileSync(out, lines.join('\n') + '\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2));
