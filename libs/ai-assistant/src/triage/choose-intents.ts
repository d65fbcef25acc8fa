import { intentOfCategory } from '../retrieval/intent-of-category.ts';
import type { Hit } from '../retrieval/knowledge-index.ts';
import type { LabelScore } from './classify-message.ts';

export interface ChosenIntents {
  intents: string[];
  confidence: number;
}

/** How much the best entries' categories may move the classifier; measured on phrases that train neither. */
const CATEGORY_WEIGHT = 0.25;
const SECOND = 0.24;
const SENTENCE = 0.6;

/** Primary intent from the classifier and the categories of the best entries; further intents from single sentences. */
export function chooseIntents(
  whole: readonly LabelScore[],
  sentences: readonly (readonly LabelScore[])[],
  hits: readonly Hit[],
): ChosenIntents {
  const scores = new Map(whole.map(({ label, p }) => [label, p * (1 - CATEGORY_WEIGHT)]));
  const top = hits.slice(0, 3);
  const total = top.reduce((sum, hit) => sum + hit.score ** 3, 0) || 1;
  for (const { entry, score } of top) {
    const intent = intentOfCategory(entry.category);
    if (scores.has(intent)) scores.set(intent, (scores.get(intent) ?? 0) + (CATEGORY_WEIGHT * score ** 3) / total);
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const [primary, confidence] = ranked[0] ?? ['greeting_other', 0];
  const intents = [primary];
  const add = (label: string): void => {
    if (!intents.includes(label) && label !== 'greeting_other' && intents.length < 3) intents.push(label);
  };
  for (const [label, p] of ranked.slice(1, 3)) if (p >= SECOND) add(label);
  for (const sentence of sentences) {
    const best = sentence[0];
    if (best && best.p >= SENTENCE) add(best.label);
  }
  return { intents, confidence };
}
