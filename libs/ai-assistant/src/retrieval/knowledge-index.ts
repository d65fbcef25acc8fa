import type { KnowledgeEntry } from '../assistant.types.ts';
import { tradeConcepts } from '../text/concepts.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { intentOfCategory } from './intent-of-category.ts';
import { characterGrams, tokenise } from '../text/tokenise.ts';
import { Bm25Index } from './bm25.ts';
import { fuseRankings } from './fuse-rankings.ts';

export interface Hit {
  entry: KnowledgeEntry;
  score: number;
}

/** An entry of the category that the classifier found is somewhat likelier to answer. */
const PRIMARY_BONUS = 1.15;
const OTHER_BONUS = 1.07;
/** How much an entry loses whose nearest question asks about something else, such as a special case nobody mentioned. */
const NARROWER = 0.4;
const WEIGHTS = { body: 1, questions: 1, grams: 0.6, concepts: 1.4, heading: 1.2 };

/** True when an entry may be shown to a buyer on `asOf` (a local date). */
export const isQuotable = (entry: KnowledgeEntry, asOf: string): boolean =>
  entry.visibility === 'public' && (entry.validUntil === null || entry.validUntil >= asOf);

/** Hybrid search over the entries: words and CJK bigrams, single questions, character n-grams, shared concepts. */
export class KnowledgeIndex {
  private readonly entries: readonly KnowledgeEntry[];
  private readonly body: Bm25Index;
  private readonly questions: Bm25Index;
  private readonly questionOwner: number[] = [];
  private readonly grams: Bm25Index;
  private readonly concepts: Bm25Index;
  private readonly headings: Bm25Index;
  private readonly conceptSets: ReadonlySet<string>[];
  private readonly positions: ReadonlyMap<string, number>;
  private readonly tokenSets = new Map<string, ReadonlySet<string>>();
  private readonly questionSets: ReadonlySet<string>[][];

  constructor(entries: readonly KnowledgeEntry[]) {
    this.entries = entries.filter((entry) => entry.visibility === 'public');
    const heading = (e: KnowledgeEntry): string => [e.title, e.titleKo ?? '', ...e.questions].join(' \n ');
    const headings = this.entries.map(heading);
    const languages = this.entries.map((e) => new Set([e.language, 'ko']));
    this.body = new Bm25Index(this.entries.map((e, i) => tokenise(`${headings[i]} ${headings[i]} ${e.answer}`)));
    const single = this.entries.flatMap((e, i) => [e.title, ...e.questions].map((q) => ({ i, tokens: tokenise(q) })));
    this.questionOwner = single.map((s) => s.i);
    this.questions = new Bm25Index(single.map((s) => s.tokens));
    this.grams = new Bm25Index(headings.map((h) => characterGrams(h, [3, 4])));
    const inHeading = headings.map((h, i) => tradeConcepts(h, languages[i]));
    const inAnswer = this.entries.map((e, i) => tradeConcepts(e.answer, languages[i]));
    this.concepts = new Bm25Index(inHeading.map((c, i) => [...c, ...c, ...c, ...(inAnswer[i] ?? [])]));
    this.headings = new Bm25Index(inHeading);
    this.positions = new Map(this.entries.map((e, i) => [e.id, i]));
    this.questionSets = this.entries.map((e, i) =>
      [e.title, ...e.questions].map((q) => new Set(tradeConcepts(q, languages[i]))),
    );
    this.conceptSets = inHeading.map((c, i) => new Set([...c, ...(inAnswer[i] ?? [])]));
  }

  /** Quotable entries for a question, best first. `languages` are those whose glossary terms may match. */
  search(
    query: string,
    asOf: string,
    languages: ReadonlySet<string>,
    limit = 10,
    intents: readonly string[] = [],
  ): Hit[] {
    const tokens = tokenise(query);
    const concepts = tradeConcepts(query, languages);
    const asked = new Set(concepts);
    return fuseRankings([
      { scores: this.body.score(tokens), weight: WEIGHTS.body },
      { scores: this.bestQuestion(tokens), weight: WEIGHTS.questions },
      { scores: this.grams.score(characterGrams(query, [3, 4])), weight: WEIGHTS.grams },
      { scores: this.concepts.score(concepts), weight: WEIGHTS.concepts },
      { scores: this.headings.score(concepts), weight: WEIGHTS.heading },
    ])
      .map(({ doc, score }) => {
        const entry = this.entries[doc] as KnowledgeEntry;
        const rank = intents.indexOf(intentOfCategory(entry.category));
        const category = rank === 0 ? PRIMARY_BONUS : rank > 0 ? OTHER_BONUS : 1;
        return { entry, score: score * category * (1 - NARROWER * this.unasked(doc, asked)) };
      })
      .filter(({ entry }) => isQuotable(entry, asOf))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  }

  /** How far the entry's nearest single question is from the one asked, by shared matters (Jaccard distance). */
  private unasked(doc: number, asked: ReadonlySet<string>): number {
    if (asked.size === 0) return 0;
    const likeness = (this.questionSets[doc] ?? []).map((own) => {
      const shared = [...own].filter((concept) => asked.has(concept)).length;
      return shared / (own.size + asked.size - shared);
    });
    return 1 - Math.max(0, ...likeness);
  }

  private bestQuestion(tokens: readonly string[]): Map<number, number> {
    const best = new Map<number, number>();
    for (const [question, score] of this.questions.score(tokens)) {
      const owner = this.questionOwner[question] as number;
      best.set(owner, Math.max(best.get(owner) ?? 0, score));
    }
    return best;
  }

  private ownTokens(entry: KnowledgeEntry): ReadonlySet<string> {
    let own = this.tokenSets.get(entry.id);
    if (!own) {
      own = new Set(tokenise(`${entry.title} ${entry.titleKo ?? ''} ${entry.questions.join(' ')} ${entry.answer}`));
      this.tokenSets.set(entry.id, own);
    }
    return own;
  }

  /** Share of the question's weight (rare words count more) that the entry speaks of, 0..1. */
  coverage(query: string, entry: KnowledgeEntry, languages: ReadonlySet<string>): number {
    const doc = this.positions.get(entry.id) ?? -1;
    const own = this.ownTokens(entry);
    let known = 0;
    let all = 0;
    const weigh = (index: Bm25Index, token: string, hit: boolean, factor: number): void => {
      const weight = index.idf(token) * factor;
      all += weight;
      if (hit) known += weight;
    };
    // words of another language say nothing about what the entry speaks of; shared concepts do
    const sameLanguage = languages.has(entry.language);
    for (const token of new Set(tokenise(query)))
      if (sameLanguage && !isFunctionWord(token)) weigh(this.body, token, own.has(token), 1);
    const concepts = this.conceptSets[doc];
    for (const token of tradeConcepts(query, languages)) weigh(this.concepts, token, !!concepts?.has(token), 2);
    return all ? known / all : 0;
  }

  /** Quotable entries of one intent's categories whose answer satisfies `speaks`. */
  entriesOf(intent: string, asOf: string, speaks: (text: string) => boolean): KnowledgeEntry[] {
    return this.entries.filter(
      (entry) => intentOfCategory(entry.category) === intent && isQuotable(entry, asOf) && speaks(entry.answer),
    );
  }

  /** True when the knowledge base has a public entry in a category of this intent. */
  hasIntent(intent: string): boolean {
    return this.entries.some((entry) => intentOfCategory(entry.category) === intent);
  }

  /** True when no entry knows the word. */
  isUnknown(token: string): boolean {
    return !this.body.has(token);
  }
}
