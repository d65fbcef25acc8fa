import type { AnswerVerdict, Entities } from '../assistant.types.ts';
import type { AnswerPlan } from '../draft/plan-answer.ts';
import { intentOfCategory } from '../retrieval/intent-of-category.ts';
import { tradeConcepts } from '../text/concepts.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { isCjk, tokenise } from '../text/tokenise.ts';
import { messageCues } from './message-cues.ts';
import { loadResource } from '../load-resource.ts';

interface Evidence {
  text: string;
  intents: readonly string[];
  entities: Entities;
  plan: AnswerPlan;
  languages: ReadonlySet<string>;
  isUnknown(token: string): boolean;
  /** True for a word that names a product or a place. */
  isNamed(word: string): boolean;
}

/** Names of bodies and schemes ("INVIMA") and codes ("24K117B") the knowledge base has never heard of. */
const ACRONYM = /\b(?:[A-Z]{3,}[A-Z0-9]*|(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{5,})\b/g;
const YES = 0.62;
/** Two words can mean anything. */
const VAGUE = 0.7;
/** Two entries this close: which of them answers is a guess. */
const TIE = 0.97;
/** Without words in common only shared matters speak, so a guess begins earlier. */
const FOREIGN_TIE = 0.9;
const PARTIAL = 0.35;
/** Parts of the world in the glossary: a question about one is not answered by an entry silent on it. */
const PLACES = ['russia_route', 'germany_eu', 'usa', 'latin', 'middle_east', 'asia', 'oceania', 'africa'];
const PLACE_MATTERS = new Set(['shipping', 'certification', 'lead_time']);

/**
 * Probability that the knowledge base answers everything asked. A retrieval score says how similar, not whether it answers;
 * this weighs how much of the question the best entries speak of and what they cannot know.
 */
export function judgeAnswerable(evidence: Evidence): { p: number; verdict: AnswerVerdict } {
  const { text, intents, entities, plan, languages } = evidence;
  const needPerson = new Set(loadResource<{ needPerson: string[] }>('intent-policy').needPerson);
  const concepts = tradeConcepts(text, languages);
  const spoken = new Set(
    plan.blocks.flatMap(({ entry }) => tradeConcepts(`${entry.title} ${entry.questions.join(' ')} ${entry.answer}`)),
  );
  const matter = concepts.filter((concept) => !PLACES.includes(concept));
  const covered = matter.length ? matter.filter((concept) => spoken.has(concept)).length / matter.length : 0;
  const coverage = Math.max(0, ...plan.blocks.map((block) => block.coverage));
  let logit = -1.7 + 2.2 * covered + 2 * coverage;
  if (intents[0] === 'order_status') logit -= 3.5;
  else if (needPerson.has(intents[0] ?? '')) logit -= 0.4;
  if (entities.targetPrice) logit -= 1.6;
  if (entities.deadline) logit -= 1;
  logit -= 0.6 * Math.min(2, plan.missing.length);
  const unknown = [...text.matchAll(ACRONYM)].filter(([word]) => evidence.isUnknown(word.toLowerCase())).length;
  logit -= 2 * Math.min(2, unknown);
  const strange = strangeWords(evidence);
  logit -= 0.7 * Math.min(3, strange);
  if (messageCues(text).has('action')) logit -= 1.2;
  if (/\d\s?%/u.test(text) && !plan.blocks.some(({ entry }) => sharesPercent(text, entry.answer))) logit -= 1.2;
  const cited = new Set(plan.blocks.map(({ entry }) => intentOfCategory(entry.category)));
  logit -= 0.6 * intents.filter((intent) => !cited.has(intent)).length;
  if (tokenise(text).filter((token) => !isFunctionWord(token)).length < 3) logit -= VAGUE;
  const [best, next] = plan.hits;
  if (best && next && next.score > best.score * (languages.has(best.entry.language) ? TIE : FOREIGN_TIE)) logit -= 0.9;
  const places = concepts.filter((concept) => PLACES.includes(concept));
  const unplaced = entities.country !== null && (places.length === 0 || !places.some((place) => spoken.has(place)));
  if (unplaced && PLACE_MATTERS.has(intents[0] ?? '')) logit -= 1.4;
  if (plan.blocks.length === 0) logit -= 2;
  const p = 1 / (1 + Math.exp(-logit));
  return { p, verdict: p >= YES ? 'yes' : p >= PARTIAL ? 'partial' : 'no' };
}

const sharesPercent = (text: string, answer: string): boolean =>
  (text.match(/\d+(?:[.,]\d+)?\s?%/gu) ?? []).every((share) => answer.includes(share.replace(/\s/g, '')));

/** Words of matter that neither the knowledge base, the glossary nor the authored messages use: what they ask is not covered. */
function strangeWords({ text, isUnknown, isNamed }: Evidence): number {
  const words = new Set((text.match(/[\p{L}]{4,}/gu) ?? []).filter((word) => !isCjk(word)));
  return [...words].filter((word) => {
    const token = tokenise(word)[0] ?? '';
    const known = !isUnknown(token) || isFunctionWord(token) || isAuthoredWord(token);
    return !known && tradeConcepts(word).length === 0 && !isNamed(word);
  }).length;
}

let authored: ReadonlySet<string> | null = null;
function isAuthoredWord(token: string): boolean {
  authored ??= new Set(
    Object.values(loadResource<Record<string, Record<string, string[]>>>('intent-phrases'))
      .flatMap((byLanguage) => Object.values(byLanguage).flat())
      .flatMap((phrase) => tokenise(phrase)),
  );
  return authored.has(token);
}
