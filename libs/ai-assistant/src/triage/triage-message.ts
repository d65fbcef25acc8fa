import type { Entities, Triage, TriageReason } from '../assistant.types.ts';
import { planAnswer, type AnswerPlan } from '../draft/plan-answer.ts';
import type { KnowledgeIndex } from '../retrieval/knowledge-index.ts';
import { loadResource } from '../load-resource.ts';
import { splitQuestions } from '../text/split-questions.ts';
import { chooseIntents } from './choose-intents.ts';
import { classifyMessage } from './classify-message.ts';
import { detectInjection } from './detect-injection.ts';
import { detectLanguage } from './detect-language.ts';
import { findCountry } from './find-country.ts';
import { findDeadline } from './find-deadline.ts';
import { findQuantities } from './find-quantities.ts';
import { findTargetPrice } from './find-target-price.ts';
import { judgeAnswerable } from './judge-answerable.ts';
import { judgeLead } from './judge-lead.ts';
import { judgeSpam } from './judge-spam.ts';
import { judgeUrgency } from './judge-urgency.ts';
import type { ProductMatcher } from './product-matcher.ts';

export interface TriageContext {
  index: KnowledgeIndex;
  products: ProductMatcher;
  asOf: string;
}

/** Under this the classifier says "unsure" and the inquiry goes to a person. */
const SURE = 0.4;
const SPAM = 0.5;

/** First-pass filtering of a cleaned message; `raw` is the message as received, read only for attempts to command us. */
export function triageMessage(text: string, raw: string, context: TriageContext): { triage: Triage; plan: AnswerPlan } {
  const language = detectLanguage(text);
  const languages = new Set([language.code]);
  const whole = classifyMessage(text, languages);
  const price = findTargetPrice(text);
  const entities: Entities = {
    products: context.products.find(text),
    quantities: findQuantities(text, context.products),
    country: findCountry(text),
    targetPrice: price && { amount: price.amount, currency: price.currency },
    deadline: findDeadline(text),
  };
  const questions = splitQuestions(text);
  const bySentence = questions.length > 1 ? questions.map((q) => classifyMessage(q, languages).intents) : [];
  const first = context.index.search(text, context.asOf, languages, 3);
  const { intents, confidence } = chooseIntents(whole.intents, bySentence, first);
  const implied = impliedConcepts(intents, entities);
  const named = new Set(entities.products);
  const names = named.size
    ? (words: string): boolean => context.products.find(words).some((slug) => named.has(slug))
    : null;
  const plan = planAnswer(context.index, { text, asOf: context.asOf, languages, intents, implied, names });
  const spam = judgeSpam(text, whole.spam, whole.spamP);
  const isSpam = spam.p >= SPAM;
  const injection = detectInjection(raw);
  const answerable = judgeAnswerable({
    text,
    intents,
    entities,
    plan,
    languages,
    isUnknown: (token) => context.index.isUnknown(token),
    isNamed: (word) => context.products.find(word).length > 0 || findCountry(word) !== null,
  });
  const urgency = judgeUrgency(text, intents, entities.deadline, isSpam);
  const lead = judgeLead(text, intents, entities, isSpam);
  const quote = (
    text.length > 140
      ? (questions.find((q) => classifyMessage(q, languages).intents[0]?.label === intents[0]) ?? text)
      : text
  ).slice(0, 140);
  const reasons: TriageReason[] = [{ verdict: `intent:${intents[0]}`, quote }];
  if (isSpam) reasons.unshift({ verdict: `spam:${spam.type}`, quote: spam.quote ?? quote });
  if (injection) reasons.push({ verdict: 'injection', quote: injection });
  if (price) reasons.push({ verdict: 'target_price', quote: price.quote });
  if (urgency === 'high') reasons.push({ verdict: 'urgency:high', quote: entities.deadline ?? quote });
  if (lead !== 'low') reasons.push({ verdict: `lead:${lead}`, quote });
  const triage: Triage = {
    language,
    spam: { p: spam.p, type: spam.type },
    lead,
    intents,
    intentConfidence: confidence,
    unsure: confidence < SURE,
    urgency,
    entities,
    answerable,
    injection: injection !== null,
    reasons,
  };
  return { triage, plan };
}

function impliedConcepts(intents: readonly string[], entities: Entities): string[] {
  const rules = loadResource<{ followUps: Record<string, { withQuantity?: string[] }> }>('intent-policy').followUps;
  const rule = rules[intents[0] ?? ''];
  return entities.quantities.length ? (rule?.withQuantity ?? []) : [];
}
