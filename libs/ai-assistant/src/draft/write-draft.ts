import type { Citation, Draft, DraftOption, Triage } from '../assistant.types.ts';
import { loadResource } from '../load-resource.ts';
import type { ProductMatcher } from '../triage/product-matcher.ts';
import { addBusinessDays } from './business-days.ts';
import type { AnswerPlan } from './plan-answer.ts';
import { selectQuote } from './select-quote.ts';

type Texts = Record<string, string>;
type Skeletons = Record<string, Texts>;

export interface DraftRequest {
  triage: Triage;
  plan: AnswerPlan;
  products: ProductMatcher;
  buyerName: string | null;
  sellerName: string;
  asOf: string;
  /** Signed by the assistant, with the disclosure, instead of by the seller. */
  automatic: boolean;
  text: string;
}

const ANSWER_DAYS = 1;
const PROGRESS_DAYS = 3;

/** Composes the reply in the buyer's language: greeting, yes, quoted facts, options, questions, next steps, signature. */
export function writeDraft(request: DraftRequest): Draft {
  const { triage, plan } = request;
  const language = loadResource<Skeletons>('skeletons')[triage.language.code] ? triage.language.code : 'en';
  const citations = quoteEntries(request);
  const options = writeOptions(triage, language);
  const questions = chooseQuestions(request, language);
  const nextSteps = writeNextSteps(language, request.asOf);
  const text = compose(request, language, citations, { options, questions, nextSteps });
  const koOptions = writeOptions(triage, 'ko');
  const ko = {
    options: koOptions,
    questions: chooseQuestions(request, 'ko'),
    nextSteps: writeNextSteps('ko', request.asOf),
  };
  const textKo = language === 'ko' ? null : compose(request, 'ko', koreanTitles(citations, request), ko);
  const foreign = plan.blocks.some(({ entry }) => entry.language !== language);
  return {
    language,
    text,
    textKo,
    citations,
    unsupported: [],
    missing: plan.missing,
    options,
    questions,
    nextSteps,
    translated: !foreign,
  };
}

function quoteEntries({ plan, products, triage, text }: DraftRequest): Citation[] {
  const named = new Set(triage.entities.products);
  const isNamed = (item: string): boolean => products.find(item).some((slug) => named.has(slug));
  return plan.blocks.map(({ entry, question }, i) => ({
    n: i + 1,
    entryId: entry.id,
    entryCode: entry.code,
    entryVersion: entry.version,
    title: entry.title,
    quote: selectQuote(entry, `${question} ${text}`, isNamed).join(' '),
    validUntil: entry.validUntil,
  }));
}

/** For the rep: what each quote is about, from the entry's authored Korean title; the quote itself when it is Korean. */
function koreanTitles(citations: readonly Citation[], { plan }: DraftRequest): Citation[] {
  return citations.map((citation, i) => {
    const entry = plan.blocks[i]?.entry;
    return { ...citation, quote: entry?.language === 'ko' ? citation.quote : (entry?.titleKo ?? citation.title) };
  });
}

function writeOptions(triage: Triage, language: string): DraftOption[] {
  if (triage.answerable.verdict === 'yes' || triage.intents[0] === 'greeting_other') return [];
  const kind =
    triage.entities.targetPrice || triage.intents[0] === 'price_quote'
      ? 'price'
      : triage.entities.deadline
        ? 'time'
        : 'other';
  const all = loadResource<Record<string, Record<string, string[]>>>('options')[kind] ?? {};
  return (all[language] ?? all['en'] ?? []).map((text, i) => ({ label: 'ABC'[i] as DraftOption['label'], text }));
}

function chooseQuestions({ triage, text }: DraftRequest, language: string): string[] {
  const { order, text: wording } = loadResource<{ order: Record<string, string[]>; text: Record<string, Texts> }>(
    'questions',
  );
  const { products, quantities, country, deadline } = triage.entities;
  const known: Record<string, boolean> = {
    product: products.length > 0,
    quantity: quantities.length > 0,
    market: country !== null,
    deadline: deadline !== null,
    orderNumber: /\d{4,}/.test(text),
  };
  const wanted = (order[triage.intents[0] ?? ''] ?? ['need']).filter((key) => !known[key]);
  return (wanted.length ? wanted : ['priority'])
    .slice(0, 3)
    .map((key) => wording[key]?.[language] ?? wording[key]?.['en'] ?? '');
}

function writeNextSteps(language: string, asOf: string): string[] {
  const steps = loadResource<Record<string, Texts>>('next-steps');
  const step = (key: string, days: number): string =>
    (steps[key]?.[language] ?? steps[key]?.['en'] ?? '').replace('{date}', addBusinessDays(asOf, days));
  return [step('reply', ANSWER_DAYS), step('progress', PROGRESS_DAYS)];
}

function compose(
  { triage, buyerName, sellerName, automatic, plan }: DraftRequest,
  language: string,
  citations: readonly Citation[],
  parts: { options: DraftOption[]; questions: string[]; nextSteps: string[] },
): string {
  const words = loadResource<Skeletons>('skeletons')[language] as Texts;
  const fill = (key: string, values: Texts = {}): string =>
    (words[key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const name = safeName(buyerName);
  const { targetPrice } = triage.entities;
  const complaint = triage.intents[0] === 'complaint_return' || triage.intents[0] === 'order_status';
  const foreign = plan.blocks.some(({ entry }) => entry.language !== language);
  const paragraphs = [
    name ? fill('greeting', { name }) : fill('greetingNoName'),
    `${fill('thanks')} ${fill(complaint ? 'yesComplaint' : 'yes')}`,
    targetPrice ? fill('target', { price: `${targetPrice.currency} ${targetPrice.amount}` }) : '',
    citations.length
      ? [fill(foreign ? 'factsForeign' : 'facts'), ...citations.map((c) => `${c.quote} [${c.n}]`)].join('\n')
      : '',
    plan.missing.length || triage.answerable.verdict !== 'yes' ? fill('noFact') : '',
    parts.options.length ? [fill('options'), ...parts.options.map((o) => `${o.label}. ${o.text}`)].join('\n') : '',
    parts.questions.length ? [fill('ask'), ...parts.questions.map((q) => `- ${q}`)].join('\n') : '',
    [fill('next'), ...parts.nextSteps.map((s) => `- ${s}`)].join('\n'),
    automatic
      ? `${fill('regards')}\n${fill('assistant', { seller: sellerName })}\n\n${fill('automatic', { seller: sellerName })}`
      : `${fill('regards')}\n${sellerName}`,
  ];
  return paragraphs.filter(Boolean).join('\n\n');
}

/** A name is a word or a few; anything else (figures, links, sentences) is not repeated to the buyer. */
function safeName(name: string | null): string | null {
  const trimmed = name?.trim() ?? '';
  return /^[\p{L}\p{M}][\p{L}\p{M}.' -]{0,39}$/u.test(trimmed) && trimmed.split(/\s+/).length <= 4 ? trimmed : null;
}
