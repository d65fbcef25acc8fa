import type { KnowledgeEntry } from '../assistant.types.ts';
import { tradeConcepts } from '../text/concepts.ts';
import { tokenise } from '../text/tokenise.ts';

/** Answers up to this long are quoted whole: a condition left out of a quote can turn it into a false promise. */
const WHOLE = 420;
const ENTRY_SENTENCE = /(?<=[.!?])\s+(?=[\p{Lu}\p{Lo}\d])|(?<=[。！？])/u;

/** Sentences of the entry that answer the question, in their own order and words; long price lists keep only the named items. */
export function selectQuote(entry: KnowledgeEntry, question: string, isNamed: (text: string) => boolean): string[] {
  const sentences = entry.answer
    .split(ENTRY_SENTENCE)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
  const narrowed = sentences.map((sentence) => narrowList(sentence, isNamed));
  if (narrowed.join(' ').length <= WHOLE || sentences.length < 3) return narrowed;
  const asked = new Set([...tokenise(question), ...tradeConcepts(question).map((c) => `c:${c}`)]);
  const scored = narrowed.map((text, at) => {
    const terms = [...new Set([...tokenise(text), ...tradeConcepts(text).map((c) => `c:${c}`)])];
    return { text, at, score: terms.filter((term) => asked.has(term)).length };
  });
  const best = [...scored].sort((a, b) => b.score - a.score || a.at - b.at).slice(0, 3);
  return best.sort((a, b) => a.at - b.at).map(({ text }) => text);
}

/** "Head: a; b; c." keeps the head and the items a buyer named; without such items the sentence stays whole. */
function narrowList(sentence: string, isNamed: (text: string) => boolean): string {
  const colon = sentence.indexOf(':');
  const items = colon > 0 ? sentence.slice(colon + 1).split(/;\s*/) : [];
  if (items.length < 4) return sentence;
  const named = items.filter(isNamed);
  if (named.length === 0) return sentence;
  return `${sentence.slice(0, colon + 1)} ${named.map((item) => item.trim().replace(/\.$/, '')).join('; ')}.`;
}
