import type { KnowledgeEntry } from '../assistant.types.ts';
import { intentOfCategory } from '../retrieval/intent-of-category.ts';
import type { Hit, KnowledgeIndex } from '../retrieval/knowledge-index.ts';
import { tradeConcepts } from '../text/concepts.ts';
import { splitQuestions } from '../text/split-questions.ts';

export interface PlannedBlock {
  question: string;
  entry: KnowledgeEntry;
  coverage: number;
}

export interface AnswerPlan {
  blocks: PlannedBlock[];
  /** The buyer's words that no entry answers. */
  missing: string[];
  hits: Hit[];
  /** Intents the knowledge base has entries for, of which none is quoted. */
  unansweredIntents: string[];
}

export interface PlanRequest {
  text: string;
  asOf: string;
  languages: ReadonlySet<string>;
  /** Trade concepts that follow from intent and entities, such as a discount question behind a large quantity. */
  implied: readonly string[];
  /** The intents found, primary first. */
  intents: readonly string[];
  /** True for a text that names a product the buyer named; null when the buyer named none. */
  names: ((text: string) => boolean) | null;
}

/** At most this many entries are quoted; more is a catalogue, not an answer. */
const MOST_BLOCKS = 4;
/** A question's own best entry must stand this high for the whole message, else it is an aside. */
const WHOLE_RANK = 4;
const RETRIEVED = 10;
const ENOUGH = 0.3;
/** An entry outside the message's intents is quoted only if it speaks of most of the question. */
const ENOUGH_ELSEWHERE = 0.6;

/** Which entry answers which question of the message, and which questions none answers. */
export function planAnswer(
  index: KnowledgeIndex,
  { text, asOf, languages, intents, implied, names }: PlanRequest,
): AnswerPlan {
  const hits = index.search(text, asOf, languages, RETRIEVED, intents);
  const blocks: PlannedBlock[] = [];
  const missing: string[] = [];
  const add = (entry: KnowledgeEntry, question: string, coverage: number): void => {
    if (blocks.length < MOST_BLOCKS && !blocks.some((block) => block.entry.id === entry.id)) {
      blocks.push({ question, entry, coverage });
    }
  };
  const fits = (entry: KnowledgeEntry, coverage: number): boolean =>
    coverage >= (intents.includes(intentOfCategory(entry.category)) ? ENOUGH : ENOUGH_ELSEWHERE);
  const questions = splitQuestions(text);
  const top = hits[0];
  if (top) {
    const coverage = index.coverage(text, top.entry, languages);
    if (fits(top.entry, coverage)) add(top.entry, text, coverage);
  }
  const high = new Set(hits.slice(0, WHOLE_RANK).map(({ entry }) => entry.id));
  for (const question of questions.length > 1 ? questions : []) {
    if (tradeConcepts(question, languages).length === 0) continue;
    const own = index.search(question, asOf, languages, 1, intents)[0];
    const coverage = own ? index.coverage(question, own.entry, languages) : 0;
    if (own && high.has(own.entry.id) && fits(own.entry, coverage)) add(own.entry, question, coverage);
    else if (coverage < ENOUGH) missing.push(question);
  }
  for (const concept of implied) {
    const best = hits.find(({ entry }) =>
      tradeConcepts(`${entry.title} ${entry.questions[0] ?? ''}`).includes(concept),
    );
    if (best) add(best.entry, text, index.coverage(text, best.entry, languages));
  }
  if (intents.includes('price_quote') && names) {
    for (const entry of index.entriesOf('price_quote', asOf, names).slice(0, 1)) add(entry, text, ENOUGH);
  }
  if (blocks.length === 0 && missing.length === 0 && tradeConcepts(text, languages).length > 0) missing.push(text);
  const quoted = new Set(blocks.map(({ entry }) => intentOfCategory(entry.category)));
  const unansweredIntents = intents.filter((intent) => index.hasIntent(intent) && !quoted.has(intent));
  return { blocks, missing, hits, unansweredIntents };
}
