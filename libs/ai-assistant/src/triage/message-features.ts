import { tradeConcepts } from '../text/concepts.ts';
import { characterGrams, tokenise } from '../text/tokenise.ts';
import { hashFeature, type Features } from './linear-model.ts';

const GROUP_WEIGHT = { word: 1, pair: 0.5, gram: 0.45, concept: 1.1, conceptPair: 0.4 };

/** Words, word pairs, character n-grams and trade concepts of a text, hashed; each group has a fixed share of the length. */
export function messageFeatures(text: string, languages?: ReadonlySet<string>): Features {
  const weights = new Map<number, number>();
  const addAll = (prefix: string, items: readonly string[], share: number): void => {
    const unique = [...new Set(items)];
    const value = share / Math.sqrt(unique.length || 1);
    for (const item of unique) {
      const at = hashFeature(prefix + item);
      weights.set(at, (weights.get(at) ?? 0) + value);
    }
  };
  const words = tokenise(text).map((token) => (/^\p{N}/u.test(token) ? '#' : token));
  const concepts = tradeConcepts(text, languages).sort();
  addAll('w:', words, GROUP_WEIGHT.word);
  addAll(
    'p:',
    words.slice(1).map((word, i) => `${words[i]} ${word}`),
    GROUP_WEIGHT.pair,
  );
  addAll('g:', characterGrams(text.replace(/\p{N}+/gu, ' '), [3, 4]), GROUP_WEIGHT.gram);
  addAll('c:', concepts, GROUP_WEIGHT.concept);
  addAll(
    'd:',
    concepts.flatMap((a, i) => concepts.slice(i + 1).map((b) => `${a}+${b}`)),
    GROUP_WEIGHT.conceptPair,
  );
  return { index: Int32Array.from(weights.keys()), value: Float32Array.from(weights.values()) };
}
