import { loadResource } from '../load-resource.ts';
import { fold } from './fold.ts';
import { isCjk, runs } from './tokenise.ts';

type Glossary = Record<string, Record<string, string[]>>;
interface WordTerm {
  concept: string;
  language: string;
  words: { text: string; prefix: boolean }[];
}

const ARABIC_PREFIX = /^(?:وال|بال|لل|ال|و(?=.{4})|ب(?=.{4})|ل(?=.{4}))(?=.{2})/;
const bare = (word: string): string => word.replace(ARABIC_PREFIX, '');
const keyOf = (word: string): string => word.slice(0, 2);

/** Finds authored terms of any language in a text; each is a concept shared by all languages. */
export class ConceptMatcher {
  private readonly byStart = new Map<string, WordTerm[]>();
  private readonly cjk = new Map<string, { concept: string; text: string }[]>();

  constructor(glossary: Glossary) {
    for (const [concept, byLanguage] of Object.entries(glossary)) {
      for (const [language, terms] of Object.entries(byLanguage)) {
        for (const term of terms) this.add(concept, language, term);
      }
    }
  }

  private add(concept: string, language: string, term: string): void {
    const folded = fold(term);
    if (isCjk(folded)) {
      const text = folded.replace(/\s+/g, '');
      push(this.cjk, keyOf(text), { concept, text });
      return;
    }
    const words = folded
      .split(/[^\p{L}\p{N}*]+/u)
      .filter(Boolean)
      .map((word) => ({ text: bare(word.replace('*', '')), prefix: word.endsWith('*') }));
    const first = words[0];
    if (first) push(this.byStart, keyOf(first.text), { concept, language, words });
  }

  /** Concepts of `text`, once each per term found. Latin and Cyrillic terms count only in `languages` (English always does). */
  match(text: string, languages?: ReadonlySet<string>): string[] {
    const found: string[] = [];
    const words = runs(text)
      .flatMap((run) => (isCjk(run) ? [] : run.split(/[.,]/)))
      .map(bare);
    for (let at = 0; at < words.length; at++) {
      for (const term of this.byStart.get(keyOf(words[at] ?? '')) ?? []) {
        if (languages && term.language !== 'en' && !languages.has(term.language)) continue;
        if (term.words.every((part, i) => matches(part, words[at + i]))) found.push(term.concept);
      }
    }
    const joined = fold(text).replace(/\s+/g, '');
    for (let at = 0; at < joined.length; at++) {
      for (const term of this.cjk.get(joined.slice(at, at + 2)) ?? []) {
        if (joined.startsWith(term.text, at)) found.push(term.concept);
      }
      for (const term of this.cjk.get(joined.charAt(at)) ?? []) found.push(term.concept);
    }
    return found;
  }
}

const matches = (part: { text: string; prefix: boolean }, word: string | undefined): boolean =>
  word !== undefined && (part.prefix ? word.startsWith(part.text) : word === part.text);

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

let glossary: ConceptMatcher | null = null;

/** Concepts of the authored trade glossary (`resources/glossary.json`) in a text, without repeats. */
export function tradeConcepts(text: string, languages?: ReadonlySet<string>): string[] {
  glossary ??= new ConceptMatcher(loadResource<Glossary>('glossary'));
  return [...new Set(glossary.match(text, languages))];
}
